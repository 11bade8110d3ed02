import type { PublishedLine } from '#insight'
import { formatNumber, formatPercent, type Reader, words } from '#words'

/** A number, or a mark that it is kept back. */
export const number = (reader: Reader, count: number | null | undefined): string =>
  count === null || count === undefined
    ? words(reader.locale).insight.scorecard.kept
    : formatNumber(reader, count)

/** What of answers cannot be said: there were none, or their number is kept back. */
export const missing = (reader: Reader, { counts }: PublishedLine): string =>
  counts.answered === 0 ? '–' : words(reader.locale).insight.scorecard.kept

export const median = (reader: Reader, line: PublishedLine): string =>
  line.medianDays === null ? missing(reader, line) : formatNumber(reader, line.medianDays)

/** Share on time; undefined where it is kept back or nothing was answered. */
export const share = (reader: Reader, { counts }: PublishedLine): string | undefined =>
  counts.onTime === null || !counts.answered
    ? undefined
    : formatPercent(reader, (counts.onTime ?? 0) / counts.answered)
