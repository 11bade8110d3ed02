import { parse } from 'csv-parse/sync'
import { MEDIAN } from '#insight'
import { formatNumber, type Reader, reader, words } from '#words'
import type { Checking } from './board-page.ts'
import { spanOf, tableOf } from './board-page.ts'
import { emptySum, type Nation, type Sum } from './count.ts'
import { figuresIn, plain } from './read-page.ts'
import { middle, percent } from './say.ts'

const COLUMNS = [
  ...['received', 'merged', 'answered', 'onTime', 'refused', 'rated', 'satisfied', 'withdrawn', 'unanswered'],
] as const
const TABLES = ['entity', 'category', 'place', 'channel', 'type'] as const
type Table = (typeof TABLES)[number]

/** A line as it is published; null where a number is kept back. */
type Line = { key: string; name: { ar: string; en: string }; medianDays: number | null } & Record<
  string,
  unknown
>

/** What the public sees of every quarter that is over: the pages in both languages, and the files. */
export async function checkPublished(on: Checking): Promise<void> {
  const { periods } = JSON.parse(await on.get(undefined, '/open-data')) as { periods: { period: string }[] }
  on.comparing.must('no quarter is published', periods.length > 0)
  for (const { period } of periods) {
    const lines = new Map<Table, Line[]>()
    for (const table of TABLES) lines.set(table, await checkFiles(on, period, table))
    const totals = [...lines.values()].map((each) => JSON.stringify(each.at(-1)))
    on.comparing.must(`${period}: its tables have different totals`, new Set(totals).size === 1)
    for (const locale of ['ar', 'en'] as const) await checkPage(on, period, locale, lines)
  }
}

/** A table's JSON against what was counted, and its CSV against its JSON. */
async function checkFiles(on: Checking, period: string, table: Table): Promise<Line[]> {
  const path = `/open-data/${period}/${table}`
  const { lines } = JSON.parse(await on.get(undefined, `${path}.json`)) as { lines: Line[] }
  const own = countedOf(on, period, table)
  const total = countedOf(on, period, undefined).get('all') ?? emptySum()
  const rows = lines.slice(0, -1)
  for (const line of rows) checkLine(on, `${path} ${line.key}`, line, own.get(line.key) ?? emptySum())
  const last = lines.at(-1)
  if (last) checkLine(on, `${path} total`, last, total)
  const missing = [...own].filter(([key, sum]) => speaks(sum) && !rows.some((line) => line.key === key))
  on.comparing.must(`${path} leaves out ${missing.map(([key]) => key)}`, missing.length === 0)
  checkSecrecy(on, path, rows, last, own)
  const csv: Record<string, string>[] = parse(await on.get(undefined, `${path}.csv`), {
    columns: true,
    bom: true,
  })
  for (const [at, line] of lines.entries())
    for (const column of [...COLUMNS, 'medianDays'])
      on.comparing.same(
        'open data, CSV',
        `${path}.csv ${line.key} ${column}`,
        csv[at]?.[column],
        line[column] === null ? '' : String(line[column]),
      )
  return lines
}

const speaks = ({ counts }: Sum) => COLUMNS.some((each) => (counts[each] ?? 0) > 0)

function countedOf(
  { nation, atlas, now }: Checking,
  period: string,
  table: Table | undefined,
): Map<string, Sum> {
  const key: Parameters<Nation['count']>[2] = (of) => {
    if (!table) return 'all'
    return table === 'place' ? atlas.governorate(of.place) : of[table]
  }
  return nation.count({}, spanOf(period), key, now())
}

function checkLine(on: Checking, where: string, line: Line, { counts, answers }: Sum): void {
  for (const column of COLUMNS) {
    const shown = line[column]
    if (shown === null) continue
    on.comparing.same('open data', `${where} ${column}`, shown, counts[column] ?? 0)
    on.comparing.must(
      `${where} ${column} tells ${shown}`,
      typeof shown === 'number' && !(shown > 0 && shown < 5),
    )
  }
  const { tenths } = middle(answers, 0.5, 1)
  const may = line.answered !== null && line.answered !== 0
  on.comparing.same(
    'open data',
    `${where} median`,
    line.medianDays,
    may && tenths !== null ? tenths / 10 : null,
  )
}

