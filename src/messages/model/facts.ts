import type { ReportFacts } from './report-facts.ts'

/**
 * What a message is made of. Kept instead of its text, so that it is said in the reader's language and looks the
 * same at every attempt.
 */
export interface MessageFacts {
  /** The public number of the case, eleven digits. */
  reference?: string
  /** Opens the case on the desk. */
  caseId?: string
  /** Who it is about: an entity or a unit, in both languages. */
  who?: Readonly<Record<'ar' | 'en', string>>
  /** It is the central office's own work, and `who` only whose case it is. */
  central?: true
  /** The step that is owed, by the clock that runs for it; messages of before say none. */
  clock?: string
  /** The day it is about: an instant, or a plain date. */
  day?: string
  /** What somebody wrote: the question, the reason. */
  quote?: string
  /** Where one can turn outside. */
  remedy?: string
  /** Encrypted: a one-time code, a one-time link. */
  sealed?: string
  /** Encrypted: what can be tapped in answer to it. */
  offer?: string
  /** How many it is about, where it is about many. */
  count?: number
  /** A system that is connected, by the name that it was given. */
  system?: string
  /** Where on the desk it leads: what is about no case. */
  path?: string
  /** The figures of a report. */
  report?: ReportFacts
  waiting?: { turn: number; late: number; notices: number }
}

export const CHANNELS = ['mail', 'sms', 'whatsapp', 'telegram', 'push'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Channels that this installation can send by. */
export type Reach = ReadonlySet<ChannelName>

export const STATES = ['queued', 'sent', 'delivered', 'bounced', 'failed', 'cancelled', 'expired'] as const
export type MessageState = (typeof STATES)[number]
