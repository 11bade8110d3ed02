import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { reconcile } from '#insight'
import { anApp } from '../../../test/kit/app.ts'
import { answered, routed } from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'
import { csvOf } from './csv.ts'

async function aBusyOffice(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { country } = app
  await answered(country)
  await routed(country)
  country.clock.forward({ hours: 24 * 12 })
  assert.equal((await reconcile(country.tools)).differing, 0)
  const page = async (role: keyof typeof country.people, path: string) =>
    (await atDesk(app, country.people[role])).get(path)
  return { app, country, page }
}

test('a head sees the figures of their own entity, and nobody else’s', async (t) => {
  const { page } = await aBusyOffice(t)
  const own = textOf((await page('head', '/en/analysis')).html)
  assert.match(own, /Ministry of Works/)
  assert.match(own, /Overdue 1/)
  assert.match(own, /On time 100%/)
  for (const other of ['electricity', 'nobody'])
    assert.equal((await page('head', `/en/analysis?entity=${other}`)).status, 404)
  const minister = textOf((await page('minister', '/en/analysis')).html)
  assert.match(minister, /Infrastructure/)
  assert.equal((await page('minister', '/en/analysis?entity=housing')).status, 404)
})

test('an analyst sees the nation and no way to a case; an administrator and an agent see no figures', async (t) => {
  const { page } = await aBusyOffice(t)
  const nation = await page('analyst', '/ar/analysis')
  assert.match(textOf(nation.html), /الصورة الوطنية/)
  assert.doesNotMatch(nation.html, /\/desk\?view=/)
  for (const role of ['admin', 'agent'] as const) assert.equal((await page(role, '/ar/analysis')).status, 404)
})

test('from an overdue number one comes to the cases behind it, as many as it said', async (t) => {
  const { page } = await aBusyOffice(t)
  const { html } = await page('head', '/en/analysis')
  const [, link = ''] = /href="([^"]*\/desk\?view=late[^"]*)"/.exec(html) ?? []
  assert.ok(link, 'the overdue number is a link')
  const list = await page('head', link.replaceAll('&amp;', '&'))
  assert.equal((list.html.match(/href="\/en\/desk\/cases\/[^"]+"/g) ?? []).length, 1)
})

test('every breakdown, in both languages, and an address that says nonsense', async (t) => {
  const { page } = await aBusyOffice(t)
  for (const locale of ['ar', 'en'])
    for (const by of ['entity', 'sector', 'category', 'place', 'channel', 'type', 'colour'])
      assert.equal((await page('operator', `/${locale}/analysis?by=${by}&period=2026`)).status, 200, by)
  const strange = '/ar/analysis?period=yesterday&type=x&category=%27or%201=1&channel=&place=nowhere&entity='
  assert.equal((await page('operator', strange)).status, 200)
})

test('the page can be taken along as CSV, Excel and PDF; another format does not exist', async (t) => {
  const { page, app, country } = await aBusyOffice(t)
  const csv = await page('analyst', '/en/analysis/export/csv?period=2026-10')
  assert.match(csv.html, /^The national picture · October 2026\r\n/)
  assert.match(csv.html, /\r\nReceived,2,2,0,\r\n/)
  assert.match(csv.html, /\r\nOn time,1,1,,0.9\r\n/)
  const desk = await atDesk(app, country.people.analyst)
  for (const format of ['xlsx', 'pdf']) {
    const answer = await desk.get(`/ar/analysis/export/${format}`)
    assert.equal(answer.status, 200)
    assert.match(answer.html, format === 'pdf' ? /^%PDF-/ : /^PK/)
  }
  assert.equal((await page('analyst', '/en/analysis/export/docx')).status, 404)
  assert.equal((await page('head', '/en/analysis/export/csv?entity=housing')).status, 404)
})

test('no text of a CSV begins like a formula, and every text comes back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'=+-@,"\n\r\t ab١') }), { minLength: 1 }),
      (texts) => {
        const [cells = []]: string[][] = parse(csvOf([['x', ...texts]]), {
          bom: true,
          record_delimiter: '\r\n',
        })
        cells.shift()
        assert.equal(cells.length, texts.length)
        for (const [at, cell] of cells.entries()) {
          assert.doesNotMatch(cell, /^\s*[=+\-@]/)
          assert.ok(cell === texts[at] || cell === `'${texts[at]}`)
        }
      },
    ),
  )
})
