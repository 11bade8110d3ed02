import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  COUNTED,
  MEDIAN,
  type Published,
  parsePeriod,
  publishedFigures,
  publishedPeriods,
  TABLES,
  type TableName,
} from '#insight'
import { LOCALES, reader, words } from '#words'
import { csvOf } from '../analysis/csv.ts'
import { nameOf } from '../analysis/names.ts'
import { sayPeriod } from '../analysis/say-value.ts'
import type { Env, Handler, Middleware } from '../base/env.ts'

/**
 * The public's figures as files, at addresses that stay: `/open-data`, `/open-data/dictionary.csv`,
 * `/open-data/2026-q3/entity.csv`. For programs of other sites too.
 */
export function openData(): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/open-data/*', publicly).use('/open-data', publicly)
  return app
    .get('/open-data', async (c) => tagged(c, JSON.stringify(await catalogue(c)), JSON_TYPE))
    .get('/open-data/catalog.jsonld', describe)
    .get('/open-data/dictionary.json', (c) => tagged(c, JSON.stringify(dictionaryOf()), JSON_TYPE))
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
    catalog: `${base}/catalog.jsonld`,
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

/** The same for catalogues of open data (DCAT 3): every quarter a dataset, every table and format a distribution. */
const describe: Handler = async (c) => {
  const { tools } = c.var
  const { periods, dictionary: meanings } = await catalogue(c)
  const { timeZone } = await tools.directory()
  const inBoth = (say: (locale: 'ar' | 'en') => string) =>
    LOCALES.map((locale) => ({ '@language': locale, '@value': say(locale) }))
  const titleOf = (name: string) =>
    inBoth((locale) => {
      const period = parsePeriod(name)
      const said = period ? sayPeriod(reader(locale, timeZone), period) : name
      return `${words(locale).insight.scorecard.title} · ${said}`
    })
  const body = {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@id': `${tools.publicUrl}/open-data`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth((locale) => words(locale).insight.scorecard.data),
    'dct:description': inBoth((locale) => words(locale).insight.scorecard.dataLead),
    'dcat:dataset': periods.map(({ period, from, to, tables }) => ({
      '@id': `${tools.publicUrl}/open-data/${period}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': period,
      'dct:title': titleOf(period),
      'dct:description': inBoth((locale) => words(locale).insight.scorecard.hidden),
      'dct:language': LOCALES,
      'dct:accrualPeriodicity': { '@id': 'http://purl.org/cld/freq/quarterly' },
      'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': from, 'dcat:endDate': to },
      'dct:conformsTo': { '@id': meanings.json },
      'dcat:distribution': tables.flatMap(({ table, ...addresses }) =>
        Object.entries(addresses).map(([format, address]) => ({
          '@type': 'dcat:Distribution',
          'dct:title': `${period} ${table} ${format}`,
          'dcat:downloadURL': { '@id': address },
          'dcat:mediaType': format === 'csv' ? 'text/csv' : JSON_TYPE,
        })),
      ),
    })),
  }
  return tagged(c, JSON.stringify(body), 'application/ld+json')
}

const file: Handler = async (c) => {
  const [, name = '', format] = /^([a-z]+)\.(csv|json)$/.exec(c.req.param('file') ?? '') ?? []
  const table = TABLES.find((each) => each === name)
  const found = table && (await publishedFigures(c.var.tools, c.req.param('period') ?? ''))
  if (!table || !found) return c.json({ error: 'not-found' }, 404)
  const lines = await linesOf(c, found, table)
  if (format === 'json')
    return tagged(
      c,
      JSON.stringify({ period: found.period.name, ...editionOf(found), table, lines }),
      JSON_TYPE,
    )
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

/** Which edition it is; numbers that were published once stay. */
const editionOf = ({ edition, madeAt }: Published) => ({ edition, madeAt: madeAt.toString() })

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

const dictionaryOf = () => ({ columns: dictionary(), tables: [...TABLES] })

const dictionary = () => [...COUNTED, MEDIAN].map(({ id, name, description }) => ({ id, name, description }))

const dictionaryRows = () => [
  ['column', 'nameAr', 'nameEn', 'descriptionAr', 'descriptionEn'],
  ...dictionary().map(({ id, name, description }) => [id, name.ar, name.en, description.ar, description.en]),
]

function csv(c: Context<Env>, rows: (string | number | null)[][], name: string) {
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return tagged(c, csvOf(rows), 'text/csv; charset=utf-8')
}

const JSON_TYPE = 'application/json'

/** With a tag, so that whoever has it need not fetch it again. */
function tagged(c: Context<Env>, body: string, type: string) {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('ETag', tag)
  if (has(c.req.header('If-None-Match') ?? '', tag)) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': type })
}

/** Whether a browser or a proxy has this already; a proxy that packs files marks their tags as weak (RFC 9110). */
const has = (held: string, tag: string): boolean =>
  held.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
