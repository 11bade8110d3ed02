import type { Directory, Names } from '#entities'
import type { ReportFacts } from '#messages'
import type { Officer } from '#people'
import type { listPublicProblems } from '#problems'
import type { Period } from '../../model/dashboard/period.ts'
import type { Measured } from '../../model/indicators/indicator.ts'
import { type Dashboard, dashboard, type FigureTools, type Line } from '../dashboard/dashboard.ts'

type Problems = Awaited<ReturnType<typeof listPublicProblems>>

/** So many names stand in a sentence. */
const FEW = 3
/** An entity with fewer answers is not called slow. */
const ENOUGH = 20

/** What a period was like for somebody; undefined when nothing happened, or they may see no figures. */
export async function reportFacts(
  tools: FigureTools,
  officer: Officer,
  period: Period,
  problems: Problems,
): Promise<ReportFacts | undefined> {
  const [asked, entities] = await Promise.all([
    dashboard(tools, officer, { period: period.name, by: 'category' }),
    dashboard(tools, officer, { period: period.name, by: 'entity' }),
  ])
  if (!asked.ok || !entities.ok) return undefined
  const { now, before, previous, inSight } = asked.value
  const directory = await tools.directory()
  const of = (measured: readonly Measured[], id: string) => measured.find((each) => each.id === id)
  const count = (id: string) => of(now, id)?.value ?? 0
  if (count('received') + count('answered') + count('open') === 0) return undefined
  return {
    kind: period.kind === 'quarter' ? 'quarter' : 'month',
    from: period.from.toString(),
    before: previous.from.toString(),
    scope: scopeOf(asked.value, directory),
    received: count('received'),
    receivedBefore: of(before, 'received')?.value ?? 0,
    answered: count('answered'),
    onTime: of(now, 'on-time')?.value ?? null,
    medianDays: of(now, 'median-days')?.value ?? null,
    p90Days: of(now, 'p90-days')?.value ?? null,
    open: count('open'),
    overdue: count('overdue'),
    rated: of(now, 'satisfaction')?.n ?? 0,
    satisfied: of(now, 'satisfaction')?.value ?? null,
    most: named(asked.value.lines, (key) => directory.category(key)?.name),
    slowest:
      inSight?.length === 1 ? [] : named(slowest(entities.value.lines), (key) => directory.entity(key)?.name),
    ...newsOf(problems, period, directory.timeZone, inSight),
  }
}

const scopeOf = ({ inSight }: Dashboard, directory: Directory): Names | null => {
  if (!inSight) return null
  if (inSight.length === 1) return directory.entity(inSight[0])?.name ?? null
  return directory.sector(directory.entity(inSight[0])?.sectorId)?.name ?? null
}

const named = (lines: readonly Line[], nameOf: (key: string | null) => Names | undefined): Names[] =>
  lines.flatMap(({ key }) => nameOf(key) ?? []).slice(0, FEW)

function slowest(lines: readonly Line[]): Line[] {
  const onTime = ({ measured }: Line) => measured.find(({ id }) => id === 'on-time')
  return lines
    .filter((line) => (onTime(line)?.n ?? 0) >= ENOUGH && (onTime(line)?.value ?? 1) < 1)
    .toSorted((one, other) => (onTime(one)?.value ?? 1) - (onTime(other)?.value ?? 1))
}

/** What recurs and is announced, and what was fixed in the period; of the entities in sight. */
function newsOf(
  problems: Problems,
  { from, to }: Period,
  zone: string,
  inSight: readonly string[] | undefined,
): Pick<ReportFacts, 'known' | 'fixed'> {
  const own = problems.filter(({ entity }) => !inSight || (entity && inSight.includes(entity)))
  const within = (at: Temporal.Instant | null) => {
    const day = at?.toZonedDateTimeISO(zone).toPlainDate()
    return day && Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) < 0
  }
  return {
    known: own
      .filter(({ announced }) => announced)
      .map(({ title }) => title)
      .slice(0, FEW),
    fixed: own
      .filter(({ fixedAt }) => within(fixedAt))
      .map(({ title }) => title)
      .slice(0, FEW),
  }
}
