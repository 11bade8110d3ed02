import type { CaseType, Channel, Outcome, Stage } from './stages.ts'

/** A case as its events leave it: what the row in `cases` holds. Computed only by `apply`. */
export interface CaseState {
  id: string
  reference: string
  type: CaseType
  stage: Stage
  subject: string
  category: string | null
  entity: string | null
  /** The entity was found without a person. */
  automatic: boolean
  unit: string | null
  handler: string | null
  parent: string | null
  mergedInto: string | null
  resident: string | null
  enteredBy: string | null
  channel: Channel
  language: 'ar' | 'en'
  place: string | null
  identityHidden: boolean
  urgent: boolean
  outcome: Outcome | null
  answerBy: Temporal.Instant
  entityDue: Temporal.Instant | null
  receivedAt: Temporal.Instant
  routedAt: Temporal.Instant | null
  firstActionAt: Temporal.Instant | null
  askedAt: Temporal.Instant | null
  askedFrom: Stage | null
  repliedAt: Temporal.Instant | null
  repliedBy: string | null
  verifiedAt: Temporal.Instant | null
  verifiedBy: string | null
  releasedBy: string | null
  answeredAt: Temporal.Instant | null
  objectedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  extended: boolean
  bounces: number
  returns: number
  reopens: number
  solved: number | null
  respect: number | null
  clock: ClockName | null
  clockDue: Temporal.Instant | null
  /** Since when the running clock runs; the entity's own goes on through what the entity does. */
  clockSince: Temporal.Instant | null
  entitySince: Temporal.Instant | null
  /** Rungs of the ladder that these clocks have climbed, by id. */
  climbed: readonly string[]
  seq: number
}

/** Every open case has one running clock: who must act next, and by when. */
export const CLOCKS = [
  'routing',
  'first-action',
  'reply',
  'resident-answer',
  'verification',
  'release',
  'objection-window',
  'objection-review',
  'follows',
] as const
export type ClockName = (typeof CLOCKS)[number]

/** Who a running clock waits for. */
export const CLOCK_HOLDER = {
  routing: 'central',
  'first-action': 'entity',
  reply: 'entity',
  'resident-answer': 'resident',
  verification: 'central',
  release: 'central',
  'objection-window': 'resident',
  'objection-review': 'central',
  follows: 'central',
} as const satisfies Record<ClockName, 'central' | 'entity' | 'resident'>
