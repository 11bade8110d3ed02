import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { reconcile } from '#insight'
import { resetSecondFactor, totpCode } from '#people'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { answered, routed, staff, submitted, through } from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { unzipped } from '../../../test/kit/unzipped.ts'
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

test('a share says of how many it is; where nothing was answered, pages say so and draw nothing', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { reviewer, operator } = country.people
  await answered(country)
  await submitted(country)
  const power = { entity: 'electricity', category: 'power-cuts' }
  await through(country, await submitted(country), [staff(reviewer), 'route', power])
  assert.equal((await reconcile(country.tools)).differing, 0)
  const desk = await atDesk(app, operator)
  const nation = (await desk.get('/en/analysis?period=2026-10')).html
  assert.match(textOf(nation), /On time 100% 1 of 1 small number no answers in September 2026/)
  assert.match(textOf(nation), /2 lines are not in the chart/)
  assert.equal(nation.match(/class="bar-name"/g)?.length, 1)
  assert.match(
    nation,
    /Electricity Authority<\/th><td class="number"><span role="img" aria-label="nothing to count">–/,
  )
  const unanswered = textOf((await desk.get('/en/analysis?period=2026-10&entity=electricity')).html)
  assert.match(unanswered, /On time no answers yet no answers in September 2026/)
  assert.match(unanswered, /there is no chart/)
  assert.match(textOf((await desk.get('/ar/analysis?period=2026-09')).html), /في موعده لا أجوبة لا أجوبة في/)
})

test('an analyst sees the nation and no way to a case; an administrator and an agent see no figures', async (t) => {
  const { page } = await aBusyOffice(t)
  const nation = await page('analyst', '/ar/analysis')
  assert.match(textOf(nation.html), /الصورة الوطنية/)
  assert.doesNotMatch(nation.html, /\/analysis\/cases/)
  for (const role of ['admin', 'agent'] as const) assert.equal((await page(role, '/ar/analysis')).status, 404)
})

