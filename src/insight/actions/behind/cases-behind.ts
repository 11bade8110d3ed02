import { casesAmong, type DeskCase, withinTime } from '#cases'
import { no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import { isAct, isListable, type Listable } from '../../model/behind/listable.ts'
import { type Listed, readEnd, writeEnd } from '../../model/behind/listed.ts'
import { numberOf } from '../../model/behind/number-of.ts'
import { type Period, parseDay, parsePeriod, periodOf } from '../../model/dashboard/period.ts'
import type { DashboardQuery } from '../../model/dashboard/query.ts'
import { entitiesInSight, entitiesOpened, opensFigures } from '../../model/dashboard/scope.ts'
import type { Basis } from '../../model/indicators/evaluate.ts'
import { countListed, listed, type Wanted } from '../../store/behind/listed.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import { filterOf, readQuery } from '../dashboard/filter.ts'
import { readBasis } from '../dashboard/read-basis.ts'

/** A line of the list: the case as it stands, and the moment for which it counts. */
export interface LineBehind extends Pick<Listed, 'at' | 'nth'> {
  case: DeskCase
}

export interface Behind {
  asked: DashboardQuery
  figure: Listable
  period: Period
  inSight: readonly string[] | undefined
  /** As many as the number says, and of those the ones within reach; undefined when counting took too long. */
  count?: { whole: number; reached: number }
  lines: LineBehind[]
  /** Where the next page begins. */
  next?: string
}

const USUAL = 50
/** Milliseconds. */
const PATIENCE = 5_000

/**
 * The cases behind a number of a dashboard, as many as it says. What somebody may not open (an act of their entity on
 * a case that another has now) is counted and not listed.
 *
 * @param given `DashboardQuery` as an address says it, with `figure` and `cursor`; its period may also be a day
 * @param limit lines of a page
 * @returns `not-found` for whoever may open no cases from figures, for an entity out of reach, and for what is no
 * number of cases; `too-broad` when it would take too long
 */
export async function casesBehind(
  tools: FigureTools,
  officer: Officer,
  given: Record<string, string>,
  limit = USUAL,
): Promise<Result<Behind, 'not-found' | 'too-broad'>> {
  const directory = await tools.directory()
  const inSight = entitiesInSight(officer, directory)
  const asked = readQuery(given)
  const figure = given.figure ?? ''
  const filter = filterOf(asked, inSight, directory)
  if (!opensFigures(officer) || !isListable(figure) || !filter) return no('not-found')
  const [now, zone] = [tools.clock.now(), directory.timeZone]
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const named = given.period ?? ''
  const period = parseDay(named) ?? parsePeriod(named) ?? periodOf(today, 'month')
  const [from, to] = [period.from, period.to].map((day) => day.toZonedDateTime(zone).toInstant()) as Ends
  const wanted: Wanted = {
    ...{ figure, from, to, now, zone, filter, kind: period.kind },
    reached: entitiesOpened(officer, directory),
  }
  const found = await withinTime(tools.db, PATIENCE, (tx) =>
    listed(tx, wanted, readEnd(given.cursor ?? ''), limit + 1),
  )
  if (!found) return no('too-broad')
  const page = found.slice(0, limit)
  const last = page.at(-1)
  // Times and standing are kept by the month: of a day the list itself is counted, which is short.
  const basis = period.kind !== 'day' && (await readBasis(tools.db, filter, period, undefined, [], now, zone))
  return yes({
    ...{ figure, period, inSight, asked: period.kind === 'day' ? { ...asked, period: period.name } : asked },
    count: await countOf(tools.db, wanted, basis ? basis.get('all') : undefined),
    lines: await linesOf(tools, officer, page),
    next: last && found.length > limit ? writeEnd(last) : undefined,
  })
}

/**
 * From the roll-ups, which know every number; the list itself is counted only where somebody may not open all of it,
 * which are few, or where the roll-ups do not say.
 */
async function countOf(db: Db, wanted: Wanted, basis: Basis | undefined): Promise<Behind['count']> {
  const { figure, filter, reached } = wanted
  const whole = basis && numberOf(figure, basis)
  const all = !reached || (!isAct(figure) && filter.entity?.every((entity) => reached.includes(entity)))
  if (whole !== undefined && all) return { whole, reached: whole }
  return withinTime(db, PATIENCE, (tx) => countListed(tx, wanted))
}

type Ends = [Temporal.Instant, Temporal.Instant]

async function linesOf({ db }: FigureTools, officer: Officer, page: Listed[]): Promise<LineBehind[]> {
  const known = await casesAmong(db, officer, page)
  return page.flatMap(({ caseId, at, nth }) => {
    const found = known.get(caseId)
    return found ? [{ case: found, at, nth }] : []
  })
}
