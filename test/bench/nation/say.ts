import { formatNumber, type Reader, words } from '#words'
import type { Sum } from './count.ts'

/** A share that is rounded once, from whole numbers. */
interface Part {
  part: number
  whole: number
}

type Found = { count: number; n: number } | (Part & { n: number }) | { tenths: number | null; n: number }

/** Every indicator, worked out from what was counted; a page with one that is not here is a difference. */
export const FOUND: Record<string, (sum: Sum) => Found> = {
  received: count('received'),
  answered: count('answered'),
  open: ({ open }) => ({ count: open, n: open }),
  overdue: ({ overdue }) => ({ count: overdue, n: overdue }),
  'backlog-age': ({ ages }) => middle(ages, 0.5, 10),
  'on-time': share('onTime', 'answered'),
  'entity-on-time': share('entityOnTime', 'entityAnswered'),
  'median-days': ({ answers }) => middle(answers, 0.5, 1),
  'p90-days': ({ answers }) => middle(answers, 0.9, 1),
  'first-action': ({ firstActs }) => middle(firstActs, 0.5, 10),
  'first-right': share('firstRight', 'answered'),
  returned: hundred('returned', 'answered'),
  reopened: hundred('reopened', 'answered'),
  bounced: hundred('bounced', 'handed'),
  'to-head': count('toHead'),
  'to-minister': count('toMinister'),
  'to-operations': count('toOperations'),
  satisfaction: share('satisfied', 'rated'),
  'response-rate': share('rated', 'answered'),
  respect: ({ counts: { respectSum = 0, rated = 0 } }) => ({ ...tenth(respectSum, rated), n: rated }),
  'promised-kept': share('promisedKept', 'promised'),
  recurring: share('recurring', 'complaints'),
  praise: count('praise'),
  refused: share('refused', 'closed'),
  merged: share('merged', 'received'),
  withdrawn: share('withdrawn', 'closed'),
  unanswered: share('unanswered', 'closed'),
}

function count(what: string) {
  return ({ counts: { [what]: n = 0 } }: Sum): Found => ({ count: n, n })
}

function share(part: string, whole: string) {
  return ({ counts }: Sum): Found => {
    const n = counts[whole] ?? 0
    return { part: counts[part] ?? 0, whole: n, n }
  }
}

function hundred(part: string, whole: string) {
  return ({ counts }: Sum): Found => {
    const n = counts[whole] ?? 0
    return { ...tenth((counts[part] ?? 0) * 100, n), n }
  }
}

/** In tenths, a half going up, worked out in whole numbers. */
const tenth = (part: number, whole: number) => ({
  tenths: whole > 0 ? Math.floor((20 * part + whole) / (2 * whole)) : null,
})

/**
 * `percentile_cont` of measured times, rounded to the measure: where it lies between two of them, in proportion.
 *
 * @param unit tenths in one measure
 */
export function middle(
  times: readonly number[],
  part: number,
  unit: 1 | 10,
): { tenths: number | null; n: number } {
  const n = times.length
  if (n === 0) return { tenths: null, n }
  const sorted = Int32Array.from(times).sort()
  // Tenths of a place, so that 0.9 of a number is worked out in whole numbers.
  const place = Math.round(part * 10) * (n - 1)
  const [low = 0, high = 0] = [sorted[Math.floor(place / 10)], sorted[Math.ceil(place / 10)]]
  return { tenths: Math.floor((10 * low + (place % 10) * (high - low) + 5) / 10) * unit, n }
}

const UNITS: Record<string, 'days' | 'hours' | 'perHundred' | 'ofFive'> = {
  ...{ 'backlog-age': 'days', 'median-days': 'days', 'p90-days': 'days', 'first-action': 'hours' },
  ...{ returned: 'perHundred', reopened: 'perHundred', bounced: 'perHundred', respect: 'ofFive' },
}

/** What stands where there is nothing to count. */
export const DASH = '–'

/** A value as a table of a page has to say it, to the last digit. */
export function said(reader: Reader, id: string, found: Found): string {
  const { value } = words(reader.locale).insight
  if ('count' in found) return formatNumber(reader, found.count)
  if ('whole' in found) return found.whole > 0 ? `${percent(found)}%` : DASH
  if (found.tenths === null) return DASH
  const number = found.tenths / 10
  const shown = formatNumber(reader, number)
  const unit = UNITS[id]
  if (unit === 'days' || unit === 'hours')
    return value[unit](shown, Number.isInteger(number) ? number : number < 1 ? 0.5 : number)
  return unit ? value[unit](shown) : shown
}

export const percent = ({ part, whole }: Part): number => Math.floor((200 * part + whole) / (2 * whole))

/** The same as a bare number, as files hold it: a share as a part of one, to the last digit that is shown. */
export function numberOf(found: Found): number | null {
  if ('count' in found) return found.count
  if ('whole' in found) return found.whole > 0 ? percent(found) / 100 : null
  return found.tenths === null ? null : found.tenths / 10
}
