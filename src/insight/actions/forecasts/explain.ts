import type { Directory } from '#entities'
import { searchTerms, words } from '#language'
import type { Db } from '#platform'
import { moreFrequent, type WordCount } from '../../model/forecasts/more-frequent.ts'
import { partsOf, type SeriesName } from '../../model/forecasts/series.ts'
import { subjectsOf } from '../../store/forecasts/subjects.ts'
import { startOf } from './tools.ts'

/** Cases that are read to count their words. */
const MOST_NOW = 500
const MOST_BEFORE = 2000
const WEEKS_BEFORE = 4

export interface Explanation {
  words: WordCount[]
  places: WordCount[]
}

/** What stands in more of the week's cases than in those of the four weeks before: words, and governorates. */
export async function explain(
  db: Db,
  series: SeriesName,
  from: Temporal.PlainDate,
  now: Temporal.Instant,
  directory: Directory,
): Promise<Explanation> {
  const { place } = partsOf(series)
  const places = place ? within(place, directory) : []
  const [start, earlier] = [
    startOf(from, directory),
    startOf(from.subtract({ weeks: WEEKS_BEFORE }), directory),
  ]
  const [these, before] = await Promise.all([
    subjectsOf(db, series, places, start, now.add({ seconds: 1 }), MOST_NOW),
    subjectsOf(db, series, places, earlier, start, MOST_BEFORE),
  ])
  const governorate = ({ place }: { place: string | null }) => {
    const first = directory.placePath(place)[0]
    return first ? [first.id] : []
  }
  const written = new Map<string, string>()
  const telling = ({ subject }: { subject: string }) => wordsOf(subject, written)
  const known = moreFrequent(these.map(telling), before.map(telling))
  return {
    words: known.map((word) => ({ ...word, key: written.get(word.key) ?? word.key })),
    places: place ? [] : moreFrequent(these.map(governorate), before.map(governorate)),
  }
}

/** The words of a subject that carry meaning; how each is written is remembered as it was first seen. */
const wordsOf = (subject: string, written: Map<string, string>): string[] =>
  (subject.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).flatMap((word) => {
    const [key] = words(word)
    if (!key || searchTerms(key).length === 0) return []
    if (!written.has(key)) written.set(key, word)
    return [key]
  })

/** A place and all that lie in it. */
const within = (place: string, directory: Directory): string[] => [
  place,
  ...directory.places(place, 'ar').flatMap(({ id }) => within(id, directory)),
]
