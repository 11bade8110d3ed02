import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { keepEvaluations, rollUpKeeper } from '#insight'
import { resetSecondFactor, totpCode } from '#people'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

type Role = keyof Awaited<ReturnType<typeof anApp>>['country']['people']

async function anOctober(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { country } = app
  // A name that a spreadsheet would take for a formula.
  await country.owner.run(sql`update staff set name = '=SUM(1)' where id = ${country.people.liaison.id}`)
  for (let more = 0; more < 3; more++) await a.answered(country)
  await heardAll(country.db, rollUpKeeper(country.tools))
  country.clock.set('2026-11-01T06:00:00+03:00')
  assert.equal(await keepEvaluations(country.tools), 1)
  const cards = await country.db.rows<{ id: string; person: boolean }>(sql`
    select id, staff_id is not null as person from evaluation_cards order by staff_id nulls first`)
  const card = (person: boolean) => cards.find((each) => each.person === person)?.id ?? assert.fail()
  const desks = new Map<Role, Promise<Awaited<ReturnType<typeof atDesk>>>>()
  const as = (role: Role) => {
    const desk = desks.get(role) ?? atDesk(app, country.people[role])
    desks.set(role, desk)
    return desk
  }
  const status = async (role: Role, path: string) =>
    (await (await as(role)).get(`/en/evaluation${path}`)).status
  return { app, country, as, status, works: card(false), salem: card(true) }
}

test('every page of evaluation answers each role as its reach says, and out of reach as unknown', async (t) => {
  const { country, status, works, salem } = await anOctober(t)
  const sampled = await country.db.row<{ path: string }>(sql`
    select case_id || '/' || seq as path from evaluation_sampled limit 1`)
  const paths = [
    '',
    `/cards/${works}`,
    `/cards/${salem}`,
    '/export/csv',
    '/people',
    '/quality',
    `/quality/${sampled?.path}`,
    `/cards/${works}/pdf`,
    `/cards/${salem}/pdf`,
  ]
  const expected: Record<Role, number[]> = {
    head: [200, 200, 200, 200, 200, 404, 404, 200, 404],
    liaison: [200, 200, 200, 200, 200, 404, 404, 200, 404],
    minister: [200, 200, 404, 200, 404, 404, 404, 200, 404],
    electrician: [200, 404, 404, 404, 404, 404, 404, 404, 404],
    handler: [200, 404, 404, 404, 404, 404, 404, 404, 404],
    reviewer: [200, 200, 404, 200, 404, 200, 404, 200, 404],
    otherReviewer: [200, 200, 404, 200, 404, 200, 200, 200, 404],
    releaser: [200, 200, 404, 200, 404, 200, 404, 200, 404],
    otherReleaser: [200, 200, 404, 200, 404, 200, 200, 200, 404],
    analyst: [200, 200, 404, 200, 404, 200, 200, 200, 404],
    operator: [200, 200, 404, 200, 404, 404, 404, 200, 404],
    agent: [404, 404, 404, 404, 404, 404, 404, 404, 404],
    admin: [404, 404, 404, 404, 404, 404, 404, 404, 404],
  }
  for (const [role, statuses] of Object.entries(expected) as [Role, number[]][])
    for (const [at, path] of paths.entries())
      assert.equal(await status(role, path), statuses[at], `${role} ${path}`)
  for (const path of [
    '/cards/nonsense',
    '?month=2026-13',
    '?month=2026-10&version=9',
    '/export/docx',
    '/quality/x/y',
  ])
    assert.equal(await status('analyst', path), 404, path)
})

test('nobody takes a step that is not theirs: counting anew, commenting, reviewing', async (t) => {
  const { as, works, salem } = await anOctober(t)
  const send = async (role: Role, path: string, fields: Record<string, string>) => {
    const desk = await as(role)
    const csrf = formTo(await desk.get('/en/evaluation'), 'sign-out').hidden.csrf ?? assert.fail()
    return (await desk.post({ action: `/en/evaluation${path}`, hidden: { csrf } }, fields)).status
  }
  for (const role of ['head', 'minister', 'reviewer'] as const)
    assert.equal(await send(role, '/freeze', { month: '2026-10', note: 'x' }), 404, role)
  for (const role of ['minister', 'analyst'] as const)
    assert.equal(await send(role, `/cards/${works}`, { said: 'x' }), 404, role)
  assert.equal(await send('head', `/cards/${salem}`, { said: 'x' }), 404)
  assert.equal(await send('liaison', '/quality/x/1', {}), 404)
  assert.equal(await send('analyst', '/people?month=2026-10', { format: 'csv', code: '000000' }), 404)
})

