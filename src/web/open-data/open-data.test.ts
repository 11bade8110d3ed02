import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { COUNTED } from '#insight'
import { anApp } from '../../../test/kit/app.ts'
import { aBusyYear } from '../../../test/kit/busy-year.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'

async function aPublishedYear(t: Parameters<typeof anApp>[0], cases = 700) {
  const app = await anApp(t)
  await aBusyYear(app.country, cases)
  app.country.clock.forward({ hours: 24 * 14 })
  const get = (path: string, headers = {}) => app.app.request(path, { headers })
  return { app, get, visitor: aVisitor(app) }
}

test('anybody finds what there is, and every address of it answers, for programs of other sites too', async (t) => {
  const { get } = await aPublishedYear(t)
  const answer = await get('/open-data')
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  const listed = await answer.json()
  const { periods, dictionary, catalog } = listed
  assert.deepEqual(await (await get('/api/v1/open-data')).json(), listed)
  assert.deepEqual(
    periods.map(({ period }: { period: string }) => period),
    ['2026-q3', '2026-q2', '2026-q1', '2025-q4', '2025-q3'],
  )
  const addresses = [
    dictionary.csv,
    dictionary.json,
    catalog,
    ...periods[0].tables.flatMap((each: { csv: string; json: string }) => [each.csv, each.json]),
  ]
  for (const address of addresses) {
    const found = await get(new URL(address).pathname)
    assert.equal(found.status, 200, address)
    assert.match(found.headers.get('cache-control') ?? '', /^public, max-age=/)
    assert.equal(
      (await get(new URL(address).pathname, { 'if-none-match': found.headers.get('etag') ?? '-' })).status,
      304,
    )
  }
  for (const path of ['2026-q4', '2026-09', '2026', 'x'])
    assert.equal((await get(`/open-data/${path}/entity.csv`)).status, 404, path)
  for (const name of ['resident.csv', 'entity.xml', 'month.csv'])
    assert.equal((await get(`/open-data/2026-q3/${name}`)).status, 404, name)
})

test('no published cell is from one to four, and all tables tell of the same whole', async (t) => {
  const { get } = await aPublishedYear(t, 160)
  const wholes = new Set<string>()
  for (const table of ['entity', 'category', 'place', 'channel', 'type']) {
    const text = await (await get(`/open-data/2026-q2/${table}.csv`)).text()
    const lines: Record<string, string>[] = parse(text, { columns: true, bom: true })
    for (const line of lines)
      for (const { id } of COUNTED)
        assert.ok(!['1', '2', '3', '4'].includes(line[id] ?? ''), `${table} ${id}`)
    const { [table]: _, ...whole } = lines.at(-1) ?? {}
    wholes.add(JSON.stringify(whole))
  }
  assert.equal(wholes.size, 1)
})

test('the scorecard says the same as the files, with merged, refused and withdrawn beside it', async (t) => {
  const { get, visitor } = await aPublishedYear(t)
  const { lines } = await (await get('/open-data/2026-q3/entity.json')).json()
  const page = textOf((await visitor.get('/en/scorecard')).html)
  for (const word of ['Merged', 'Refused', 'Withdrawn', 'Ended unanswered'])
    assert.ok(page.includes(word), word)
  const works = lines.find(({ key }: { key: string }) => key === 'works')
  assert.ok(page.includes(`Ministry of Works ${works.received} `), `${works.received} in ${page}`)
  assert.equal((await visitor.get('/ar/scorecard')).status, 200)
  assert.equal((await visitor.get('/ar/scorecard?period=2026-10')).status, 404)
})

test('a reader who has the file already gets none, also through a proxy that packed it', async (t) => {
  const { get } = await aPublishedYear(t, 160)
  const path = '/open-data/2026-q3/entity.csv'
  const tag = (await get(path)).headers.get('etag') ?? ''
  for (const held of [tag, `W/${tag}`, `"older", ${tag}`, '*'])
    assert.equal((await get(path, { 'if-none-match': held })).status, 304, held)
  for (const held of ['"older"', tag.slice(1, -1)])
    assert.equal((await get(path, { 'if-none-match': held })).status, 200, held)
})

test('catalogues of open data find every file by their own vocabulary, named in both languages', async (t) => {
  const { get } = await aPublishedYear(t, 160)
  const answer = await get('/open-data/catalog.jsonld')
  assert.match(answer.headers.get('content-type') ?? '', /ld\+json/)
  const body = await answer.json()
  const [latest] = body['dcat:dataset']
  assert.equal(latest['dct:identifier'], '2026-q3')
  assert.deepEqual(
    latest['dct:title'].map((each: { '@language': string }) => each['@language']),
    ['ar', 'en'],
  )
  assert.equal(latest['dcat:distribution'].length, 10)
  for (const each of latest['dcat:distribution']) {
    const found = await get(new URL(each['dcat:downloadURL']['@id']).pathname)
    assert.ok(found.headers.get('content-type')?.startsWith(each['dcat:mediaType']), each['dct:title'])
  }
})

test('a file says the same in both formats, and which edition it is', async (t) => {
  const { get } = await aPublishedYear(t, 160)
  for (const table of ['entity', 'category', 'place', 'channel', 'type']) {
    const body = await (await get(`/open-data/2026-q2/${table}.json`)).json()
    assert.equal(body.edition, 1)
    const rows: Record<string, string>[] = parse(
      await (await get(`/open-data/2026-q2/${table}.csv`)).text(),
      { columns: true, bom: true },
    )
    const of = (line: Record<string, unknown>) =>
      [...COUNTED.map(({ id }) => line[id]), line.medianDays].map((each) =>
        each === null ? '' : String(each),
      )
    assert.deepEqual(
      rows.map((row) => of(row)),
      body.lines.map((line: Record<string, unknown>) => of(line)),
    )
    const received = body.lines.slice(0, -1).map((line: { received: number | null }) => line.received ?? -1)
    assert.deepEqual(
      received,
      received.toSorted((one: number, other: number) => other - one),
    )
  }
})

test('before the first quarter is over the page says so', async (t) => {
  const visitor = aVisitor(await anApp(t))
  assert.match(textOf((await visitor.get('/en/scorecard')).html), /No quarter has ended yet/)
})
