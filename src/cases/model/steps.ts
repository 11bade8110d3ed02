import type { Stage } from './stages.ts'

/**
 * One table says who may do what from where. Every screen, the API and the chatbot ask it; nothing happens
 * to a case outside it.
 */
export const STEPS = {
  submit: { from: [], to: 'received', by: ['resident', 'agent'] },

  // The central office finds the right door; the resident need not know the organisation chart.
  // The system only where an entity allows it and the words are clear; the operations room only to the central
  // office, which is how it takes a case over.
  route: {
    from: ['received', 'with-entity'],
    to: 'with-entity',
    by: ['reviewer', 'operator', 'system'],
    when: 'not-merged',
  },
  // Nobody need accept that a machine chose: then a person looks, at once, and the date stays.
  contest: { from: ['with-entity'], to: 'received', by: ['resident', 'agent'], when: 'routed-by-itself' },
  // Refusing needs a reason and costs the resident no time: their date stays.
  refuse: { from: ['with-entity'], to: 'received', by: ['liaison', 'reviewer'], when: 'not-merged' },
  split: { from: ['received', 'with-entity'], to: 'with-entity', by: ['reviewer'], when: 'whole' },
  merge: { from: ['received', 'with-entity'], to: 'same', by: ['reviewer'], when: 'whole' },
  unmerge: { from: ['received', 'with-entity'], to: 'same', by: ['reviewer', 'system'], when: 'merged' },
  // To another case by staff; to a known problem by the system, once an analyst has accepted that problem.
  link: { from: 'any', to: 'same', by: ['reviewer', 'releaser', 'liaison', 'operator', 'system'] },
  // An analyst found that it is about something else, or the problem became part of another.
  unlink: { from: 'any', to: 'same', by: ['system'] },

  // The central office acts, under its own name, for entities that have not joined.
  'take-up': {
    from: ['with-entity'],
    to: 'same',
    by: ['liaison', 'handler', 'reviewer'],
    when: 'not-merged',
  },
  assign: { from: ['with-entity'], to: 'same', by: ['liaison', 'reviewer'], when: 'not-merged' },
  ask: {
    from: ['received', 'with-entity'],
    to: 'awaiting-resident',
    by: ['handler', 'liaison', 'reviewer'],
    when: 'not-merged',
  },
  extend: { from: ['with-entity'], to: 'same', by: ['liaison', 'reviewer'], when: 'not-extended' },
  // A case in parts is answered with one voice, once every part has its answer.
  reply: {
    from: ['with-entity'],
    to: 'replied',
    by: ['liaison', 'reviewer', 'entity'],
    when: 'all-parts-answered',
  },
  note: {
    from: 'any',
    to: 'same',
    by: ['agent', 'reviewer', 'releaser', 'liaison', 'handler', 'head', 'minister', 'operator'],
  },
  // The operations room asks whoever holds it to act; it changes no date.
  remind: {
    from: ['received', 'with-entity', 'replied', 'verified', 'objected'],
    to: 'same',
    by: ['operator'],
  },
  order: {
    from: ['received', 'with-entity', 'replied', 'verified'],
    to: 'same',
    by: ['head', 'minister', 'operator'],
  },

  // Two pairs of eyes: whoever wrote or verified a reply may not release it.
  verify: { from: ['replied'], to: 'verified', by: ['reviewer'] },
  release: { from: ['verified'], to: 'answered', by: ['releaser', 'system'], unless: 'wrote-or-verified-it' },
  return: { from: ['replied', 'verified'], to: 'with-entity', by: ['reviewer', 'releaser'] },
  // What one answer promised stays owed while the next one is written.
  fulfil: {
    from: ['with-entity', 'awaiting-resident', 'replied', 'verified', 'answered', 'objected', 'closed'],
    to: 'same',
    by: ['liaison', 'handler', 'reviewer'],
  },

  // The resident's own. Adding something answers the question that was asked, if one was.
  add: {
    from: ['received', 'with-entity', 'awaiting-resident', 'replied', 'verified', 'objected', 'closed'],
    to: 'back-to-work',
    by: ['resident', 'agent'],
    when: 'open-or-unanswered',
  },
  rate: { from: ['answered', 'closed'], to: 'same', by: ['resident', 'agent'], when: 'answered-and-unrated' },
  object: { from: ['answered'], to: 'objected', by: ['resident', 'agent'] },
  accept: { from: ['answered'], to: 'closed', by: ['resident', 'agent'] },
  withdraw: {
    from: ['received', 'with-entity', 'awaiting-resident', 'replied', 'verified'],
    to: 'closed',
    by: ['resident', 'agent', 'system'],
  },

  // It reports wrongdoing: unread, it goes into the sealed room, and only that it went stays here.
  seal: {
    from: ['received', 'with-entity', 'awaiting-resident', 'replied', 'verified', 'answered', 'objected'],
    to: 'closed',
    by: ['reviewer'],
    when: 'whole',
  },

  // An objection is reviewed by someone who touched neither the reply nor its release.
  reopen: { from: ['objected'], to: 'with-entity', by: ['reviewer', 'releaser'], unless: 'had-a-hand-in-it' },
  uphold: { from: ['objected'], to: 'closed', by: ['reviewer', 'releaser'], unless: 'had-a-hand-in-it' },

  // What nobody did in time climbs the ladder, which is data: a warning, the head, the minister, the operations room.
  escalate: {
    from: ['received', 'with-entity', 'replied', 'verified', 'objected'],
    to: 'same',
    by: ['system'],
    when: 'not-merged',
  },

  // An announced holiday gives the government its days; the resident's date stays what they were told.
  recount: {
    from: ['received', 'with-entity', 'awaiting-resident', 'replied', 'verified', 'objected'],
    to: 'same',
    by: ['system'],
  },

  // What time does. Silence is never consent: it ends without an answer and can be taken up again.
  lapse: { from: ['awaiting-resident'], to: 'closed', by: ['system'] },
  close: { from: ['answered'], to: 'closed', by: ['system'] },
  // The entity works in Sawt itself from now on: what the central office held for it is its own. Nothing else
  // moves, no clock and no date; the history says from when on who was who.
  join: {
    from: ['with-entity', 'awaiting-resident', 'replied', 'verified', 'answered', 'objected'],
    to: 'same',
    by: ['system'],
  },
  // A merged case keeps its own tracking and gets the answer of the case it follows.
  deliver: { from: ['received', 'with-entity'], to: 'answered', by: ['system'], when: 'merged' },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof STEPS

export interface Step {
  from: readonly Stage[] | 'any'
  /** `same` stays; `back-to-work` leaves `awaiting-resident` for where the question was asked. */
  to: Stage | 'same' | 'back-to-work'
  by: readonly Actor[]
  when?: Condition
  unless?: Bar
}

/** Roles of staff, the resident, an entity through its one-time link, and time itself. */
export type Actor =
  | 'resident'
  | 'agent'
  | 'reviewer'
  | 'releaser'
  | 'liaison'
  | 'handler'
  | 'head'
  | 'minister'
  | 'operator'
  | 'entity'
  | 'system'

export type Condition =
  | 'merged'
  | 'not-merged'
  | 'whole'
  | 'all-parts-answered'
  | 'not-extended'
  | 'open-or-unanswered'
  | 'answered-and-unrated'
  | 'routed-by-itself'

export type Bar = 'wrote-or-verified-it' | 'had-a-hand-in-it'

export const STEP_NAMES = Object.keys(STEPS) as StepName[]
export const isStep = (name: string): name is StepName => Object.hasOwn(STEPS, name)
