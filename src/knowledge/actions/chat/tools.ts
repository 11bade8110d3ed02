import type { Tools as CaseTools } from '#cases'
import type { Clock, Result } from '#kernel'
import type { Suggestion } from '#language'
import type { Gateways, Offer } from '#messages'
import type { SignInLimits } from '#people'
import type { Db, Files } from '#platform'
import type { Say } from '../../model/talk/talk.ts'

/** What a conversation works with. */
export interface ChatTools extends CaseTools {
  wall?: Clock
  secret: Buffer
  limits: SignInLimits
  gateways: Gateways
  files: Pick<Files, 'remove'>
  suggest(text: string): Promise<Suggestion[]>
}

/** What is said in words: as one text, and where something can be chosen also so that it can be tapped. */
export interface Voiced {
  text: string
  offer?: Offer
}

/** What only the door to the outside has: its counts of tries, and its words. */
export interface ChatDoor {
  /** A case by number and PIN; wrong tries are counted as on every other way. */
  find(db: Db, typed: { reference: string; pin: string }): Promise<Result<{ id: string }>>
  /** Whether one more case may be sent from there. */
  maySubmit(): boolean
  /** The network address that codes are counted by. */
  readonly from: string
  /** Says it in words, for channels that have no page. */
  voice(db: Db, language: 'ar' | 'en', says: readonly Say[]): Promise<Voiced>
  /** What the choices are called, one after the other. */
  labels(db: Db, language: 'ar' | 'en', choices: readonly string[]): Promise<readonly string[]>
  /** What stands for a file that came without a word. */
  fileText(language: 'ar' | 'en'): string
}
