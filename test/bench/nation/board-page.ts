import { INDICATORS, type Indicator } from '#insight'
import { formatMonth, formatNumber, type Reader, reader, words } from '#words'
import type { Comparing, Get } from './compare.ts'
import { emptySum, type Filter, type Nation, type Span, type Sum } from './count.ts'
import type { Atlas } from './places.ts'
import { figuresIn, plain, type ReadTable, tablesIn } from './read-page.ts'
import { DASH, FOUND, said } from './say.ts'

export type By = 'entity' | 'sector' | 'category' | 'place' | 'channel' | 'type'

/** A page of figures: who asks, what its address says, and what that means. */
export interface Asked {
  kind: string
  who: string
  locale: 'ar' | 'en'
  period: string
  by: By
  /** What the address says besides. */
  query: Record<string, string>
  filter: Filter
}

export interface Checking {
  nation: Nation
  atlas: Atlas
  get: Get
  comparing: Comparing
  /** What was counted before: reading a million lives takes a while. */
  known: Map<string, Map<string, Sum>>
  /** Milliseconds; the clock of the service at the earliest and at the latest while a page was made. */
  now(): number
}

const HEADLINE = ['received', 'answered', 'on-time', 'median-days', 'open', 'overdue']

/** Every number of a page of figures, in its words: the headline, all indicators, the months, the breakdown, the drawing. */
export async function checkBoard(on: Checking, asked: Asked): Promise<void> {
  const { locale, period, by, query } = asked
  const address = `/${locale}/analysis?${new URLSearchParams({ period, by, ...query })}`
  const began = on.now()
  const html = await on.get(asked.who, address)
  const page = {
    ...on,
    asked,
    html,
    address,
    moments: [began, on.now()],
    speaks: reader(locale, on.atlas.zone, { region: on.atlas.region }),
  }
  const span = spanOf(period)
  checkHeadline(page, span)
  checkIndicators(page, span)
  checkLines(page, span)
  checkMonths(page, span)
}

interface Page extends Checking {
  asked: Asked
  html: string
  address: string
  moments: number[]
  speaks: Reader
}

/** What a number may be: counted as of the beginning or the end of the page's making; once where that is all the same. */
function counted(
  { nation, asked, moments, known }: Page,
  span: Span,
  by: string,
  key: Key,
): Map<string, Sum>[] {
  const over = span.to <= nation.day(moments[0] ?? 0)
  return (over ? moments.slice(0, 1) : moments).map((now) => {
    const name = JSON.stringify([asked.filter, span, by, over || now])
    const sums = known.get(name) ?? nation.count(asked.filter, span, key, now)
    known.set(name, sums)
    return sums
  })
}

type Key = Parameters<Nation['count']>[2]

const all = () => 'all'

function expected(page: Page, sums: readonly Map<string, Sum>[], key: string, id: string): string[] {
  return sums.map((sum) =>
    plain(said(page.speaks, id, FOUND[id]?.(sum.get(key) ?? emptySum()) ?? { count: NaN, n: 0 })),
  )
}

function checkHeadline(page: Page, span: Span): void {
  const { html, speaks, address, asked, comparing } = page
  const [now, then] = [counted(page, span, 'all', all), counted(page, before(span), 'all', all)]
  const shown = figuresIn(html)
  for (const id of HEADLINE) {
    const label = nameOf(id)[speaks.locale]
    const found = shown.find((each) => each.label === label)
    const { value } = words(speaks.locale).insight
    const none = isRunning(page, span) ? value.noAnswersYet : value.noAnswers
    const own = expected(page, now, 'all', id)
    comparing.same(asked.kind, `${address} ${label}`, found?.value, inWords(own, none))
    const was = inWords(expected(page, then, 'all', id), value.noAnswers).map((each) =>
      plain(words(speaks.locale).insight.wasBefore(each, sayPeriod(speaks, before(span)))),
    )
    const small = now.flatMap((sum) => {
      const of = countedFrom(page, id, sum.get('all') ?? emptySum())
      return was.map((each) => (of ? `${of} ${each}` : each))
    })
    comparing.same(asked.kind, `${address} ${label}, of and before`, found?.small, small)
  }
}

