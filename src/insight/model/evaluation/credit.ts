import type { CaseEvent } from '#cases'
import type { MeasureId } from './measures.ts'

/** Whose doing something was. A person's doing is counted for them and, apart from that, for their entity. */
export interface Subject {
  entity: string
  /** Null for the entity itself. */
  person: string | null
}

/** One thing done well, badly or in part; the month it belongs to is that of its moment. */
export interface Credit extends Subject {
  what: MeasureId | 'held' | 'answers' | 'praise'
  at: Temporal.Instant
  /** 0 to 1; seconds for `held`. */
  value: number
}

/** What evaluation reads of an event. */
export type Evidence = Pick<CaseEvent, 'seq' | 'step' | 'at' | 'role' | 'actorId' | 'facts'>

export interface RatedCase {
  id: string
  type: string
  events: readonly Evidence[]
}

/** What a reply was released with, so that samples can be drawn from replies. */
export interface Released extends Subject {
  /** Where the person works; null without one. */
  personAt: string | null
  caseId: string
  seq: number
  at: Temporal.Instant
}
