import type { Db } from '#platform'
import { type Period, parsePeriod, periodOf } from '../../model/dashboard/period.ts'
import { TABLES, type TableName } from '../../model/open-data/columns.ts'
import type { Shown } from '../../model/open-data/suppress.ts'
import * as editions from '../../store/open-data/editions.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'
import { behind } from '../../store/roll-ups/generation.ts'
import { atOneMoment } from '../../store/roll-ups/reconcile.ts'
import type { Slice } from '../../store/roll-ups/slice.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import { ROLL_UPS } from '../roll-ups/keep-roll-ups.ts'
import { makeEdition } from './make-edition.ts'

/** A line of a published table; null where something is kept back. */
export interface PublishedLine {
  /** Null for cases that have none. */
  key: string | null
  counts: Shown
  medianDays: number | null
}

/** What everybody may read of a period. */
export interface PublishedFigures {
  total: PublishedLine
  tables: Record<TableName, PublishedLine[]>
}

export interface Published extends PublishedFigures {
  period: Period
  /** 1 for the first; each is written once. */
  edition: number
  madeAt: Temporal.Instant
}

/** Quarters alone are published, and each by one thing at a time: nested spans could be subtracted from each other. */
const KIND = 'quarter'
/** The most quarters that are listed. */
const MOST = 20
/** Days after its end: until then an answer may be objected to and count no longer. */
const SETTLED = 14

/**
 * The public's figures of a quarter that is over and settled, with everything kept back by which somebody could be
 * recognised. What was published once stays as it was, whatever becomes of its cases: from two readings nobody learns
 * what one case did. Only an import that brings many more cases makes another edition.
 *
 * @returns undefined for what is no such quarter
 */
export async function publishedFigures(tools: FigureTools, name: string): Promise<Published | undefined> {
  const period = parsePeriod(name)
  const { timeZone } = await tools.directory()
  if (period?.kind !== KIND || !isSettled(period, today(tools, timeZone))) return undefined
  const last = await editions.latest(tools.db, name)
  if (last && !(await outgrown(tools.db, period, last.received))) return published(period, last)
  const made = await tools.db.transaction(async (tx) => {
    // All tables are read as they stood at one moment: they share one total.
    await atOneMoment(tx)
    return makeEdition(tx, tools, period)
  })
  const edition = { ...made, edition: (last?.edition ?? 0) + 1, madeAt: tools.clock.now() }
  // What is still being brought in or counted is not kept, and neither is a quarter of which nothing is known.
  if ((await editions.importing(tools.db)) || (await behind(tools.db, ROLL_UPS)))
    return published(period, last ?? edition)
  if (made.received === 0) return published(period, edition)
  await editions.keep(tools.db, name, edition)
  return published(period, (await editions.latest(tools.db, name)) ?? edition)
}

/** Makes the editions that are due, so that they do not wait for somebody who asks. */
export async function keepEditions(tools: FigureTools): Promise<void> {
  for (const { name } of await publishedPeriods(tools)) await publishedFigures(tools, name)
}

/** Quarters that are settled and in which something was received or answered, the latest first. */
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
    .filter((period) => isSettled(period, now))
    .slice(0, MOST)
}

/** Tables in their order, which a database forgets. */
const published = (
  period: Period,
  { edition, madeAt, shown }: Pick<editions.Edition, 'edition' | 'madeAt' | 'shown'>,
): Published => ({
  period,
  edition,
  madeAt,
  total: shown.total,
  tables: Object.fromEntries(TABLES.map((name) => [name, shown.tables[name]])) as Published['tables'],
})

/** What was received in a quarter that is over changes by an import alone: a few are too few to say anew. */
async function outgrown(db: Db, { from, to }: Period, received: number): Promise<boolean> {
  const slice: Slice = { basis: 'happened', from, to }
  const now = (await sumCells(db, slice, undefined, 'month'))[0]?.received ?? 0
  return Math.abs(now - received) >= Math.max(20, received / 100)
}

const today = ({ clock }: FigureTools, zone: string) => clock.now().toZonedDateTimeISO(zone).toPlainDate()

const isSettled = ({ to }: Period, now: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(to.add({ days: SETTLED }), now) <= 0
