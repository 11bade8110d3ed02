import type { Directory, Names } from '#entities'
import type { ReportFacts } from '#messages'
import type { Officer } from '#people'
import type { listPublicProblems } from '#problems'
import type { Period } from '../../model/dashboard/period.ts'
import type { ViewBy } from '../../model/dashboard/query.ts'
import type { Measured } from '../../model/indicators/indicator.ts'
import { FEW, figuresOf, improved, moved, movers, slowest } from '../../model/reports/compare.ts'
import { newsOf } from '../../model/reports/news.ts'
import { type Dashboard, dashboard, type FigureTools, type Line } from '../dashboard/dashboard.ts'

type Problems = Awaited<ReturnType<typeof listPublicProblems>>

/** What a period was like for somebody; undefined when nothing happened, or they may see no figures. */
export async function reportFacts(
  tools: FigureTools,
  officer: Officer,
  period: Period,
  problems: Problems,
): Promise<ReportFacts | undefined> {
  const found = await boards(tools, officer, period)
  if (!found) return undefined
  const { board, lines, before } = found
  const directory = await tools.directory()
  const [count, share] = [valuesOf(board.now), sharesOf(board.now)]
  const earlier = sharesOf(board.before)
  const receivedBefore = valuesOf(board.before)('received')
  const received = count('received')
  if (received + count('answered') + count('open') === 0) return undefined
  const names = namesIn(directory)
  const entities =
    board.inSight?.length === 1 ? { now: [], before: [] } : { now: lines.entity, before: before.entity }
  const late = slowest(entities.now, entities.before, names.entity)
  const news = newsOf(problems, period, directory.timeZone, board.inSight)
  const most = moved(lines.category, before.category, names.category).slice(0, FEW)
  const change = { received, receivedBefore }
  return {
    kind: period.kind === 'quarter' ? 'quarter' : 'month',
    ...{ from: period.from.toString(), before: board.previous.from.toString() },
    scope: scopeOf(board, directory),
    ...{ received, receivedBefore, answered: count('answered') },
    ...{ onTime: share('on-time'), medianDays: share('median-days'), p90Days: share('p90-days') },
    ...{ open: count('open'), overdue: count('overdue') },
    ...{ rated: sizeOf(board.now, 'satisfaction'), satisfied: share('satisfaction') },
    most: most.map(({ name }) => name),
    slowest: late.map(({ name }) => name),
    ...{ known: news.known.map(({ name }) => name), fixed: news.fixed.map(({ name }) => name) },
    more: {
      ...{ onTimeBefore: earlier('on-time'), medianBefore: earlier('median-days') },
      ...{ satisfiedBefore: earlier('satisfaction'), responseRate: share('response-rate') },
      firstRight: share('first-right'),
      ...endsOf(board.now),
      ...{ toHead: count('to-head'), toMinister: count('to-minister'), toOperations: count('to-operations') },
      ...{ promised: sizeOf(board.now, 'promised-kept'), promisedKept: sumOf(board.now, 'promised-kept') },
      praise: count('praise'),
      ...{ months: monthsOf(board), yearBefore: yearBefore(board) },
      most,
      changedAbout: movers(moved(lines.category, before.category, names.category), change),
      changedAt: movers(moved(lines.place, before.place, names.place), change),
      slowest: late,
      improved: improved(entities.now, entities.before, names.entity),
      ...news,
      figures: figuresOf(board.now, board.before),
    },
  }
}

const WAYS = ['category', 'place', 'entity'] as const satisfies ViewBy[]
type Lines = Record<(typeof WAYS)[number], Line[]>

/** The same period by what it is about, where and who, and the one before it. */
async function boards(tools: FigureTools, officer: Officer, period: Period) {
  const ask = (name: string, by: ViewBy) => dashboard(tools, officer, { period: name, by })
  const first = await ask(period.name, 'category')
  if (!first.ok) return undefined
  const lines: Lines = { category: first.value.lines, place: [], entity: [] }
  const before: Lines = { category: [], place: [], entity: [] }
  for (const by of WAYS) {
    const [now, then] = [
      by === 'category' ? first : await ask(period.name, by),
      await ask(first.value.previous.name, by),
    ]
    if (now.ok) lines[by] = now.value.lines
    if (then.ok) before[by] = then.value.lines
  }
  return { board: first.value, lines, before }
}

const find = (measured: readonly Measured[], id: string) => measured.find((each) => each.id === id)
const valuesOf = (measured: readonly Measured[]) => (id: string) => find(measured, id)?.value ?? 0
const sharesOf = (measured: readonly Measured[]) => (id: string) => find(measured, id)?.value ?? null
const sizeOf = (measured: readonly Measured[], id: string) => find(measured, id)?.n ?? 0
const sumOf = (measured: readonly Measured[], id: string) =>
  Math.round((find(measured, id)?.value ?? 0) * sizeOf(measured, id))

const endsOf = (measured: readonly Measured[]) => ({
  refused: sumOf(measured, 'refused'),
  withdrawn: sumOf(measured, 'withdrawn'),
  unanswered: sumOf(measured, 'unanswered'),
  merged: sumOf(measured, 'merged'),
})

const yearBefore = ({ months, period }: Dashboard) => {
  const then = months.find(({ on }) => on.equals(period.from.subtract({ years: 1 })))
  return period.kind === 'month' && then && then.received > 0
    ? { from: then.on.toString(), received: then.received }
    : null
}

const monthsOf = ({ months, period }: Dashboard) =>
  months
    .filter(({ on }) => Temporal.PlainDate.compare(on, period.from) >= 0)
    .map(({ on, received }) => ({ from: on.toString(), received }))

const namesIn = (directory: Directory) => ({
  category: (key: string): Names | undefined => directory.category(key)?.name,
  place: (key: string): Names | undefined => directory.placePath(key).at(-1)?.name,
  entity: (key: string): Names | undefined => directory.entity(key)?.name,
})

const scopeOf = ({ inSight }: Dashboard, directory: Directory): Names | null => {
  if (!inSight) return null
  if (inSight.length === 1) return directory.entity(inSight[0])?.name ?? null
  return directory.sector(directory.entity(inSight[0])?.sectorId)?.name ?? null
}