const inWords = (own: readonly string[], none: string) =>
  own.map((each) => (each === DASH ? plain(none) : each))

const isRunning = ({ nation, moments }: Page, { to }: Span) => to > nation.day(moments[0] ?? 0)

/** What a share or a median of the headline is counted from, with the mark of a small number. */
function countedFrom({ speaks }: Page, id: string, sum: Sum): string | undefined {
  const { insight, evaluation } = words(speaks.locale)
  const found = FOUND[id]?.(sum)
  if (!found || 'count' in found || found.n === 0) return undefined
  const n = formatNumber(speaks, found.n)
  const from =
    'part' in found ? evaluation.of(formatNumber(speaks, found.part), n) : insight.value.ofAnswers(n, found.n)
  return plain(found.n < 10 ? `${from} ${evaluation.small}` : from)
}

function checkIndicators(page: Page, span: Span): void {
  const { html, speaks, address, asked, comparing } = page
  const table = tableOf(html, words(speaks.locale).insight.indicators)
  const [now, then] = [counted(page, span, 'all', all), counted(page, before(span), 'all', all)]
  comparing.must(`${address}: not every indicator is shown`, table?.rows.length === INDICATORS.length)
  for (const [at, { id }] of INDICATORS.entries()) {
    const [name, value, n, was] = table?.rows[at] ?? []
    const where = `${address} ${name?.text}`
    comparing.must(`${where}: nobody counted this indicator anew`, id in FOUND)
    comparing.must(`${where}: is not ${nameOf(id).en}`, name?.text === plain(nameOf(id)[speaks.locale]))
    if (isKept(page, id, value?.text)) {
      comparing.same(asked.kind, where, value?.text, expected(page, now, 'all', id))
      const cases = now.map((sum) => FOUND[id]?.(sum.get('all') ?? emptySum()).n ?? 0)
      comparing.same(asked.kind, `${where}, of`, numeric(n?.text), cases)
    }
    if (isKept(page, id, was?.text))
      comparing.same(asked.kind, `${where}, before`, was?.text, expected(page, then, 'all', id))
  }
}

/** Times are not kept for every mixture of filters, nor how old things once were: a page that says so says no number. */
const isKept = ({ speaks }: Page, id: string, shown: string | undefined): boolean =>
  !(TIMES.includes(id) && shown === plain(words(speaks.locale).insight.value.notKept))
const TIMES = ['backlog-age', 'median-days', 'p90-days', 'first-action']

/** The breakdown's table, and the numbers behind its drawing. */
function checkLines(page: Page, span: Span): void {
  const { html, speaks, address, asked, comparing, atlas } = page
  const { insight } = words(speaks.locale)
  const keyed = {
    entity: ({ entity }: { entity: string }) => entity,
    sector: ({ entity }: { entity: string }) => atlas.sector(entity),
    category: ({ category }: { category: string }) => category,
    place: ({ place }: { place: string }) => atlas.governorate(place),
    channel: ({ channel }: { channel: string }) => channel,
    type: ({ type }: { type: string }) => type,
  }[asked.by] as Parameters<Nation['count']>[2]
  const sums = counted(page, span, asked.by, keyed)
  const table = tableOf(html, insight.by[asked.by])
  const columns = (table?.head ?? []).map(
    (head) => INDICATORS.find(({ name }) => plain(name[speaks.locale]) === head)?.id,
  )
  const keys = new Map<string, string>()
  for (const row of table?.rows ?? []) {
    const href = row[0]?.href?.split('#')[0] ?? ''
    const key = new URLSearchParams(href.split('?')[1]).get(asked.by)?.replace(/^none$/, '') ?? ''
    keys.set(row[0]?.text ?? '', key)
    for (const [at, id] of columns.entries())
      if (id && at > 0 && isKept(page, id, row[at]?.text))
        comparing.same(
          asked.kind,
          `${address} ${row[0]?.text}, ${id}`,
          row[at]?.text,
          expected(page, sums, key, id),
        )
  }
  const speaking = [...(sums[0] ?? [])].filter(([, sum]) => speaks_(sum)).map(([key]) => key)
  comparing.must(
    `${address}: has lines ${[...keys.values()].sort()}, counted ${speaking.sort()}`,
    [...keys.values()].sort().join() === speaking.join(),
  )
  checkDrawing(page, sums, keys)
}