test('the rated comment, an analyst counts anew with a reason, and both stand on the pages', async (t) => {
  const { as, works } = await anOctober(t)
  const head = await as('head')
  const blank = await head.step(`/en/evaluation/cards/${works}`, works, { said: ' ' })
  assert.deepEqual([blank.status, /Write your comment/.test(blank.html)], [422, true])
  const said = await head.step(`/en/evaluation/cards/${works}`, works, { said: 'Two engineers were away' })
  assert.match(textOf(said.html), /kept with this version.*Two engineers were away/)
  const analyst = await as('analyst')
  const again = await analyst.step('/en/evaluation', '/freeze', {
    month: '2026-10',
    note: 'A calendar was corrected',
  })
  assert.match(
    textOf(again.html),
    /Version 2 · Counted again.*Requested by Ahlam · Reason: A calendar was corrected/,
  )
  // A name and a reason in one script do not run into each other.
  assert.match(again.html, /<bdi>Ahlam<\/bdi> · Reason: <bdi>A calendar was corrected<\/bdi>/)
  const missing = await analyst.step('/en/evaluation', '/freeze', { month: '2026-10', note: '' })
  assert.deepEqual([missing.status, /Write the reason/.test(missing.html)], [422, true])
  assert.match(textOf((await analyst.get(`/en/evaluation/cards/${works}`)).html), /Two engineers were away/)
})

test('people’s cards leave only after the code, once, as text and not as formulas; who took them is kept', async (t) => {
  const { app, as, country } = await anOctober(t)
  const factor = await resetSecondFactor(app.tools, 'installation', country.people.head.id)
  assert.ok(factor.ok)
  const head = await as('head')
  const path = '/ar/evaluation/people?month=2026-10&version=1'
  const wrong = await head.step(path, 'people[^"]*', { format: 'csv', code: '000000' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /الرمز غير صحيح/)
  const code = totpCode(factor.value.totpSecret, country.clock.now())
  const file = await head.step(path, 'people[^"]*', { format: 'csv', code })
  assert.equal(file.status, 200)
  const [first = {}] = parse(file.html, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<
    string,
    string
  >[]
  assert.deepEqual([first.الموظف, first.أجوبة, first['في موعده']], ["'=SUM(1)", '3', '1'])
  assert.equal((await head.step(path, 'people[^"]*', { format: 'csv', code })).status, 422)
  const kept = await country.db.rows(sql`select cards from evaluation_exports`)
  assert.deepEqual(kept, [{ cards: 1 }])
})

test('a card is a paper: of an entity for whoever sees it, of people after the code, one page each with what they said', async (t) => {
  const { app, as, country, works } = await anOctober(t)
  // Ends whatever session there was.
  const factor = await resetSecondFactor(app.tools, 'installation', country.people.head.id)
  assert.ok(factor.ok)
  const head = await as('head')
  await head.step(`/en/evaluation/cards/${works}`, works, { said: 'Two engineers were away' })
  const cookie = [...head.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const path of [`/ar/evaluation/cards/${works}/pdf`, '/en/evaluation/export/pdf']) {
    const answer = await app.app.request(path, { headers: { cookie } })
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /evaluation-(works|entities)-2026-10-1\.pdf/,
    )
    const pdf = Buffer.from(await answer.arrayBuffer())
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    if (process.env.SAWT_PICTURES) writeFileSync(`${process.env.SAWT_PICTURES}/${path.slice(1, 3)}.pdf`, pdf)
  }
  const code = totpCode(factor.value.totpSecret, country.clock.now())
  const page = '/en/evaluation/people?month=2026-10&version=1'
  assert.equal((await head.step(page, 'people[^"]*', { format: 'pdf', code: '000000' })).status, 422)
  const file = await head.step(page, 'people[^"]*', { format: 'pdf', code })
  assert.match(file.html, /^%PDF-/)
})

test('an Excel file of entities reads from right to left in Arabic and holds numbers as numbers', async (t) => {
  const { app, as } = await anOctober(t)
  const desk = await as('minister')
  const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const sheet = async (locale: string) => {
    const answer = await app.app.request(`/${locale}/evaluation/export/xlsx`, { headers: { cookie } })
    return unzipped(Buffer.from(await answer.arrayBuffer()), 'xl/worksheets/sheet1.xml')
  }
  const [arabic, english] = [await sheet('ar'), await sheet('en')]
  assert.match(arabic, /rightToLeft="(?:1|true)"/)
  assert.doesNotMatch(english, /rightToLeft="(?:1|true)"/)
  assert.doesNotMatch(arabic, /<f>/)
})

/** One file out of a ZIP archive, found by its local header. */
async function unzipped(zip: Buffer, name: string): Promise<string> {
  const { inflateRawSync } = await import('node:zlib')
  let at = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  at = zip.readUInt32LE(at + 16)
  for (;;) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50, `${name} is in the archive`)
    const [named, extra, comment] = [28, 30, 32].map((from) => zip.readUInt16LE(at + from))
    const found = zip.toString('utf8', at + 46, at + 46 + (named ?? 0))
    if (found === name) break
    at += 46 + (named ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  const [method, size, local] = [
    zip.readUInt16LE(at + 10),
    zip.readUInt32LE(at + 20),
    zip.readUInt32LE(at + 42),
  ]
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(start, start + size)
  return (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
}
