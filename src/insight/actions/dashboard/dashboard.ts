import type { Directory } from '#entities'
import { type Clock, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import { before, type Period, parsePeriod, periodOf } from '../../model/dashboard/period.ts'
import type { DashboardQuery, ViewBy } from '../../model/dashboard/query.ts'
import { entitiesInSight, seesFigures } from '../../model/dashboard/scope.ts'
import { type Basis, evaluate, together } from '../../model/indicators/evaluate.ts'
import type { Indicator, Measured } from '../../model/indicators/indicator.ts'
import { INDICATORS } from '../../model/indicators/list.ts'
import { type SummedOn, sumCellsOver } from '../../store/roll-ups/cells.ts'
import { filterOf, readQuery } from './filter.ts'
import { type Peers, peersOf } from './peers.ts'
import { type Filter, readBasis } from './read-basis.ts'

export interface FigureTools {
  db: Db
  clock: Clock
  directory(): Promise<Directory>
}

/** A line of the breakdown: an entity, a governorate, a month. */
export interface Line {
  /** Null for cases that have none. */
  key: string | null
  /** Of the indicators that were asked for. */
  measured: Measured[]
}

export interface Dashboard {
  asked: DashboardQuery
  by: ViewBy
  period: Period
  previous: Period
  /** Where the country's clocks stand. */
  today: Temporal.PlainDate
  /** Whether the period lasts still, so that it is compared with a whole one. */
  running: boolean
  /** Entities that may be chosen; undefined for all. */
  inSight: readonly string[] | undefined
  now: Measured[]
  before: Measured[]
  /** Entities of similar size, when all of one entity is looked at: a part of it is not compared with all of theirs. */
  peers: Peers | undefined
  /** Thirteen months, the last one that of the period's end. */
  months: SummedOn[]
  lines: Line[]
}

/**
 * Figures for whoever leads: a head, a minister, the central office, the nation. From the roll-ups alone, so that it
 * costs the same whatever the number of cases.
 *
 * @param given `DashboardQuery` as an address says it; what it says wrong is left out
 * @param inLines the indicators of which the breakdown is to speak
 * @returns `not-found` for whoever may see no figures, and for an entity or sector out of reach
 */
export async function dashboard(
  { db, clock, directory: load }: FigureTools,
  officer: Officer,
  given: Record<string, string>,
  inLines: readonly Indicator[] = INDICATORS,
): Promise<Result<Dashboard>> {
  if (!seesFigures(officer)) return no('not-found')
  const directory = await load()
  const inSight = entitiesInSight(officer, directory)
  const asked = readQuery(given)
  const filter = filterOf(asked, inSight, directory)
  if (!filter) return no('not-found')
  const now = clock.now()
  const zone = directory.timeZone
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const period = (asked.period && parsePeriod(asked.period)) || periodOf(today, 'month')
  const by = asked.by ?? (asked.entity || inSight?.length === 1 ? 'category' : 'entity')
  const alone = onlyEntity(filter)
  const months = { from: period.to.subtract({ months: 13 }), to: period.to }
  const [current, earlier, peers, series, lines] = await Promise.all([
    readBasis(db, filter, period, undefined, INDICATORS, now, zone),
    readBasis(db, filter, before(period), undefined, INDICATORS, now, zone),
    alone ? peersOf(db, alone, period, now, zone) : undefined,
    sumCellsOver(db, { basis: 'happened', ...filter, ...months }, undefined, 'month'),
    linesOf(db, filter, period, by, inLines, now, directory),
  ])
  return yes({
    ...{ asked, by, period, previous: before(period), today, inSight, peers, lines },
    running: Temporal.PlainDate.compare(period.to, today) > 0,
    now: measured(current.get('all')),
    before: measured(earlier.get('all')),
    months: series,
  })
}

/** The one entity that is asked for, and nothing that narrows it. */
const onlyEntity = ({ entity = [], ...narrowing }: Filter): string | undefined =>
  entity.length === 1 && Object.values(narrowing).every((each) => each === undefined) ? entity[0] : undefined

async function linesOf(
  db: Db,
  filter: Filter,
  period: Period,
  by: ViewBy,
  indicators: readonly Indicator[],
  now: Temporal.Instant,
  directory: Directory,
): Promise<Line[]> {
  const readAs = by === 'sector' ? 'entity' : by === 'place' ? 'governorate' : by
  const found = await readBasis(db, filter, period, readAs, indicators, now, directory.timeZone)
  const groups = Map.groupBy(found, ([key]) => groupOf(key, by, directory))
  return [...groups]
    .map(([key, rows]) => ({ key: key || null, basis: together(rows.map(([, basis]) => basis)) }))
    .filter(({ basis }) => speaks(basis))
    .sort(
      (one, other) =>
        other.basis.counts.received - one.basis.counts.received ||
        ((one.key ?? '') < (other.key ?? '') ? -1 : 1),
    )
    .map(({ key, basis }) => ({ key, measured: indicators.map((each) => evaluate(each, basis)) }))
}

function groupOf(key: string, by: ViewBy, directory: Directory): string {
  if (by === 'sector') return directory.entity(key)?.sectorId ?? ''
  if (by === 'place') return directory.placePath(key)[0]?.id ?? key
  return key
}

/** Whether anything happened, or is open. */
const speaks = ({ counts, standing }: Basis): boolean =>
  standing.open > 0 || counts.received + counts.answered + counts.handed + counts.bounced > 0

export const measured = (basis: Basis | undefined): Measured[] =>
  basis ? INDICATORS.map((indicator) => evaluate(indicator, basis)) : []
