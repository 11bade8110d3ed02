import { withinTime } from '#cases'
import type { Db } from '#platform'
import { type Period, parsePeriod, periodOf } from '../../model/dashboard/period.ts'
import { COUNTED, PARTS, TABLES, type TableName } from '../../model/open-data/columns.ts'
import { type Row, type Shown, suppress, suppressRow } from '../../model/open-data/suppress.ts'
import { nothing } from '../../model/roll-ups/cells.ts'
import { MEASURES } from '../../model/roll-ups/measures.ts'
import type { Bar } from '../../model/roll-ups/percentile.ts'
import { percentile } from '../../model/roll-ups/percentile.ts'
import { type Slice, sumCells, sumDurations } from '../../store/roll-ups/cells.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'

/** A line of a published table; null where something is kept back. */
export interface PublishedLine {
  /** Null for cases that have none. */
  key: string | null
  counts: Shown
  medianDays: number | null
}

export interface Published {
  period: Period
  total: PublishedLine
  tables: Record<TableName, PublishedLine[]>
}

/** Quarters alone are published, and each by one thing at a time: nested spans could be subtracted from each other. */
const KIND = 'quarter'
/** The most quarters that are listed. */
const MOST = 20
const PATIENCE = 5_000

/**
 * The public's figures of a quarter that is over, with everything kept back by which somebody could be recognised.
 *
 * @returns undefined for what is no such quarter
 */
export async function publishedFigures(tools: FigureTools, name: string): Promise<Published | undefined> {
  const period = parsePeriod(name)
  const { timeZone } = await tools.directory()
  if (period?.kind !== KIND || !isOver(period, today(tools, timeZone))) return undefined
  return withinTime(tools.db, PATIENCE, (tx) => publish(tx, tools, period))
}

/** Quarters that are over and in which something was received or answered, the latest first. */
export async function publishedPeriods(tools: FigureTools): Promise<Period[]> {
  const { timeZone } = await tools.directory()
  const now = today(tools, timeZone)
  const months = await sumCells(tools.db, { basis: 'happened' }, 'month', 'month')
  const names = months
    .filter(({ received, answered }) => received + answered > 0)
    .map(({ key }) => periodOf(Temporal.PlainDate.from(`${key}-01`), KIND).name)
  return [...new Set(names)]
    .sort()
    .reverse()
    .flatMap((each) => parsePeriod(each) ?? [])
    .filter((period) => isOver(period, now))
    .slice(0, MOST)
}

async function publish(db: Db, tools: FigureTools, period: Period): Promise<Published> {
  const directory = await tools.directory()
  const slice: Slice = { basis: 'happened', from: period.from, to: period.to }
  const governorate = (key: string) => directory.placePath(key)[0]?.id ?? key
  const found = await Promise.all(
    TABLES.map((name) => read(db, slice, name, name === 'place' ? governorate : (key) => key)),
  )
  const safe = found.map(({ rows }) => suppress(rows, IDS, PARTS))
  const withoutTotal = new Set(safe.flatMap((each) => each.withoutTotal))
  const [whole] = await read(db, slice, undefined, () => 'all').then(({ rows, bars }) => [
    { row: rows[0], bars },
  ])
  const counts = suppressRow(whole?.row ?? {}, IDS, PARTS)
  for (const column of withoutTotal) counts[column] = null
  return {
    period,
    total: { key: 'all', counts, medianDays: medianOf(counts, whole?.bars.get('all')) },
    tables: Object.fromEntries(
      TABLES.map((name, table) => [
        name,
        (found[table]?.keys ?? []).map((key, at) => {
          const row = safe[table]?.rows[at] ?? {}
          return { key: key || null, counts: row, medianDays: medianOf(row, found[table]?.bars.get(key)) }
        }),
      ]),
    ) as Published['tables'],
  }
}

const IDS = COUNTED.map(({ id }) => id)

async function read(db: Db, slice: Slice, by: TableName | undefined, group: (key: string) => string) {
  const counts = new Map<string, ReturnType<typeof nothing>>()
  for (const row of await sumCells(db, slice, by, 'month')) {
    const into = counts.get(group(row.key)) ?? nothing()
    for (const measure of MEASURES) into[measure] += row[measure]
    counts.set(group(row.key), into)
  }
  const bars = new Map<string, Bar[]>()
  for (const { key, bin, n } of await sumDurations(db, slice, 'answer', by)) {
    const into = bars.get(group(key)) ?? []
    bars.set(group(key), [...into, { bin, n }])
  }
  const speaking = [...counts].filter(([, row]) => IDS.some((id) => row[id as keyof typeof row] > 0))
  // Equal ones always in the same order: what is hidden beside a small number must not change from one reading to the next.
  const sorted = speaking.sort(
    ([key, one], [otherKey, other]) => other.received - one.received || (key < otherKey ? -1 : 1),
  )
  return { keys: sorted.map(([key]) => key), rows: sorted.map(([, row]) => row as Row), bars }
}

/** Only where the number of those answered may be known. */
function medianOf({ answered }: Shown, bars: readonly Bar[] = []): number | null {
  if (!answered) return null
  const bin = percentile(
    [...bars].sort((one, other) => one.bin - other.bin),
    0.5,
  )
  return bin === null ? null : bin / 10
}

const today = ({ clock }: FigureTools, zone: string) => clock.now().toZonedDateTimeISO(zone).toPlainDate()

const isOver = ({ to }: Period, now: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(to, now) <= 0
