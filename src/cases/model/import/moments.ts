import { BadRow } from './bad-row.ts'
import type { Cell } from './cells.ts'
import { type DateReader, dateReader, type Oddity } from './dates.ts'
import type { Dated, ImportStage, Mapping } from './mapping.ts'

export type Dates = ReturnType<typeof datesOf>

const NAMES = ['received', 'routed', 'due', 'answered', 'closed'] as const
type Named = (typeof NAMES)[number]
type Moments = Partial<Record<Named, Temporal.Instant>>

/** Dates without a time begin their day, and a date to keep ends it. */
export const datesOf = (mapping: Mapping) =>
  NAMES.map((name) => {
    const readers = (mapping[name] ?? []).map((dated: Dated): [string, DateReader] => [
      dated.column,
      dateReader(dated, mapping.timeZone, name === 'due' ? 'end' : 'start'),
    ])
    return [name, readers] as const
  })

export function saidAt(dates: Dates, cell: Cell): { at: Moments; oddities: Oddity[] } {
  const at: Moments = {}
  const oddities: Oddity[] = []
  for (const [name, readers] of dates) {
    const filled = readers.find(([column]) => cell(column) !== '')
    if (!filled) continue
    const [column, read] = filled
    const found = read(cell(column))
    if (!found)
      throw new BadRow(`${column} "${cell(column).slice(0, 40)}" is no date as the mapping writes them`)
    at[name] = found.at
    if (found.oddity) oddities.push(found.oddity)
  }
  return { at, oddities }
}

/** `Temporal.Instant.compare` alone takes fourteen times as long, and every row asks six times. */
function before(one: Temporal.Instant, other: Temporal.Instant): boolean {
  const ahead = other.epochMilliseconds - one.epochMilliseconds
  return ahead > 0 || (ahead === 0 && Temporal.Instant.compare(one, other) < 0)
}

/**
 * The dates as a history that goes forward: nothing happens to a case before it was received, and nothing is
 * answered after it was closed. A date that had to give way is kept beside, as the source told it.
 */
export function inOrder(
  { received, due, ...said }: Moments,
  stage: ImportStage,
  found: Oddity[],
  now: Temporal.Instant,
) {
  if (!received) throw new BadRow('it has no date of receipt')
  const oddities = [...new Set(found)]
  const sourceDates: Record<string, string> = {}
  const odd = (oddity: Oddity, name: Named) => {
    oddities.push(oddity)
    if (said[name as 'closed']) sourceDates[name] = String(said[name as 'closed'])
  }
  for (const at of [received, said.answered, said.closed])
    if (at && before(now, at)) throw new BadRow(`${at} lies in the future`)
  let { routed = received, answered, closed } = said
  if (due && before(due, received)) oddities.push('due-before-received')
  if (before(routed, received)) [routed] = [received, odd('routed-before-received', 'routed')]
  if (closed && stage !== 'closed') {
    odd('open-with-closing-date', 'closed')
    if (stage === 'answered') answered ??= closed
    closed = undefined
  }
  if (stage === 'closed' && !closed) throw new BadRow('it is closed, but its closing date is empty')
  if (stage === 'answered' && !answered)
    throw new BadRow('it is answered, but the date of its answer is empty')
  if (closed && before(closed, received)) [closed] = [received, odd('closed-before-received', 'closed')]
  if (answered && before(answered, received))
    [answered] = [received, odd('answered-before-received', 'answered')]
  if (answered && closed && before(closed, answered))
    [answered] = [closed, odd('answered-after-closed', 'answered')]
  const ends = answered ?? closed
  if (ends && before(ends, routed)) routed = ends
  const kept = Object.keys(sourceDates).length > 0 ? { sourceDates } : {}
  return { received, routed, due, answered, closed, oddities, ...kept }
}
