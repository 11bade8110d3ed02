import type { Directory } from '#entities'
import { partsOfSeries, type Surge } from '#insight'
import { useReader, useWords } from '#ui'
import { formatDate, formatNumber, type Locale, words } from '#words'

/** An alert, explained: what left its interval, since when, which words, where. */
export function SurgeLine({ surge, directory }: { surge: Surge; directory: Directory }) {
  const { operations } = useWords()
  const reader = useReader()
  const { observed, explained, low, high, since, direction, places, state } = surge
  const said = (n: number) => formatNumber(reader, Math.round(n))
  return (
    <>
      <strong>{operations.surge[direction](surgeName(surge, directory, reader.locale))}</strong>
      <span>{operations.surgeFigures(said(observed), said(low), said(high))}</span>
      {explained > 0 && <span class="soft">{operations.surgeExplained(said(explained))}</span>}
      <span class="soft">{operations.since(formatDate(reader, since))}</span>
      {surge.words.length > 0 && (
        <span>
          {operations.surgeWords}{' '}
          {surge.words.map(({ key: word }, at) => (
            <>
              {at > 0 && ' · '}
              <bdi key={word}>{word}</bdi>
            </>
          ))}
        </span>
      )}
      {places.length > 0 && (
        <span>
          {operations.surgePlaces}{' '}
          {places.map(({ key: place }) => directory.place(place)?.name[reader.locale] ?? place).join(' · ')}
        </span>
      )}
      {state === 'acknowledged' && <span class="soft">{operations.acknowledged}</span>}
    </>
  )
}

/** What left its interval: the country, an entity, a category, a governorate, a category there. */
export function surgeName(surge: Surge, directory: Directory, locale: Locale): string {
  const { operations } = words(locale)
  const { entity, category, place } = partsOfSeries(surge)
  const named = (found: { name: Readonly<Record<Locale, string>> } | undefined, id: string) =>
    found?.name[locale] ?? id
  const what = category && named(directory.category(category), category)
  const where = place && named(directory.place(place), place)
  if (what && where) return operations.surgePair(what, where)
  return what ?? where ?? (entity ? named(directory.entity(entity), entity) : operations.nation)
}
