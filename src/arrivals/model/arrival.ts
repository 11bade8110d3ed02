/** Something a person sent us by mail or SMS, taken apart but not judged. */
export interface Arrival {
  channel: 'mail' | 'sms'
  /** What its sender's machine calls it: the Message-ID, or the gateway's id. The same again is the same arrival. */
  name: string
  from: { address: string; name: string }
  subject: string
  /** The whole text, with whatever it quotes. */
  text: string
  /** Message-IDs that it says it answers. */
  answers: readonly string[]
  /** Written by a machine: an absence, a list, a report (RFC 3834). */
  automatic: boolean
  attachments: readonly Attachment[]
}

export interface Attachment {
  name: string
  content: Uint8Array
}

/** Why something waits for a person, or is set aside without one. */
export const REASONS = [
  'unreadable',
  'too-large',
  'empty',
  'stranger',
  'many-cases',
  'case-closed',
  'refused',
  'flood',
  'automatic',
  'our-own',
  'report',
] as const
export type Reason = (typeof REASONS)[number]

/** What became of it. Nothing disappears: also what is set aside can be looked at. */
export const STATES = ['case', 'addition', 'quarantine', 'set-aside', 'dismissed'] as const
export type ArrivalState = (typeof STATES)[number]
