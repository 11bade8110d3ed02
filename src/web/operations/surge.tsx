import type { Directory } from '#entities'
import type { Surge } from '#insight'
import { useReader, useWords } from '#ui'
import { formatDate, formatNumber } from '#words'

/** An alert, explained: what left its interval, since when, which words, where. */
export function SurgeLine({ surge, directory }: { surge: Surge; directory: Directory }) {
  const { operations } = useWords()
  const reader = useReader()
  const { dimension, key, observed, low, high, since, direction, words, places, state } = surge
  const said = (n: number) => formatNumber(reader, Math.round(n))
  const named = {
    nation: undefined,
    entity: directory.entity(key),
    category: directory.category(key),
    place: directory.place(key),
  }[dimension]
  return (
    <>
      <strong>
        {operations.surge[direction](
          dimension === 'nation' ? operations.nation : (named?.name[reader.locale] ?? key),
        )}
      </strong>
      <span>{operations.surgeFigures(said(observed), said(low), said(high))}</span>
      <span class="soft">{operations.since(formatDate(reader, since))}</span>
      {words.length > 0 && (
        <span>
          {operations.surgeWords}{' '}
          {words.map(({ key: word }, at) => (
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
