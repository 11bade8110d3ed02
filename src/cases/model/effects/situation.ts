import type { Directory } from '#entities'
import type { MessageFacts, MessageKind } from '#messages'
import type { Calendar, Rung } from '#promises'
import type { CaseEvent, Words } from '../event.ts'
import type { CaseState } from '../state.ts'

/** What is known when an event is looked at: the case before and after it, its words, and all that went before. */
export interface Situation {
  before: CaseState | null
  after: CaseState
  words: Words | null
  history: readonly CaseEvent[]
  directory: Directory
  /** The working days of whoever has the case. */
  calendar: Calendar
  ladder: readonly Rung[]
  /** Where a resident can turn outside the government's own desks. */
  outsideRemedy?: Partial<Record<'ar' | 'en', string>> | null
}

/** Somebody is told something, or something that was going to be told no longer is. */
export type Effect = Tell | { takeBack: string }

export interface Tell {
  kind: MessageKind
  to: 'resident' | Whom
  facts: MessageFacts
  /** What a later event may take it back by. */
  about?: string
  after?: Temporal.Instant
}

/** One person, or everybody who holds a role on a scope. */
export type Whom =
  | { id: string }
  | { role: string; scope: 'nation' | 'sector' | 'entity' | 'unit'; scopeId: string | null }

/** What one kind of event causes. */
export type Effects = (event: CaseEvent, situation: Situation) => Effect[]
