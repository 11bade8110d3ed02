import { type TimelineEntry, timeline } from '../model/timeline.ts'
import { findOpen311, historiesOpen311, listOpen311, type Open311Query } from '../store/open311.ts'
import type { Tools } from './act.ts'

/** Cases that came in by Open311 (GeoReport v2), the newest first, at most a thousand. */
export const casesByOpen311 = ({ db }: Pick<Tools, 'db'>, asked: Open311Query) => listOpen311(db, asked)

/** The id of a case that this outside program sent. */
export const caseSentBy = ({ db }: Pick<Tools, 'db'>, program: string, reference: string) =>
  findOpen311(db, program, reference)

/** One line of what a resident may know, of a case that an outside program sent. */
export interface SentUpdate extends TimelineEntry {
  reference: string
  language: 'ar' | 'en'
}

/** What happened to a program's cases between two moments, as their residents are told it, oldest first. */
export async function updatesByOpen311(
  { db }: Pick<Tools, 'db'>,
  program: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<SentUpdate[]> {
  const histories = Map.groupBy(await historiesOpen311(db, program, from, to), ({ caseId }) => caseId)
  return [...histories.values()]
    .flatMap((events) => {
      const [{ reference, language } = { reference: '', language: 'ar' as const }] = events
      return timeline(events).map((entry) => ({ ...entry, reference, language }))
    })
    .filter(({ at }) => within(at, from, to))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

const within = (at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant) =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0
