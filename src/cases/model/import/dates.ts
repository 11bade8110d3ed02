import { westernDigits } from '#kernel'
import type { Dated } from './mapping.ts'

/** What may be odd about a row that is kept all the same; told as a warning and written with the case. */
export type Oddity =
  | 'skipped-by-summer-time'
  | 'repeated-by-winter-time'
  | 'due-before-received'
  | 'routed-before-received'
  | 'answered-before-received'
  | 'answered-after-closed'
  | 'closed-before-received'
  | 'open-with-closing-date'
  | 'unreadable-letters'

export interface Read {
  at: Temporal.Instant
  oddity?: Oddity
}

/** Reads the dates of one column; undefined when the text is no date in its format. */
export type DateReader = (text: string) => Read | undefined

const ISO =
  /^(?<yyyy>\d{4})-(?<MM>\d\d)-(?<dd>\d\d)(?:[T ](?<HH>\d\d):(?<mm>\d\d)(?::(?<ss>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/

const PARTS: Record<string, string> = {
  yyyy: '(?<yyyy>\\d{4})',
  MM: '(?<MM>\\d{2})',
  M: '(?<MM>\\d{1,2})',
  dd: '(?<dd>\\d{2})',
  d: '(?<dd>\\d{1,2})',
  HH: '(?<HH>\\d{2})',
  H: '(?<HH>\\d{1,2})',
  hh: '(?<hh>\\d{2})',
  h: '(?<hh>\\d{1,2})',
  mm: '(?<mm>\\d{2})',
  ss: '(?<ss>\\d{2})',
  a: '(?<a>[AaPp]\\.?[Mm]\\.?|[صم])',
}

/**
 * A reader for `iso`, or for a pattern of yyyy MM M dd d HH H hh h mm ss a.
 *
 * A time that summer time skipped or repeated is read as its clocks went on unchanged (the first of the two),
 * and said so.
 *
 * @param day when a date without a time is, unless the mapping says otherwise
 */
export function dateReader({ format, day }: Dated, timeZone: string, usual: 'start' | 'end'): DateReader {
  const pattern = format === 'iso' ? ISO : patternOf(format)
  const end = (day ?? usual) === 'end'
  const midnights = new Map<number, number>()
  return (text) => {
    const groups = pattern.exec(westernDigits(text))?.groups
    if (!groups) return undefined
    try {
      if (groups.zone) return { at: Temporal.Instant.from(westernDigits(text).replace(' ', 'T')) }
      const wall = wallTime(groups, end)
      return onAnOrdinaryDay(wall, timeZone, midnights) ?? inZone(plain(wall), timeZone)
    } catch {
      return undefined
    }
  }
}

/** A moment on a wall, its date as written. */
interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const plain = (wall: Wall) => Temporal.PlainDateTime.from(wall, { overflow: 'reject' })

/**
 * On days of 24 hours a time is so many seconds after midnight, and most rows share their day with another:
 * reading them so takes a quarter of the time. Undefined on the two days a year on which clocks change.
 */
function onAnOrdinaryDay(wall: Wall, timeZone: string, midnights: Map<number, number>): Read | undefined {
  const { year, month, day, hour, minute, second } = wall
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const key = (year * 100 + month) * 100 + day
  let midnight = midnights.get(key)
  if (midnight === undefined) {
    const began = plain({ year, month, day, hour: 0, minute: 0, second: 0 }).toZonedDateTime(timeZone)
    const whole = began.hoursInDay === 24 && began.hour === 0
    midnight = whole ? began.epochMilliseconds : Number.NaN
    midnights.set(key, midnight)
  }
  if (Number.isNaN(midnight)) return undefined
  return {
    at: Temporal.Instant.fromEpochMilliseconds(midnight + ((hour * 60 + minute) * 60 + second) * 1_000),
  }
}

/** Whether dates can be read in a format at all: it names year, month and day. */
export function isFormat(format: string): boolean {
  try {
    return format === 'iso' || Boolean(patternOf(format))
  } catch {
    return false
  }
}

/** @throws RangeError for a pattern without year, month and day */
function patternOf(format: string): RegExp {
  const source = format.replace(
    /yyyy|MM?|dd?|HH?|hh?|mm|ss|a|[^\w]/g,
    (part) => PARTS[part] ?? RegExp.escape(part),
  )
  const pattern = new RegExp(`^${source}$`)
  if (!['(?<yyyy>', '(?<MM>', '(?<dd>'].every((part) => source.includes(part)))
    throw new RangeError(`the format ${format} has no year, month or day`)
  return pattern
}

function wallTime(groups: Record<string, string | undefined>, end: boolean): Wall {
  const number = (name: string) => Number(groups[name] ?? 0)
  const timed = groups.HH !== undefined || groups.hh !== undefined
  const time = timed
    ? { hour: hourOf(groups), minute: number('mm'), second: number('ss') }
    : end
      ? LAST
      : FIRST
  return { year: number('yyyy'), month: number('MM'), day: number('dd'), ...time }
}

const FIRST = { hour: 0, minute: 0, second: 0 }
const LAST = { hour: 23, minute: 59, second: 59 }

function hourOf({ HH, hh, a = '' }: Record<string, string | undefined>): number {
  if (HH !== undefined) return Number(HH)
  const hour = Number(hh)
  if (hour < 1 || hour > 12) throw new RangeError('no hour of a twelve-hour clock')
  return (hour % 12) + (/^[pPم]/.test(a) ? 12 : 0)
}

function inZone(wall: Temporal.PlainDateTime, timeZone: string): Read {
  const first = wall.toZonedDateTime(timeZone)
  const other = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  const skipped = !first.toPlainDateTime().equals(wall)
  if (skipped) return { at: first.toInstant(), oddity: 'skipped-by-summer-time' }
  if (!first.equals(other)) return { at: first.toInstant(), oddity: 'repeated-by-winter-time' }
  return { at: first.toInstant() }
}
