/**
 * What is watched: everything, an entity, a governorate, a category, a category in a governorate. `key` is '' for the
 * nation and CATEGORY/GOVERNORATE for the last.
 */
export const SERIES = ['nation', 'entity', 'place', 'category', 'category-place'] as const
export type SeriesDimension = (typeof SERIES)[number]

export interface SeriesName {
  dimension: SeriesDimension
  key: string
}

/** Cases received on each day, the oldest first; the last one is the day before `to`. */
export interface DailySeries extends SeriesName {
  days: number[]
}

/** Cases received in each whole week, the oldest first. */
export interface WeeklySeries extends SeriesName {
  weeks: number[]
}

export const nameOfSeries = ({ dimension, key }: SeriesName): string => `${dimension}:${key}`

export const keyOfPair = (category: string, place: string): string => `${category}/${place}`

/** What a series' key is made of. */
export function partsOf({ dimension, key }: SeriesName): {
  entity?: string
  category?: string
  place?: string
} {
  if (dimension === 'nation') return {}
  if (dimension !== 'category-place') return { [dimension]: key }
  const at = key.lastIndexOf('/')
  return { category: key.slice(0, at), place: key.slice(at + 1) }
}

/** Cases received in a week, by what series are told apart by; '' for none. */
export interface WeekCell {
  entity: string
  category: string
  place: string
  received: number
}

/** The series that a case belongs to, by name. */
export function namesOf({ entity, category, place }: Omit<WeekCell, 'received'>): string[] {
  const series: [SeriesDimension, string, boolean][] = [
    ['nation', '', true],
    ['entity', entity, entity !== ''],
    ['category', category, category !== ''],
    ['place', place, place !== ''],
    ['category-place', keyOfPair(category, place), category !== '' && place !== ''],
  ]
  return series.flatMap(([dimension, key, has]) => (has ? [nameOfSeries({ dimension, key })] : []))
}

/** Whole weeks that end with the last day; what does not fill a week is left out at the beginning. */
export const weeksOf = (days: readonly number[]): number[] =>
  Array.from({ length: Math.floor(days.length / 7) }, (_, week) => {
    const from = (days.length % 7) + week * 7
    return days.slice(from, from + 7).reduce((sum, each) => sum + each, 0)
  })