const PARTS = {
  merged: 'received',
  onTime: 'answered',
  refused: 'answered',
  rated: 'answered',
  satisfied: 'rated',
}

/** What is kept back cannot be worked out: from a row by its whole, or from a column by its total. */
function checkSecrecy(
  on: Checking,
  path: string,
  rows: Line[],
  total: Line | undefined,
  own: Map<string, Sum>,
): void {
  const of = (line: Line, column: string) => own.get(line.key)?.counts[column] ?? 0
  for (const [part, whole] of Object.entries(PARTS)) {
    // Of a total of nought everybody knows each part: to say it tells nothing of the whole.
    if (total?.[part] === 0) continue
    for (const line of rows) {
      const rest = of(line, whole) - of(line, part)
      const told = line[part] !== null && (line[whole] === null || (rest > 0 && rest < 5))
      on.comparing.must(`${path} ${line.key} ${part} tells its rest`, !told)
    }
  }
  for (const column of COLUMNS) {
    const hidden = rows.filter((line) => line[column] === null).map((line) => of(line, column))
    if (hidden.length === 0 || total?.[column] === null) continue
    const sum = hidden.reduce((all, n) => all + n, 0)
    const safe = sum === 0 || (sum >= 5 && hidden.filter((n) => n > 0).length >= 2)
    on.comparing.must(`${path} ${column}: its total tells what is kept back`, safe)
  }
}

async function checkPage(
  on: Checking,
  period: string,
  locale: 'ar' | 'en',
  files: Map<Table, Line[]>,
): Promise<void> {
  const address = `/${locale}/scorecard?period=${period}`
  const html = await on.get(undefined, address)
  const speaks = reader(locale, on.atlas.zone, { region: on.atlas.region })
  const { insight } = words(locale)
  const total = files.get('entity')?.at(-1)
  const shown = new Map(figuresIn(html).map(({ label, value }) => [label, value]))
  const same = (what: string, found: string | undefined, own: string) =>
    on.comparing.same('scorecard', `${address} ${what}`, found, own)
  if (!total) return
  for (const id of ['received', 'answered'] as const)
    same(id, shown.get(insight.scorecard[id]), said(speaks, total[id]))
  same('onTime', shown.get(insight.scorecard.onTime), onTime(locale, total))
  same('median', shown.get(MEDIAN.name[locale]), saidDays(speaks, total))
  for (const table of ['entity', 'category', 'place'] as const) {
    const rows = tableOf(html, insight.by[table])?.rows ?? []
    for (const [at, line] of (files.get(table) ?? []).entries()) {
      same(`${table} ${at}`, rows[at]?.[0]?.text, plain(line.name[locale]))
      for (const [column, id] of COLUMNS.entries())
        same(`${line.name.en} ${id}`, rows[at]?.[column + 1]?.text, said(speaks, line[id]))
      same(`${line.name.en} median`, rows[at]?.[COLUMNS.length + 1]?.text, saidDays(speaks, line))
    }
  }
  for (const [name, share, n] of tableOf(html, insight.onTimeBy(insight.by.entity))?.rows ?? []) {
    const line = files.get('entity')?.find((each) => plain(each.name[locale]) === name?.text)
    same(`bar ${name?.text}`, share?.text, line ? onTime(locale, line) : '?')
    same(`bar ${name?.text}, of`, n?.text, said(speaks, line?.answered))
  }
}

const said = (speaks: Reader, n: unknown): string =>
  typeof n === 'number' ? formatNumber(speaks, n) : words(speaks.locale).insight.scorecard.kept

/** What of answers cannot be said: there were none, or their number is kept back. */
const missing = (locale: 'ar' | 'en', { answered }: Line): string =>
  answered === 0 ? '–' : words(locale).insight.scorecard.kept

const saidDays = (speaks: Reader, line: Line): string =>
  line.medianDays === null ? missing(speaks.locale, line) : formatNumber(speaks, line.medianDays)

function onTime(locale: 'ar' | 'en', line: Line): string {
  const { onTime, answered } = line
  return typeof onTime !== 'number' || typeof answered !== 'number' || answered === 0
    ? missing(locale, line)
    : `${percent({ part: onTime, whole: answered })}%`
}
