import type { CaseType, Outcome, Stage } from '#cases'

/** Where a talk stands: what the next message is taken for. `PLACES` says what each place does with it. */
export const PLACE_NAMES = [
  'open',
  'helped',
  'text',
  'type',
  'subject',
  'place',
  'contact',
  'check',
  'change',
  'reference',
  'pin',
  'code',
  'case',
  'solved',
  'respect',
  'comment',
  'reason',
  'more',
  'sealed',
  'person',
] as const
export type PlaceName = (typeof PLACE_NAMES)[number]

/** A case in the making. `null` is an answer too: there is none, or it is left to the central office. */
export interface TalkDraft {
  type?: CaseType
  text?: string
  category?: string | null
  place?: { id?: string; text?: string } | null
  /** A second matter that the same words tell of. */
  also?: string
  /** What the text may be about, the likeliest first. */
  about?: readonly { id: string; confidence: number }[]
  contact?: { phone?: string; email?: string } | null
}

/** Everything a talk remembers. Kept as JSON beside the conversation, and erased with it. */
export interface Talk {
  at: PlaceName
  draft?: TalkDraft
  /** How many cases were made of it: with the conversation, the key of the next one's intention. */
  filed: number
  /** The number that was named, to be proven by a PIN or a code. */
  reference?: string
  /** The case that was proven, with what may be done to it now. */
  caseId?: string
  may?: readonly string[]
  solved?: number
  respect?: number
  /** What a number in the next message stands for. */
  offered: readonly string[]
  /** Messages in a row that were not understood. */
  missed: number
  /** The question that an article answered: sent to people if it did not help. */
  asked?: string
  /** What that question says of itself beside its words. */
  askedOf?: Pick<TalkDraft, 'type' | 'about' | 'also' | 'place'>
}

export const newTalk = (): Talk => ({ at: 'open', filed: 0, offered: [], missed: 0 })

/** What the service says: a key of the catalogue (`chat.says`) with ids, dates and numbers, never what somebody typed. */
export interface Say {
  say: SayName
  with?: SayWith
  /** What can be answered by one tap, or by its number. */
  choices?: readonly string[]
}

export interface SayWith {
  type?: CaseType
  category?: string | null
  entity?: string | null
  /** A second matter, which the central office parts from the first. */
  also?: string
  /** A place by its id; `own` where it stands as they wrote it. */
  place?: string | null
  /** They also said in their own words where. */
  own?: boolean
  article?: string
  reference?: string
  /** Whose PIN is told, once, to the one who sent it. */
  pinOf?: string
  /** An instant. */
  day?: string
  stage?: Stage
  outcome?: Outcome | null
  late?: boolean
  /** What an entity said in the case: its question, its answer. */
  quote?: string
  contact?: boolean
  files?: number
  /** A known problem, and what is announced about it. */
  problem?: string
  announced?: Readonly<Record<'ar' | 'en', string>>
}

export const SAY_NAMES = [
  'hello',
  'menu',
  'who',
  'thanks',
  'bye',
  'sorry',
  'emergency',
  'not-understood',
  'offer-person',
  'left',
  'answer',
  'answers',
  'helped',
  'no-answer',
  'not-enough',
  'ask-text',
  'text-needed',
  'ask-type',
  'type-taken',
  'ask-subject',
  'subject-open',
  'ask-place',
  'ask-contact',
  'contact-malformed',
  'known',
  'check',
  'added-to-text',
  'ask-change',
  'filed',
  'not-filed',
  'too-many',
  'file-kept',
  'file-refused',
  'ask-reference',
  'reference-wrong',
  'ask-pin',
  'pin-wrong',
  'ask-code',
  'code-wrong',
  'no-secret',
  'case',
  'case-question',
  'case-answer',
  'what-now',
  'not-open',
  'ask-solved',
  'ask-respect',
  'ask-comment',
  'rated',
  'ask-reason',
  'reason-needed',
  'objected',
  'ask-more',
  'added',
  'step-failed',
  'sealed',
  'waiting',
  'closed-hours',
  'joined',
  'ended',
  'back-to-bot',
  'tapped',
] as const
export type SayName = (typeof SAY_NAMES)[number]

/** What must be done outside before the talk can go on; `afterwards` is told how it ended. */
export type Want =
  | { do: 'submit' }
  | { do: 'find'; pin: string }
  | { do: 'send-code' }
  | { do: 'confirm-code'; code: string }
  | { do: 'look' }
  | { do: 'rate'; solved: number; respect: number; comment?: string }
  | { do: 'object'; reason: string }
  | { do: 'add'; text: string }
  | { do: 'person' }

/** What a message comes to. */
export interface Turn {
  talk: Talk
  says: readonly Say[]
  want?: Want
  /** False where nothing of the message may be kept. */
  keep: boolean
}

/** How what was wanted ended. */
export type Ended =
  | { did: 'submit'; ok: true; caseId: string; reference: string; day: string; entity: string | null }
  | { did: 'submit'; ok: false; reason: 'too-many' | 'refused' }
  | { did: 'find' | 'confirm-code' | 'look'; ok: true; seen: SeenCase }
  | { did: 'find' | 'confirm-code' | 'look'; ok: false; reason: 'too-many' | 'not-found' }
  | { did: 'send-code'; ok: boolean }
  | { did: 'rate' | 'object' | 'add'; ok: true; seen: SeenCase }
  | { did: 'rate' | 'object' | 'add'; ok: false; reason: 'not-open' | 'refused' }
  | { did: 'person'; ok: boolean; day?: string }

/** A case as its resident may hear of it. */
export interface SeenCase {
  caseId: string
  reference: string
  stage: Stage
  entity: string | null
  day: string
  late: boolean
  outcome: Outcome | null
  /** Steps of the resident that are open. */
  may: readonly string[]
  question?: string
  answer?: string
}
