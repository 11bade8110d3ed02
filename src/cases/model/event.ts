import type { CaseType, Channel, Outcome, Stage } from './stages.ts'
import type { Actor, StepName } from './steps.ts'

/** Something that happened to a case. Written once, never changed. */
export interface CaseEvent {
  caseId: string
  seq: number
  step: StepName
  at: Temporal.Instant
  /** The role it was done in. */
  role: Actor
  /** Staff or resident; null for a guest, for an entity's one-time link and for the system. */
  actorId: string | null
  facts: Facts
}

/**
 * What happened, as ids, dates and codes. Dates that a calendar produced are facts too: replaying a
 * history needs no calendar, and what a person was told stays what they were told.
 */
export interface Facts {
  reference?: string
  type?: CaseType
  subject?: string
  channel?: Channel
  /** The code of the poster that brought them. */
  campaign?: string
  language?: 'ar' | 'en'
  identityHidden?: boolean
  resident?: string | null
  enteredBy?: string | null
  parent?: string | null
  place?: string | null
  category?: string | null
  entity?: string | null
  /** Routed without a person: how sure the words were, and which model said so. */
  automatic?: boolean
  confidence?: number
  model?: number
  unit?: string | null
  handler?: string | null
  urgent?: boolean
  outcome?: Outcome
  reason?: string
  /** The entity that the refusing one thinks is right. */
  proposed?: string | null
  /** The case that this one follows, is linked to, or was split into. */
  other?: string
  /** The known problem that the case belongs to. */
  problem?: string
  parts?: string[]
  answerBy?: string
  entityDue?: string | null
  /** When the clock that this step starts runs out. */
  due?: string
  /** Working days that an extension adds. */
  days?: number
  /** The calendar that made a date move, and its version. */
  calendar?: string
  calendarVersion?: number
  /** The rung that was climbed, of which clock, and who is told. */
  rung?: string
  clock?: string
  tells?: readonly string[]
  promise?: { id: string; version: number; workingDays: number; calendar: string; calendarVersion: number }
  points?: number
  actions?: { number: number; dueOn: string }[]
  action?: number
  solved?: number
  respect?: number
  sampled?: boolean
  files?: string[]
  from?: Stage
  /** The import that brought this event: another system's record, no act of anybody here. */
  source?: string
  /** What was odd about an imported row, and its dates that could not stand in a history. */
  oddities?: string[]
  sourceDates?: Record<string, string>
}

/** What people wrote with a step. Kept apart from the event, so that it can be erased by law. */
export interface Words {
  subject?: string
  text?: string
  remedy?: string
  place?: { text?: string; lat?: number; lon?: number }
  question?: string
  reason?: string
  note?: string
  comment?: string
  /** The legal ground of a refusal, or the outside remedy named with it. */
  legalGround?: string
  otherRemedy?: string
  /** Name and position of whoever answered through a one-time link. */
  signedBy?: string
  points?: { point: string; answer: string }[]
  actions?: { number: number; text: string; dueOn: string }[]
}
