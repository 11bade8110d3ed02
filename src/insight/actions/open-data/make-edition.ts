import type { Db } from '#platform'
import type { Period } from '../../model/dashboard/period.ts'
import { COUNTED, PARTS, TABLES, type TableName } from '../../model/open-data/columns.ts'
import type { Row, Shown } from '../../model/open-data/suppress.ts'
import { suppressTables } from '../../model/open-data/suppress-tables.ts'
import { tiesBetween } from '../../model/open-data/ties.ts'
import { nothing } from '../../model/roll-ups/cells.ts'
import { MEASURES } from '../../model/roll-ups/measures.ts'
import { asHistogram, type Bar, percentile } from '../../model/roll-ups/percentile.ts'
import * as editions from '../../store/open-data/editions.ts'
import { metTogether, sumCells } from '../../store/roll-ups/cells.ts'
import { sumDurations } from '../../store/roll-ups/durations.ts'
import type { Slice } from '../../store/roll-ups/slice.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import type { PublishedLine } from './publish.ts'

/** How the keys of a table are put together: towns into their governorate. */
type Group = (key: string) => string

const IDS = COUNTED.map(({ id }) => id)

/** Counts a quarter and keeps back what must not be told, also beside the editions before. */
export async function makeEdition(
  db: Db,
  tools: FigureTools,
  period: Period,
): Promise<Pick<editions.Edition, 'shown' | 'counted' | 'received'>> {
  const directory = await tools.directory()
  const slice: Slice = { basis: 'happened', from: period.from, to: period.to }
  const groupOf = (name: TableName): Group =>
    name === 'place' ? (key) => directory.placePath(key)[0]?.id ?? key : (key) => key
  const before = await editions.countedBefore(db, period.name)
  const found: Read[] = []
  for (const name of TABLES)
    found.push(
      await read(
        db,
        slice,
        name,
        groupOf(name),
        before.flatMap(({ tables }) => keysOf(tables[name])),
      ),
    )
  const whole = await read(db, slice, undefined, () => 'all', [])
  const total = whole.rows[0] ?? {}
  const safe = suppressTables(
    {
      tables: found.map(({ keys, rows }, at) => ({
        rows,
        earlier: keys.map((key) => earlierOf(before, at, key)),
      })),
      total,
      earlierTotals: before.map((each) => each.total),
      ties: await tiesOf(db, slice, found, groupOf),
    },
    IDS,
    PARTS,
  )
  return {
    received: total.received ?? 0,
    shown: {
      total: lineOf('all', safe.total, whole),
      tables: byTable((at) => inOrder(found[at], safe.tables[at] ?? [])),
    },
    counted: { total: counted(total), tables: byTable((at) => rowsOf(found[at])) },
  }
}

interface Read {
  keys: string[]
  rows: Row[]
  bars: Map<string, Bar[]>
}

/** @param also keys that an earlier edition told of */
async function read(
  db: Db,
  slice: Slice,
  by: TableName | undefined,
  group: Group,
  also: string[],
): Promise<Read> {
  const counts = new Map(also.map((key) => [key, nothing()]))
  for (const row of await sumCells(db, slice, by, 'month')) {
    const into = counts.get(group(row.key)) ?? nothing()
    for (const measure of MEASURES) into[measure] += row[measure]
    counts.set(group(row.key), into)
  }
  const bars = new Map<string, Bar[]>()
  for (const [key, own] of await sumDurations(db, slice, 'answer', by))
    bars.set(group(key), asHistogram([...(bars.get(group(key)) ?? []), ...own]))
  // In the order of their keys: what is hidden beside a small number is the same from one reading to the next.
  const speaking = [...counts]
    .filter(([key, row]) => also.includes(key) || IDS.some((id) => row[id as keyof typeof row] > 0))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return { keys: speaking.map(([key]) => key), rows: speaking.map(([, row]) => row as Row), bars }
}

/** Which lines of two tables are about the same cases. */
async function tiesOf(db: Db, slice: Slice, found: Read[], groupOf: (name: TableName) => Group) {
  const ties = []
  for (const [one, name] of TABLES.entries())
    for (const [at, otherName] of TABLES.slice(one + 1).entries()) {
      const other = one + 1 + at
      const met = await metTogether(db, slice, name, otherName)
      const lines = (table: number, group: Group) => (key: string) =>
        found[table]?.keys.indexOf(group(key)) ?? -1
      const [lineOne, lineOther] = [lines(one, groupOf(name)), lines(other, groupOf(otherName))]
      const pairs = met.map((each): [number, number] => [lineOne(each.one), lineOther(each.other)])
      ties.push(...tiesBetween(one, other, pairs))
    }
  return ties
}

/** By what is shown of their receipts; what is kept back stands last, or its place among the others would tell it. */
function inOrder(found: Read | undefined, shown: readonly Shown[]): PublishedLine[] {
  if (!found) return []
  const lines = found.keys.map((key, at) => lineOf(key, shown[at] ?? {}, found))
  const received = ({ counts }: PublishedLine) => counts.received ?? -1
  return lines.sort((one, other) => received(other) - received(one))
}

const lineOf = (key: string, counts: Shown, { bars }: Read): PublishedLine => ({
  key: key || null,
  counts,
  medianDays: medianOf(counts, bars.get(key)),
})

/** Only where the number of those answered may be known. */
function medianOf({ answered }: Shown, bars: readonly Bar[] = []): number | null {
  if (!answered) return null
  const sorted = [...bars].sort((one, other) => one.bin - other.bin)
  const bin = percentile(sorted, 0.5)
  return bin === null ? null : bin / 10
}

const byTable = <Found>(of: (at: number) => Found) =>
  Object.fromEntries(TABLES.map((name, at) => [name, of(at)])) as Record<TableName, Found>

const counted = (row: Row): Row => Object.fromEntries(IDS.map((id) => [id, row[id] ?? 0]))

const rowsOf = (found: Read | undefined): Record<string, Row> =>
  Object.fromEntries((found?.keys ?? []).map((key, at) => [key, counted(found?.rows[at] ?? {})]))

const keysOf = (rows: Record<string, Row> | undefined) => Object.keys(rows ?? {})

const earlierOf = (before: readonly editions.Counted[], table: number, key: string): Row[] =>
  before.map(({ tables }) => tables[TABLES[table] ?? 'entity']?.[key] ?? {})
