import type { Directory } from '#entities'
import type { Db } from '#platform'
import type { DailySeries, SeriesDimension } from '../../model/forecasts/series.ts'
import { nameOfSeries, SERIES } from '../../model/forecasts/series.ts'
import { sumCellsOver } from '../../store/roll-ups/cells.ts'

/** Cases received on each day in [from, to), of every series that had any; each begins with its first case. */
export async function readSeries(
  db: Db,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  directory: Directory,
): Promise<DailySeries[]> {
  const all = await Promise.all(SERIES.map((each) => read(db, each, from, to, directory)))
  return all.flat()
}

async function read(
  db: Db,
  dimension: SeriesDimension,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  directory: Directory,
): Promise<DailySeries[]> {
  const by = dimension === 'nation' ? undefined : dimension
  const rows = await sumCellsOver(db, { basis: 'happened', from, to }, by, 'day')
  const length = from.until(to).total('days')
  const found = new Map<string, DailySeries>()
  for (const { key, on, received } of rows) {
    const own = keyOf(dimension, key, directory)
    if (own === undefined) continue
    const name = nameOfSeries({ dimension, key: own })
    const series = found.get(name) ?? { dimension, key: own, days: Array<number>(length).fill(0) }
    const at = from.until(on).total('days')
    series.days[at] = (series.days[at] ?? 0) + received
    found.set(name, series)
  }
  return [...found.values()]
}

/** A place counts for its governorate; cases that have none make no series. */
export function keyOf(dimension: SeriesDimension, key: string, directory: Directory): string | undefined {
  if (dimension === 'nation') return ''
  if (dimension === 'place') return directory.placePath(key)[0]?.id
  return key || undefined
}
