import type { Names } from '#entities'
import type { Actor, State, StepName } from './steps.ts'

/** A problem as its events leave it. */
export interface Problem {
  id: string
  state: State
  title: Names
  category: string | null
  place: string | null
  /** The entity that has to fix it. */
  entity: string | null
  cause: string | null
  fix: string | null
  fixBy: Temporal.PlainDate | null
  /** What everybody may read once it is fixed; none keeps it off the public list. */
  told: Names | null
  mergedInto: string | null
  rejectedAtSize: number | null
  proposedAt: Temporal.Instant
  openedAt: Temporal.Instant | null
  fixedAt: Temporal.Instant | null
  judgedAt: Temporal.Instant | null
  /** How many ever followed it instead of filing. */
  followers: number
  seq: number
}

/** Something that was done to a problem. Written once. */
export interface ProblemEvent {
  problemId: string
  seq: number
  step: StepName
  at: Temporal.Instant
  role: Actor
  /** Null for the finder and time. */
  actorId: string | null
  facts: ProblemFacts
}

/** What was done, and why. The words of staff are facts here: they are about a fault, not about a person. */
export interface ProblemFacts {
  title?: Names
  category?: string | null
  place?: string | null
  entity?: string | null
  cause?: string
  fix?: string
  fixBy?: string
  fixedAt?: string
  told?: Names
  reason?: string
  note?: string
  /** The problem that this one was merged into. */
  into?: string
  case?: string
  cases?: number
  announcement?: string
  until?: string
  answer?: string
  /** The figures that a verdict rests on. */
  before?: { voices: number; days: number }
  after?: { voices: number; days: number }
}