const speaks_ = ({ open, counts: { received = 0, answered = 0, handed = 0, bounced = 0 } }: Sum): boolean =>
  open + received + answered + handed + bounced > 0

function checkDrawing(
  page: Page,
  sums: readonly Map<string, Sum>[],
  keys: ReadonlyMap<string, string>,
): void {
  const { html, speaks, address, asked, comparing, atlas } = page
  const { insight } = words(speaks.locale)
  const by = insight.by[asked.by]
  const bars = tableOf(html, insight.onTimeBy(by))
  for (const [name, share, n] of bars?.rows ?? []) {
    const key = keys.get(name?.text ?? '') ?? ''
    comparing.same(
      asked.kind,
      `${address} bar ${name?.text}`,
      share?.text,
      expected(page, sums, key, 'on-time'),
    )
    comparing.same(
      asked.kind,
      `${address} bar ${name?.text}, of`,
      n?.text,
      expected(page, sums, key, 'answered'),
    )
  }
  const map = asked.by === 'place' ? tableOf(html, insight.receivedBy(by)) : undefined
  const governorates = atlas.mapped(speaks.locale)
  for (const [name, value] of map?.rows ?? []) {
    const key = governorates.get(name?.text ?? '') ?? ''
    comparing.same(
      asked.kind,
      `${address} map ${name?.text}`,
      value?.text,
      expected(page, sums, key, 'received'),
    )
  }
}

function checkMonths(page: Page, { to }: Span): void {
  const { html, speaks, address, asked, comparing } = page
  const table = tableOf(html, words(speaks.locale).insight.chart)
  const shown = new Map((table?.rows ?? []).map(([month, ...cells]) => [month?.text, cells]))
  if (!table) return
  for (let back = 1; back <= 13; back++) {
    const month = Temporal.PlainDate.from(to).subtract({ months: back })
    const span = { from: month.toString(), to: month.add({ months: 1 }).toString() }
    const sums = counted({ ...page, moments: page.moments.slice(0, 1) }, span, 'all', all)
    const name = formatMonth(speaks, month)
    const cells =
      shown.get(plain(name)) ?? shown.get(plain(`${name} (${words(speaks.locale).insight.soFar})`))
    for (const [at, id] of ['received', 'answered'].entries()) {
      const own = expected(page, sums, 'all', id)
      comparing.same(
        asked.kind,
        `${address} ${month.toString().slice(0, 7)}, ${id}`,
        cells?.[at]?.text ?? '0',
        own,
      )
    }
  }
}

export const tableOf = (html: string, caption: string): ReadTable | undefined =>
  tablesIn(html).find((table) => table.caption === plain(caption))

const nameOf = (id: string): Indicator['name'] =>
  INDICATORS.find((each) => each.id === id)?.name ?? { ar: id, en: id }

export const numeric = (text = ''): number => Number(text.replaceAll(',', ''))

/** The days of `2026-10`, `2026-q4`, `2026`. */
export function spanOf(period: string): Span {
  const [year = '', rest = ''] = period.split('-')
  const quarter = rest.startsWith('q') ? Number(rest.slice(1)) : undefined
  const first = Temporal.PlainDate.from({
    year: Number(year),
    month: quarter ? quarter * 3 - 2 : Number(rest || 1),
    day: 1,
  })
  const months = quarter ? 3 : rest ? 1 : 12
  return { from: first.toString(), to: first.add({ months }).toString() }
}

const monthsIn = ({ from, to }: Span): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' }).months

export function before(span: Span): Span {
  const months = monthsIn(span)
  return { from: Temporal.PlainDate.from(span.from).subtract({ months }).toString(), to: span.from }
}

function sayPeriod(speaks: Reader, span: Span): string {
  const from = Temporal.PlainDate.from(span.from)
  const months = monthsIn(span)
  if (months === 1) return formatMonth(speaks, from)
  if (months === 12) return String(from.year)
  return words(speaks.locale).insight.quarter(Math.ceil(from.month / 3), String(from.year))
}
