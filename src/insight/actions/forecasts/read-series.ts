import type { Directory } from '#entities'
import type { Db } from '#platform'
import {
  type DailySeries,
  keyOfPair,
  type SeriesDimension,
  type WeeklySeries,
} from '../../model/forecasts/series.ts'
import { sumCellsOver } from '../../store/roll-ups/cells.ts'
import { receivedOver } from '../../store/roll-ups/received.ts'

/** Cases received in [from, to), of every series that had any. */
export interface AllSeries {
  daily: DailySeries[]
  /** Categories in governorates: they are many, and a week of theirs is little. */
  weekly: WeeklySeries[]
}

/** @param to so many whole weeks after `from` */
export async function readSeries(
  db: Db,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  directory: Directory,
): Promise<AllSeries> {
  const slice = { basis: 'happened', from, to } as const
  const [nation, entities, others] = await Promise.all([
    sumCellsOver(db, slice, undefined, 'day'),
    sumCellsOver(db, slice, 'entity', 'day'),
    receivedOver(db, from, to, governorates(directory)),
  ])
  const length = from.until(to).total('days')
  const days = gathering(length)
  const dayOf = (on: Temporal.PlainDate) => from.until(on).total('days')
  for (const { on, received } of nation) days.add('nation', '', dayOf(on), received)
  for (const { key, on, received } of entities) if (key) days.add('entity', key, dayOf(on), received)
  const weeks = gathering(length / 7)
  for (const { day, week, category, place, received } of others)
    if (week !== null && category && place)
      weeks.add('category-place', keyOfPair(category, place), week, received)
    else if (day !== null && category) days.add('category', category, day, received)
    else if (day !== null && place) days.add('place', place, day, received)
  return {
    daily: days.all().map(({ counts, ...name }) => ({ ...name, days: counts })),
    weekly: weeks.all().map(({ counts, ...name }) => ({ ...name, weeks: counts })),
  }
}

/** Counts put where they belong. */
function gathering(length: number) {
  const found = new Map<string, { dimension: SeriesDimension; key: string; counts: number[] }>()
  return {
    add(dimension: SeriesDimension, key: string, at: number, received: number) {
      const name = `${dimension}:${key}`
      const series = found.get(name) ?? { dimension, key, counts: Array<number>(length).fill(0) }
      series.counts[at] = (series.counts[at] ?? 0) + received
      found.set(name, series)
    },
    all: () => [...found.values()],
  }
}

/** Every place with the governorate it lies in. */
function governorates(directory: Directory): Map<string, string> {
  const found = new Map<string, string>()
  const within = (place: string, governorate: string) => {
    found.set(place, governorate)
    for (const { id } of directory.places(place, 'ar')) within(id, governorate)
  }
  for (const { id } of directory.places(null, 'ar')) within(id, id)
  return found
}

/** A place counts for its governorate; cases that have none make no series. */
export function keyOf(dimension: SeriesDimension, key: string, directory: Directory): string | undefined {
  if (dimension === 'nation') return ''
  if (dimension === 'place') return directory.placePath(key)[0]?.id
  return key || undefined
}
