import { z } from 'zod'
import { type CaseType, CHANNELS, type Channel, chosen, maybeChosen, TYPES } from '#cases'

/*
 * What is counted. Every figure is of the cases received in [from, to) and by `asOf`:
 *
 *   answered   the answer reached the resident by `asOf`
 *   closed     answered, or ended without an answer (withdrawn, no answer from the resident), by `asOf`
 *   open       received − closed
 *   overdue    open, and the date told to the resident has passed at `asOf`
 *   onTime     answered no later than the date told to the resident
 *   onTimeRate onTime ÷ answered
 *   complaints of the received: of the type complaint
 *   recurring  complaints that belong to a known problem
 *   hours      from the submission to the answer, of the answered
 *
 * A case that was reopened since is open again, also for an earlier `asOf`: its first answer failed.
 */

/** By what figures are told apart. */
export const FACETS = ['entity', 'category', 'type', 'channel', 'place', 'month', 'year'] as const
export type Facet = (typeof FACETS)[number]

export interface IndicatorsQuery {
  entity?: string
  category?: string
  type?: CaseType
  channel?: Channel
  /** The name of an import. */
  source?: string
  from?: Temporal.Instant
  to?: Temporal.Instant
  asOf?: Temporal.Instant
  by?: Facet
}

/** The questions as an address asks them; days begin at midnight in the country. */
export const indicatorsQuery = (zone: string) => {
  const moment = z
    .string({ error: 'not-a-date' })
    .transform((text, { issues }) => {
      const at = momentOf(text, zone)
      if (!at) issues.push({ code: 'custom', message: 'not-a-date', input: text })
      return at
    })
    .optional()
  return z
    .strictObject({
      entity: maybeChosen,
      category: maybeChosen,
      type: chosen(TYPES).optional(),
      channel: chosen(CHANNELS).optional(),
      source: maybeChosen,
      from: moment,
      to: moment,
      asOf: moment,
      by: chosen(FACETS).optional(),
    })
    .check(({ value: { from, to }, issues }) => {
      if (from && to && Temporal.Instant.compare(from, to) >= 0)
        issues.push({ code: 'custom', message: 'later-than-end', path: ['from'], input: from })
    })
}

/** A day, or a moment with its offset, of a year that a database knows. */
function momentOf(text: string, zone: string): Temporal.Instant | undefined {
  if (!/^(?:19|2[01])\d\d-\d\d-\d\d(?:[T ]|$)/i.test(text)) return undefined
  try {
    return text.length === 10
      ? Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant()
      : Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
