import { hash } from 'node:crypto'
import { canonicalJson } from '#kernel'
import type { Words } from '../event.ts'
import type { Entry } from './batch.ts'
import { eventHash, type SealableEvent } from './event-text.ts'

/** An event as it stands in the database now, with its words. */
export interface StoredEvent extends SealableEvent {
  words: Words | null
  /** The case went into the sealed room after this event: its words were erased, as its own history says. */
  sealed?: boolean
}

export const EVENT_FAULTS = [
  'event-changed',
  'event-missing',
  'event-added',
  'event-moved',
  'words-changed',
  'words-missing',
  'words-added',
  'subject-changed',
] as const

/** Something wrong with one event. */
export interface EventFault {
  what: (typeof EVENT_FAULTS)[number]
  caseId: string
  seq: number
}

/** What is wrong with an event by itself: its words are other than those it was written with. */
export function wordsFault({
  seq,
  wordsHash,
  words,
  facts,
  sealed,
}: StoredEvent): EventFault['what'] | undefined {
  if (sealed && !words && facts.subject === undefined) return undefined
  if (wordsHash && !words) return 'words-missing'
  if (words && !wordsHash) return 'words-added'
  if (words && wordsHash && !hash('sha256', canonicalJson(words), 'buffer').equals(wordsHash))
    return 'words-changed'
  // The first event repeats the subject for lists; no other has one.
  return facts.subject === (seq === 1 ? words?.subject : undefined) ? undefined : 'subject-changed'
}

/**
 * Holds the events of a stretch of the feed against what was sealed of it, in order.
 *
 * What is missing here may turn up elsewhere: the caller finds out, with `settle`, once all is read.
 */
export function compare(sealed: readonly Entry[], stored: readonly StoredEvent[]): EventFault[] {
  const faults = stored.flatMap((event) => {
    const what = wordsFault(event)
    return what ? [{ what, caseId: event.caseId, seq: event.seq }] : []
  })
  if (sealed.length === stored.length && sealed.every((entry, index) => isSame(entry, stored[index])))
    return faults
  return [...faults, ...differences(sealed, stored)]
}

const isSame = (entry: Entry, event: StoredEvent | undefined) =>
  event !== undefined &&
  event.seq === entry.seq &&
  event.caseId === entry.caseId &&
  eventHash(event).equals(entry.hash)

function differences(sealed: readonly Entry[], stored: readonly StoredEvent[]): EventFault[] {
  const now = new Map(stored.map((event) => [key(event), event]))
  const then = new Set(sealed.map(key))
  const kept = sealed.filter((entry) => now.has(key(entry)))
  const order = stored.filter((event) => then.has(key(event))).map(key)
  return [
    ...sealed.filter((entry) => !now.has(key(entry))).map(fault('event-missing')),
    ...kept.filter((entry) => !isSame(entry, now.get(key(entry)))).map(fault('event-changed')),
    ...kept.filter((entry, index) => key(entry) !== order[index]).map(fault('event-moved')),
    ...stored.filter((event) => !then.has(key(event))).map(fault('event-added')),
  ]
}

/** An event that is missing in one place and too much in another was moved. */
export function settle(faults: readonly EventFault[]): EventFault[] {
  const added = new Set(faults.filter(({ what }) => what === 'event-added').map(key))
  const missing = new Set(faults.filter(({ what }) => what === 'event-missing').map(key))
  return faults
    .filter((one) => !(one.what === 'event-added' && missing.has(key(one))))
    .map((one) =>
      one.what === 'event-missing' && added.has(key(one)) ? { ...one, what: 'event-moved' } : one,
    )
}

const key = ({ caseId, seq }: { caseId: string; seq: number }) => `${caseId}/${seq}`

const fault =
  (what: EventFault['what']) =>
  ({ caseId, seq }: { caseId: string; seq: number }): EventFault => ({ what, caseId, seq })
