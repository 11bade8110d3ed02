/**
 * What is counted. In cells of the basis `happened` a count stands on the day named beside it, in the country's time;
 * in cells of the basis `received` all of them are of the cases received in that month, as they stand now.
 *
 * Of the cases as they stand (they move when the case does: another entity, a reopening):
 */
export const STANDING = [
  /** Day of receipt. Merged and withdrawn cases count; parts of a split case do not. */
  'received',
  /** Day of receipt: follow another case. */
  'merged',
  /** Day of receipt: neither answered nor ended. */
  'stillOpen',
  /** Day of receipt: a complaint that belongs to a known problem. */
  'recurring',
  /** Day of the answer. */
  'answered',
  /** Day of the answer: no later than the date told to the resident. */
  'onTime',
  /** Day of the answer: never returned at review, never objected to, never reopened. */
  'firstRight',
  /** Day of the answer: the entity wrote a reply and had a date for it; and kept that date. */
  'entityAnswered',
  'entityOnTime',
  /** Day of the answer: rated by the resident; sums of 1 to 5; and rated 4 or 5 on "was it solved". */
  'rated',
  'solvedSum',
  'respectSum',
  'satisfied',
  /** Day of the end: answered, or ended without an answer. */
  'closed',
  /** Day of the end: after the date told to the resident. */
  'closedLate',
  /** Day of the end, by outcome. */
  'refused',
  'withdrawn',
  'unanswered',
  /** Day of the date told to the resident: was not answered or ended by then, or is not yet. */
  'fellDue',
  /** Day of the entity's first act. */
  'firstActions',
  /** Day for which something was promised in an answer; and was done by then. */
  'promised',
  'promisedKept',
] as const

/** Acts, credited to whoever held the case then; they stay where they are whatever becomes of the case. */
export const ACTS = [
  'handed',
  'bounced',
  'returned',
  'reopened',
  'objected',
  'upheld',
  'extended',
  'warned',
  'toHead',
  'toMinister',
  'toOperations',
] as const

export const MEASURES = [...STANDING, ...ACTS] as const
export type Measure = (typeof MEASURES)[number]
export type Counts = Record<Measure, number>

/** The column of a measure in the roll-ups. */
export const columnOf = (measure: Measure): string =>
  measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
