import type { Names } from '#entities'
import type { Moved, ReportFigure, ShareOf } from '#messages'
import type { Measured } from '../indicators/indicator.ts'
import { indicator } from '../indicators/list.ts'

/** So many names stand in a sentence. */
export const FEW = 3
/** An entity with fewer answers is neither called slow nor praised for its speed. */
const ENOUGH = 20
/** What is named as having moved the whole moved at least so much of it. */
const PART_OF_THE_CHANGE = 0.2
/** And at least so many cases: fewer come and go by chance. */
const LEAST = 5
/** A change of the whole by less is not explained: chance moves as much. */
const CHANGE = 0.1
/** A share that rose by less is no improvement to speak of. */
const BETTER = 0.05

interface Line {
  key: string | null
  measured: readonly Measured[]
}
type NameOf = (key: string) => Names | undefined

/** What came in by each line, beside the period before; the most first. */
export function moved(now: readonly Line[], before: readonly Line[], nameOf: NameOf): Moved[] {
  const [counts, earlier] = [receivedBy(now), receivedBy(before)]
  return [...new Set([...counts.keys(), ...earlier.keys()])]
    .flatMap((key) => {
      const name = nameOf(key)
      return name ? [{ name: both(name), now: counts.get(key) ?? 0, before: earlier.get(key) ?? 0 }] : []
    })
    .sort((one, other) => other.now - one.now)
}

const receivedBy = (lines: readonly Line[]) =>
  new Map(lines.flatMap(({ key, measured }) => (key ? [[key, figureOf(measured, 'received') ?? 0]] : [])))

/** The lines that a change of the whole comes from, the greatest first; none where the whole hardly changed. */
export function movers(
  lines: readonly Moved[],
  { received, receivedBefore }: { received: number; receivedBefore: number },
): Moved[] {
  const change = received - receivedBefore
  if (Math.abs(change) < CHANGE * receivedBefore || receivedBefore < ENOUGH) return []
  return lines
    .filter(
      ({ now, before }) => (now - before) / change >= PART_OF_THE_CHANGE && Math.abs(now - before) >= LEAST,
    )
    .toSorted((one, other) => Math.abs(other.now - other.before) - Math.abs(one.now - one.before))
    .slice(0, FEW)
}

/** Entities that were least often on time. */
export const slowest = (now: readonly Line[], before: readonly Line[], nameOf: NameOf): ShareOf[] =>
  onTime(now, before, nameOf)
    .filter(({ share }) => share < 1)
    .toSorted((one, other) => one.share - other.share)
    .slice(0, FEW)

/** Entities that are on time more often than in the period before. */
export const improved = (now: readonly Line[], before: readonly Line[], nameOf: NameOf): ShareOf[] =>
  onTime(now, before, nameOf)
    .filter((each) => gain(each) >= BETTER)
    .toSorted((one, other) => gain(other) - gain(one))
    .slice(0, FEW)

const gain = ({ share, before }: ShareOf) => (before === null ? 0 : share - before)

function onTime(now: readonly Line[], before: readonly Line[], nameOf: NameOf): ShareOf[] {
  const earlier = new Map(before.map(({ key, measured }) => [key, measuredOf(measured, 'on-time')]))
  return now.flatMap(({ key, measured }) => {
    const [name, own, then] = [key && nameOf(key), measuredOf(measured, 'on-time'), earlier.get(key)]
    if (!name || !own || own.value === null || own.n < ENOUGH) return []
    const was = then && then.n >= ENOUGH ? then.value : null
    return [{ name: both(name), share: own.value, of: own.n, before: was }]
  })
}

/** What stands in the table at the end, in this order. */
const FIGURES = [
  ...['received', 'answered', 'open', 'overdue', 'on-time', 'entity-on-time', 'median-days', 'p90-days'],
  ...['first-right', 'satisfaction', 'response-rate', 'promised-kept', 'recurring', 'refused', 'merged'],
  ...['withdrawn', 'unanswered'],
]

export const figuresOf = (now: readonly Measured[], before: readonly Measured[]): ReportFigure[] =>
  FIGURES.flatMap((id) => {
    const [found, own] = [indicator(id), measuredOf(now, id)]
    if (!found || !own || !isSaid(found.unit)) return []
    const figure = { name: both(found.name), unit: found.unit, now: own.value, of: own.n }
    return [{ ...figure, before: figureOf(before, id) }]
  })

const isSaid = (unit: string): unit is ReportFigure['unit'] => ['cases', 'share', 'days'].includes(unit)

const measuredOf = (measured: readonly Measured[], id: string) => measured.find((each) => each.id === id)
const figureOf = (measured: readonly Measured[], id: string) => measuredOf(measured, id)?.value ?? null
const both = ({ ar, en }: Names) => ({ ar, en })
