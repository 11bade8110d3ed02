import type { Calendar } from './calendar.ts'
import { INNER_CLOCKS, type InnerClocks } from './inner-clocks.ts'
import type { Rung } from './ladder.ts'
import { indexPromises, type PromiseQuestion, type PromiseRule, unwrittenPromise } from './promise.ts'

/**
 * Everything that dates are computed from, as it was at one moment. It never changes; when
 * `installation.configuration` has moved past its own, load another.
 */
export interface PromiseBook {
  readonly configuration: number
  /** Throws for an id that the snapshot does not know: entities only name calendars that exist. */
  calendar(id: string): Calendar
  /** The most specific rule in force; where nobody has written one, the built-in one (version 0). */
  promise(about: PromiseQuestion): PromiseRule
  readonly inner: InnerClocks
  /** What is done about clocks that run out. */
  readonly ladder: readonly Rung[]
}

export function promiseBook(content: {
  readonly configuration: number
  readonly calendars: readonly Calendar[]
  readonly rules: readonly PromiseRule[]
  readonly ladder?: readonly Rung[]
}): PromiseBook {
  const calendars = new Map(content.calendars.map((calendar) => [calendar.id, calendar]))
  const ruleFor = indexPromises(content.rules)
  return {
    configuration: content.configuration,
    calendar: (id) => {
      const found = calendars.get(id)
      if (!found) throw new RangeError(`no calendar ${id} in configuration ${content.configuration}`)
      return found
    },
    promise: (about) => ruleFor(about) ?? unwrittenPromise(about.type),
    inner: INNER_CLOCKS,
    ladder: content.ladder ?? [],
  }
}