/** The list behind a number of a page: as many lines as it says it has. */
async function listAt(page: (path: string) => Promise<{ html: string; status: number }>, link: string) {
  const list = await page(link.replaceAll('&amp;', '&'))
  assert.equal(list.status, 200, link)
  return { text: textOf(list.html), lines: (list.html.match(/class="row-link" href="/g) ?? []).length }
}

test('every number of a page that counts something leads to as many lines as it says', async (t) => {
  const { page } = await aBusyOffice(t)
  for (const path of ['/en/analysis', '/en/analysis?period=2026&by=sector', '/en/analysis?by=place']) {
    const { html } = await page('operator', path)
    const links = [...html.matchAll(/<a href="([^"]*\/analysis\/cases\?[^"]*)">(\d+)<\/a>/g)]
    assert.ok(links.length > 4, `${links.length} numbers of ${path} lead on`)
    for (const [, link = '', said = ''] of links) {
      const { text, lines } = await listAt((to) => page('operator', to), link)
      assert.equal(lines, Number(said), link)
      assert.match(text, said === '1' ? /One case|Once/ : new RegExp(`${said} (?:cases|times)`))
    }
  }
})

test('a list behind a number keeps to its reader’s reach and language', async (t) => {
  const { page } = await aBusyOffice(t)
  const overdue = '/analysis/cases?figure=overdue&period=2026-10'
  assert.equal((await listAt((to) => page('head', to), `/ar${overdue}`)).lines, 1)
  assert.match(
    (await listAt((to) => page('minister', to), `/ar${overdue}`)).text,
    /الطلبات المتأخرة.*طلب واحد/,
  )
  for (const [role, path] of [
    ['analyst', overdue],
    ['admin', overdue],
    ['agent', overdue],
    ['head', `${overdue}&entity=electricity`],
    ['head', '/analysis/cases?figure=everything'],
  ] as const)
    assert.equal((await page(role, `/en${path}`)).status, 404, role)
})

test('a list of cases leaves only after the code, once, without a word that residents wrote; who took it is kept', async (t) => {
  const { app, country } = await aBusyOffice(t)
  const factor = await resetSecondFactor(app.tools, 'installation', country.people.head.id)
  assert.ok(factor.ok)
  const head = await atDesk(app, country.people.head)
  const path = '/en/analysis/cases/file?figure=received&period=2026-10'
  const to = 'cases/file[^"]*'
  assert.match(textOf((await head.get(path)).html), /Ministry of Works · October 2026/)
  assert.equal((await head.step(path, to, { format: 'csv', code: '000000' })).status, 422)
  const code = totpCode(factor.value.totpSecret, country.clock.now())
  const file = await head.step(path, to, { format: 'csv', code })
  assert.equal(file.status, 200)
  assert.match(file.html, /^Cases received · Ministry of Works · October 2026\r\nNumber,Type,/)
  assert.equal(file.html.trimEnd().split('\r\n').length, 4)
  assert.match(
    file.html,
    /\r\n26-\d{4}-\d{4}-\d,Complaint,Potholes,Ministry of Works,Web,[^,]+,2026-10-01 10:00,/,
  )
  assert.doesNotMatch(file.html, /حفرة|فاطمة/)
  assert.equal((await head.step(path, to, { format: 'csv', code })).status, 422)
  assert.deepEqual(await country.db.rows(sql`select staff_id as by, asked, lines from case_exports`), [
    { by: country.people.head.id, asked: { figure: 'received', period: '2026-10' }, lines: 2 },
  ])
  const analyst = await atDesk(app, country.people.analyst)
  assert.equal((await analyst.get(path)).status, 404)
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
  assert.match(
    csv.html,
    /\r\nIndicator,Unit,October 2026,October 2026: Of,September 2026,September 2026: Of,Target\r\n/,
  )
  assert.match(csv.html, /\r\nReceived,cases,2,2,0,0,\r\n/)
  assert.match(csv.html, /\r\nOn time,%,100,1,,0,90\r\n/)
  assert.match(csv.html, /\r\nBy entity,Received,Answered,Open,Overdue,[^\r]*,On time \(%\),On time: Of,/)
  const desk = await atDesk(app, country.people.analyst)
  for (const format of ['xlsx', 'pdf']) {
    const answer = await desk.get(`/ar/analysis/export/${format}`)
    assert.equal(answer.status, 200)
    assert.match(answer.html, format === 'pdf' ? /^%PDF-/ : /^PK/)
  }
  assert.equal((await page('analyst', '/en/analysis/export/docx')).status, 404)
  assert.equal((await page('head', '/en/analysis/export/csv?entity=housing')).status, 404)
})

test('an Excel file holds numbers as they are shown, with their units in the head, from right to left in Arabic', async (t) => {
  const { app, country } = await aBusyOffice(t)
  const desk = await atDesk(app, country.people.operator)
  const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const locale of ['ar', 'en']) {
    const answer = await app.app.request(`/${locale}/analysis/export/xlsx?period=2026-10`, {
      headers: { cookie },
    })
    const zip = Buffer.from(await answer.arrayBuffer())
    const [all, lines] = [1, 2].map((at) => unzipped(zip, `xl/worksheets/sheet${at}.xml`)) as [string, string]
    const texts = unzipped(zip, 'xl/sharedStrings.xml')
    assert.equal(/rightToLeft="(?:1|true)"/.test(all), locale === 'ar')
    // On time: all of one answered, of no case before, and nine of ten to reach.
    assert.match(
      all,
      /<v>1<\/v><\/c><c [^>]*><v>1<\/v><\/c>(?:<c [^>]*\/>)?<c [^>]*><v>0<\/v><\/c><c [^>]*><v>0.9<\/v>/,
    )
    for (const [, value = ''] of `${all}${lines}`.matchAll(/<v>([\d.]+)<\/v>/g))
      assert.match(value, /^\d+(?:\.\d\d?)?$/)
    assert.match(texts, locale === 'ar' ? /في موعده \(٪\)/ : /On time \(%\)/)
    assert.match(texts, locale === 'ar' ? /الوسيط حتى الجواب \(يوم\)/ : /Median time to answer \(days\)/)
  }
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
