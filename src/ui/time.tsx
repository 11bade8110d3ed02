import {
  formatDate,
  formatDateTime,
  formatDay,
  formatFullDay,
  formatHijri,
  formatShort,
  type Reader,
  type When,
} from '#words'
import type { Examples } from './example.ts'
import { useReader } from './page.tsx'

const STYLES = {
  date: formatDate,
  day: formatDay,
  fullDay: formatFullDay,
  dateTime: formatDateTime,
  short: formatShort,
} as const satisfies Record<string, (reader: Reader, when: When) => string>

export interface TimeProps {
  at: When
  /** `day` "Thursday 26 November" · `fullDay` with the year · `date` · `dateTime` (the default) · `short` for lists. */
  as?: keyof typeof STYLES
}

/** A date in the reader's words, with the Hijri date after it for those who want it. */
export function Time({ at, as = 'dateTime' }: TimeProps) {
  const reader = useReader()
  return (
    <time dateTime={machineTime(at)}>
      {STYLES[as](reader, at)}
      {reader.hijri && as !== 'short' && ` · ${formatHijri(reader, at)}`}
    </time>
  )
}

const machineTime = (at: When): string =>
  at instanceof Temporal.ZonedDateTime ? at.toString({ timeZoneName: 'never' }) : at.toString()

export const examples: Examples = {
  'every style': () => {
    const at = Temporal.Instant.from('2026-11-19T09:40:00Z')
    return (
      <ul>
        {(Object.keys(STYLES) as (keyof typeof STYLES)[]).map((as) => (
          <li key={as}>
            <Time at={at} as={as} />
          </li>
        ))}
      </ul>
    )
  },
}
