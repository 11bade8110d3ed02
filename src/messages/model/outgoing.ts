import type { MessageKind } from './kinds.ts'
import type { Offer } from './offer.ts'

/** A message as a channel gets it: said, in one language, for one destination. */
export interface Outgoing {
  /** The same at every attempt. */
  id: string
  kind: MessageKind
  address: string
  language: 'ar' | 'en'
  subject: string
  /** The whole as plain text. */
  text: string
  html: string
  /** At most two parts of a text message. */
  short: string
  /** What can be tapped in answer; `short` says it with numbers. */
  offer?: Offer
  /** The values of a template, in its order. */
  values: readonly string[]
  /** Where it leads, if anywhere. */
  link?: string
  /** Where its reader chooses what reaches them. */
  stop?: string
  /** Papers that go with a mail. */
  papers?: readonly Paper[]
}

export interface Paper {
  name: string
  type: string
  content: Buffer
}

/**
 * What became of an attempt. `later`: the channel could not, try again; with `down` nothing else will get through
 * for now either. `refused`: the destination itself is wrong, trying again changes nothing.
 */
export type Outcome =
  | { state: 'sent'; providerId?: string }
  | { state: 'later'; fault: string; down?: boolean; atLeast?: Temporal.DurationLike }
  | { state: 'refused'; fault: string }
