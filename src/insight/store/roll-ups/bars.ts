import { sql } from '#platform'
import { asHistogram, type Bar } from '../../model/roll-ups/percentile.ts'

/** How many took how long, of every key. */
export type Histograms = Map<string, Bar[]>

/** The bins of a key as two lists, `{12,13}` and `{3,1}`: as rows they took longer to read than to add up. */
export interface Listed {
  key: string
  bins: string
  ns: string
}

/** In no order: PostgreSQL's sorting of twenty thousand bins took as long as reading them. */
export const BARS = sql`array_agg(bin)::text as bins, array_agg(n)::text as ns`

/** A key may stand in several rows, and a bin in several of them. */
export const asHistograms = (rows: readonly Listed[]): Histograms =>
  new Map(
    [...Map.groupBy(rows, ({ key }) => key)]
      .map(([key, listed]) => [key, asHistogram(listed.flatMap(barsOf))] as const)
      .filter(([, bars]) => bars.length > 0),
  )

function barsOf({ bins, ns }: Listed): Bar[] {
  const counts = numbersIn(ns)
  return numbersIn(bins).map((bin, at) => ({ bin, n: counts[at] ?? 0 }))
}

const numbersIn = (list: string): number[] => JSON.parse(`[${list.slice(1, -1)}]`)
