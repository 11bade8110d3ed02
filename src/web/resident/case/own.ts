import { LIMITS, type ResidentView } from '#cases'
import type { Directory } from '#entities'
import type { Reader, Words } from '#words'

/** A case that whoever asks has a right to, and where its pages are. */
export interface Own {
  caseId: string
  /** Below the language: `/case`, `/my/…`. */
  base: string
  /** Signed in as its owner; a guest came by number and PIN. */
  residentId: string | null
}

/** What every part of a case's page needs. */
export interface Shown {
  view: ResidentView
  directory: Directory
  reader: Reader
  t: Words['resident']
  /** It was moved into the sealed room: the number to give there, and the way. */
  sealed?: { code: string; href: string }
  /** Where the pages of this case are, with the language. */
  base: string
}

/** What a resident can do with a case, in the order it is offered. */
export const ACTS = ['add', 'rate', 'object', 'accept', 'contest', 'withdraw'] as const
export type Act = (typeof ACTS)[number]
export const isAct = (name: string): name is Act => (ACTS as readonly string[]).includes(name)

export const MOST_FILES = { files: LIMITS.files, megabytes: 10 }
