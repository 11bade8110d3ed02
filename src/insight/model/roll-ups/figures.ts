import type { Dimensions } from './cubes.ts'

/** What a case counts for: a row of `case_figures`. Instants are the case's own; '' is none. */
export interface CaseFigures extends Dimensions {
  caseId: string
  receivedAt: Temporal.Instant
  /** The date told to the resident. */
  answerBy: Temporal.Instant
  routedAt: Temporal.Instant | null
  firstActionAt: Temporal.Instant | null
  repliedAt: Temporal.Instant | null
  entityDue: Temporal.Instant | null
  /** In imported history the closing stands for the answer where the source knows no other. */
  answeredAt: Temporal.Instant | null
  /** Answered, or ended without an answer. */
  closedAt: Temporal.Instant | null
  outcome: string
  merged: boolean
  /** A complaint whose history says that it belongs to a known problem. */
  recurring: boolean
  objected: boolean
  bounces: number
  returns: number
  reopens: number
  solved: number | null
  respect: number | null
  /** Days, as `2026-10-01`. */
  promisedOn: string[]
  keptOn: string[]
}
