import type { Credit, Evidence, RatedCase, Subject } from './credit.ts'
import { creditsOf } from './credits.ts'
import { MEASURE_IDS } from './measures.ts'
import type { Month } from './month.ts'
import type { Frame } from './reading.ts'

/** Numbers of a card that count cases, behind each of which lies their list. */
export const ON_CARD = [...MEASURE_IDS, 'answers', 'held', 'praise'] as const
export type OnCard = (typeof ON_CARD)[number]

/** What a case counted for on a card: once for each time. */
export interface Counted {
  caseId: string
  at: Temporal.Instant
  /** Whether it was as it should be; null where a number only counts. */
  yes: boolean | null
}

/**
 * What a case counted for on a frozen card: its history is read again as far as it went then, by the rules that made
 * the card, so that the list is what the number counted, whatever happened since.
 */
export function countedOnCard(rated: RatedCase, subject: Subject, what: OnCard, month: Month, frame: Frame) {
  const events = rated.events.filter(({ at }: Evidence) => !isAfter(at, frame.asOf))
  return creditsOf({ ...rated, events }, frame)
    .credits.filter(
      (each) =>
        each.what === what &&
        each.entity === subject.entity &&
        each.person === subject.person &&
        !isAfter(month.from, each.at) &&
        isAfter(month.to, each.at),
    )
    .map((each): Counted => ({ caseId: rated.id, at: each.at, yes: judged(each) }))
}

const judged = ({ what, value }: Credit): boolean | null =>
  what === 'answers' || what === 'held' || what === 'praise' || what === 'quality' ? null : value === 1

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0
