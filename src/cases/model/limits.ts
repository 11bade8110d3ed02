/** Characters a person may write, generous for a story and bounded for a database. */
export const LIMITS = {
  subject: 150,
  text: 10_000,
  remedy: 2_000,
  place: 300,
  name: 120,
  phone: 30,
  email: 200,
  reason: 4_000,
  note: 10_000,
  comment: 2_000,
  point: 500,
  points: 20,
  actions: 10,
  parts: 8,
  files: 5,
} as const

/** Calendar days in which an answer may be objected to. */
export const OBJECTION_DAYS = 14
