/** What is watched: everything, an entity, a category, a governorate. `key` is '' for the nation. */
export const SERIES = ['nation', 'entity', 'category', 'place'] as const
export type SeriesDimension = (typeof SERIES)[number]

export interface SeriesName {
  dimension: SeriesDimension
  key: string
}

/** Cases received on each day, the oldest first; the last one is the day before `to`. */
export interface DailySeries extends SeriesName {
  days: number[]
}

export const nameOfSeries = ({ dimension, key }: SeriesName): string => `${dimension}:${key}`

/** Whole weeks that end with the last day; what does not fill a week is left out at the beginning. */
export const weeksOf = (days: readonly number[]): number[] =>
  Array.from({ length: Math.floor(days.length / 7) }, (_, week) => {
    const from = (days.length % 7) + week * 7
    return days.slice(from, from + 7).reduce((sum, each) => sum + each, 0)
  })
