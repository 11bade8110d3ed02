import type { Entity } from '#entities'
import type { PromiseBook } from '#promises'
import type { Facts } from '../model/event.ts'
import { promised } from '../model/promised.ts'
import type { CaseState } from '../model/state.ts'

/** The dates that follow when an entity gets a case now: its own, and the resident's, which never moves later. */
export function handOver(
  found: Pick<CaseState, 'type' | 'answerBy'>,
  to: { entity: Entity; category?: string; now: Temporal.Instant; book: PromiseBook },
): Facts {
  const { entity, category, now, book } = to
  const owed = promised(
    book,
    { type: found.type, category, entity: entity.id, calendar: entity.calendarId },
    now,
  )
  const answerBy = Temporal.Instant.compare(owed.due, found.answerBy) < 0 ? owed.due : found.answerBy
  return {
    entity: entity.id,
    entityDue: owed.due.toString(),
    answerBy: answerBy.toString(),
    promise: owed.promise,
  }
}
