/** What stands inside sealed items, once opened. Never seen by the server. */

export const VIOLATIONS = [
  'corruption',
  'public-money',
  'conflict-of-interest',
  'nepotism',
  'abuse-of-authority',
  'safety',
  'harassment',
  'retaliation',
  'other',
] as const
export type Violation = (typeof VIOLATIONS)[number]

/** A file that goes with an item. Its key stands here and nowhere else. */
export interface SealedFile {
  id: string
  name: string
  type: string
  /** True size in bytes, before padding. */
  size: number
  chunks: number
  /** base64url. */
  key: string
  /** Whether an image was drawn anew, so that nothing hidden in it is left. */
  cleaned: boolean
}

export interface ReportContent {
  kind: 'report'
  language: 'ar' | 'en'
  violation: Violation
  /** The accused body's id in the roster, or null when it is none of them. */
  body: string | null
  /** The body in the reporter's words where the roster does not have it. */
  bodyName: string
  /** About the integrity unit itself: sealed to the audit bureau alone. */
  aboutUnit: boolean
  people: { name: string; post: string }[]
  what: string
  when: string
  where: string
  /** How the reporter knows: saw, heard, papers. */
  known: string
  /** Who else knows or could confirm it. */
  others: string
  /** What the reporter fears, and what must not be done so as not to give them away. */
  risk: string
  /** Officers whom the reporter kept out, each with the reason. */
  excluded: { id: string; reason: string }[]
  files: SealedFile[]
  /** The roster it was sealed under, and the reporter's public key for replies: not the server's word. */
  roster: string
  reply: string
  /** Whether it was typed by the reporter or by an officer at the telephone. */
  taken: 'reporter' | 'telephone'
  /** A report of retaliation after an earlier report. */
  linked: boolean
}

/** A message of the dialogue, in either direction. */
export interface MessageContent {
  kind: 'message' | 'feedback' | 'retaliation-answer' | 'identity-request' | 'correction' | 'transcript'
  text: string
  files: SealedFile[]
  /** For `retaliation-answer`: the day of the prompt that is answered, and whether anything happened. */
  prompt?: { day: string; suffered: boolean }
  /** For `correction`: the item that is corrected, or confirmed with an empty text. */
  about?: string
}

export interface IdentityContent {
  kind: 'identity'
  name: string
  /** How to reach them safely, in their words. */
  contact: string
  /** What they want the custodians to mind. */
  remarks: string
}
