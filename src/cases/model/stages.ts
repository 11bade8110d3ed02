/** The four types the ordinary desk works on; reports of violations live in the sealed room. */
export const TYPES = ['inquiry', 'complaint', 'suggestion', 'praise'] as const
export type CaseType = (typeof TYPES)[number]

export const STAGES = [
  'received',
  'with-entity',
  'awaiting-resident',
  'replied',
  'verified',
  'answered',
  'objected',
  'closed',
] as const
export type Stage = (typeof STAGES)[number]

/** What a reply comes to. `closed` is no outcome: closing needs one of these. */
export const REPLY_OUTCOMES = ['solved', 'explained', 'refused', 'cannot-act', 'transferred'] as const
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number]

export const OUTCOMES = [...REPLY_OUTCOMES, 'duplicate', 'withdrawn', 'no-answer'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CHANNELS = [
  'web',
  'phone',
  'counter',
  'letter',
  'mail',
  'sms',
  'chat',
  'api',
  'open311',
  'qr',
  'import',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Stages in which somebody still owes the resident an answer. */
export const UNANSWERED: readonly Stage[] = [
  'received',
  'with-entity',
  'awaiting-resident',
  'replied',
  'verified',
]
