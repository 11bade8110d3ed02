import { nameOfSeries, namesOf, type SeriesName, type WeekCell } from './series.ts'

/** Cases of a week by where they lie: those of this one, and of an ordinary one before it. */
export interface Week {
  these: readonly WeekCell[]
  before: readonly WeekCell[]
}

/** The part of what is new (or missing) in a series that lies in another, 0 to 1. */
export type ShareOf = (inner: SeriesName, outer: SeriesName) => number

/** What a week has beside the one before it, in one place. */
interface Change {
  names: ReadonlySet<string>
  by: number
  now: number
}

/** Reads the week once, however often it is asked. */
export function sharesIn(week: Week): ShareOf {
  const bySeries = changesOf(week)
  return (inner, outer) => {
    if (outer.dimension === 'nation') return 1
    const of = bySeries.get(nameOfSeries(inner)) ?? []
    const within = of.filter(({ names }) => names.has(nameOfSeries(outer)))
    const change = sum(of, 'by')
    if (change !== 0) return Math.min(1, Math.max(0, sum(within, 'by') / change))
    const all = sum(of, 'now')
    return all > 0 ? sum(within, 'now') / all : 0
  }
}

function changesOf({ these, before }: Week): ReadonlyMap<string, Change[]> {
  const cells = new Map<string, Change>()
  const add = (cell: WeekCell, now: number, by: number) => {
    const name = `${cell.entity}\n${cell.category}\n${cell.place}`
    const known = cells.get(name) ?? { names: new Set(namesOf(cell)), by: 0, now: 0 }
    cells.set(name, { ...known, by: known.by + by, now: known.now + now })
  }
  for (const cell of these) add(cell, cell.received, cell.received)
  for (const cell of before) add(cell, 0, -cell.received)
  const bySeries = new Map<string, Change[]>()
  for (const change of cells.values())
    for (const name of change.names) {
      const known = bySeries.get(name)
      if (known) known.push(change)
      else bySeries.set(name, [change])
    }
  return bySeries
}

const sum = (changes: readonly Change[], what: 'by' | 'now'): number =>
  changes.reduce((total, each) => total + each[what], 0)

/** Who holds most of a series' cases, and whether all of them. */
export function holderOf(
  series: SeriesName,
  cells: readonly WeekCell[],
): { holder: string | null; alone: boolean } {
  if (series.dimension === 'entity') return { holder: series.key, alone: true }
  const own = cells.filter((cell) => namesOf(cell).includes(nameOfSeries(series)))
  const count = (some: readonly WeekCell[]) => some.reduce((total, { received }) => total + received, 0)
  const [first] = [...Map.groupBy(own, ({ entity }) => entity)]
    .map(([entity, group]) => ({ entity, n: count(group) }))
    .toSorted((one, other) => other.n - one.n)
  const all = count(own)
  if (!first?.entity || first.n < all / 2) return { holder: null, alone: false }
  return { holder: first.entity, alone: first.n === all }
}
