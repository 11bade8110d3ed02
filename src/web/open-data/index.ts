import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  COUNTED,
  MEDIAN,
  type Published,
  publishedFigures,
  publishedPeriods,
  TABLES,
  type TableName,
} from '#insight'
import { LOCALES, reader, words } from '#words'
import { csvOf } from '../analysis/csv.ts'
import { nameOf } from '../analysis/names.ts'
import type { Env, Handler, Middleware } from '../base/env.ts'

/**
 * The public's figures as files, at addresses that stay: `/open-data`, `/open-data/dictionary.csv`,
 * `/open-data/2026-q3/entity.csv`. For programs of other sites too.
 */
export function openData(): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/open-data/*', publicly).use('/open-data', publicly)
  return app
    .get('/open-data', async (c) => c.json(await catalogue(c)))
    .get('/open-data/dictionary.json', (c) => c.json({ columns: dictionary(), tables: [...TABLES] }))
    .get('/open-data/dictionary.csv', (c) => csv(c, dictionaryRows(), 'dictionary'))
    .get('/open-data/:period/:file', file)
}

const publicly: Middleware = async (c, next) => {
  await next()
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  // A quarter that is over changes only by corrections.
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=3600')
}

/** What there is, and where. */
export async function catalogue(c: Context<Env>) {
  const { tools } = c.var
  const base = `${tools.publicUrl}/open-data`
  const periods = await publishedPeriods(tools)
  return {
    dictionary: { csv: `${base}/dictionary.csv`, json: `${base}/dictionary.json` },
    periods: periods.map(({ name, from, to }) => ({
      period: name,
      from: from.toString(),
      to: to.subtract({ days: 1 }).toString(),
      tables: TABLES.map((table) => ({
        table,
        csv: `${base}/${name}/${table}.csv`,
        json: `${base}/${name}/${table}.json`,
      })),
    })),
  }
}

const file: Handler = async (c) => {
  const [, name = '', format] = /^([a-z]+)\.(csv|json)$/.exec(c.req.param('file') ?? '') ?? []
  const table = TABLES.find((each) => each === name)
  const found = table && (await publishedFigures(c.var.tools, c.req.param('period') ?? ''))
  if (!table || !found) return c.json({ error: 'not-found' }, 404)
  const lines = await linesOf(c, found, table)
  if (format === 'json')
    return tagged(c, JSON.stringify({ period: found.period.name, table, lines }), 'application/json')
  const columns = ['period', table, 'nameAr', 'nameEn', ...COUNTED.map(({ id }) => id), MEDIAN.id]
  const rows = lines.map((line) => [
    found.period.name,
    line.key,
    line.name.ar,
    line.name.en,
    ...COUNTED.map(({ id }) => line[id] as number | null),
    line.medianDays,
  ])
  return csv(c, [columns, ...rows], `sawt-${found.period.name}-${table}`)
}

interface PublishedRow {
  key: string
  name: Record<'ar' | 'en', string>
  medianDays: number | null
  [column: string]: unknown
}

/** Lines of a table, the last one the whole country; null where something is kept back. */
async function linesOf(c: Context<Env>, found: Published, table: TableName): Promise<PublishedRow[]> {
  const directory = await c.var.tools.directory()
  const named = (key: string | null) =>
    Object.fromEntries(
      LOCALES.map((locale) => [locale, nameOf(reader(locale, directory.timeZone), directory, table, key)]),
    ) as PublishedRow['name']
  return [...found.tables[table], found.total].map((line) => ({
    key: line.key ?? '',
    name:
      line === found.total
        ? { ar: words('ar').insight.scorecard.national, en: words('en').insight.scorecard.national }
        : named(line.key),
    ...line.counts,
    medianDays: line.medianDays,
  }))
}

const dictionary = () => [...COUNTED, MEDIAN].map(({ id, name, description }) => ({ id, name, description }))

const dictionaryRows = () => [
  ['column', 'nameAr', 'nameEn', 'descriptionAr', 'descriptionEn'],
  ...dictionary().map(({ id, name, description }) => [id, name.ar, name.en, description.ar, description.en]),
]

function csv(c: Context<Env>, rows: (string | number | null)[][], name: string) {
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return tagged(c, csvOf(rows), 'text/csv; charset=utf-8')
}

/** With a tag, so that whoever has it need not fetch it again. */
function tagged(c: Context<Env>, body: string, type: string) {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('ETag', tag)
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': type })
}
