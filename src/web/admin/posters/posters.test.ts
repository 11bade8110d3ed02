import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { endPoster, listPosters, makePoster, scanPoster } from '#entities'
import { sql } from '#platform'
import { anApp } from '../../../../test/kit/app.ts'
import {
  A_REPLY,
  aPothole,
  granted,
  routed,
  staff,
  submitted,
  through,
} from '../../../../test/kit/situations.ts'
import { atDesk, sessionOf } from '../../../../test/kit/staff.ts'
import { qrSvg } from '../../proof/receipt/qr.ts'

const AT_COUNTER = { label: 'شباك 4', entityId: 'works', categoryId: 'potholes', placeId: null }

test('whoever scans a poster begins a case with what it knows, in their own language', async (t) => {
  const { app, tools } = await anApp(t)
  const { code } = granted(await makePoster(tools, 'installation', AT_COUNTER))
  const scanned = await app.request(`/q/${code}`, { headers: { 'accept-language': 'en' } })
  assert.equal(scanned.status, 302)
  const to = new URL(scanned.headers.get('location') ?? '', 'http://localhost')
  assert.equal(to.pathname, '/en/new')
  assert.deepEqual(Object.fromEntries(to.searchParams), {
    entity: 'works',
    category: 'potholes',
    channel: 'qr',
    campaign: code,
  })
  assert.equal((await listPosters(tools))[0]?.scans, 1)
})

test('what comes in by a poster is counted for it, and for the channel', async (t) => {
  const { tools, country } = await anApp(t)
  const { code } = granted(await makePoster(tools, 'installation', AT_COUNTER))
  await submitted(country, { ...aPothole, channel: 'qr', campaign: code })
  await submitted(country, aPothole)
  assert.equal((await listPosters(tools))[0]?.cases, 1)
  const channels = await country.db.rows<{ channel: string }>(sql`select channel from cases order by id`)
  assert.deepEqual(channels, [{ channel: 'qr' }, { channel: 'web' }])
})

test('an administrator sees what became of what a campaign brought, in numbers alone', async (t) => {
  const app = await anApp(t)
  const { tools, country } = app
  const { code } = granted(await makePoster(tools, 'installation', AT_COUNTER))
  const by = { ...aPothole, channel: 'qr', campaign: code }
  const { liaison, reviewer, releaser } = country.people
  await through(
    country,
    await routed(country, by),
    [staff(liaison), 'reply', A_REPLY],
    [staff(reviewer), 'verify'],
    [staff(releaser), 'release'],
  )
  await submitted(country, by)
  await submitted(country, by)
  await submitted(country, aPothole)
  const { owner } = country
  await owner.run(sql`update cases set answer_by = received_at where stage = 'received' and channel = 'qr'
    and id = (select max(id::text)::uuid from cases where channel = 'qr')`)
  await owner.run(sql`update cases set solved = 5 where stage = 'answered'`)
  country.clock.forward({ hours: 1 })
  const [poster] = await listPosters(tools)
  const { cases, answered: told, onTime, open, late, rated, solved } = poster ?? {}
  assert.deepEqual(
    { cases, told, onTime, open, late, rated, solved },
    { cases: 3, told: 1, onTime: 1, open: 2, late: 1, rated: 1, solved: 1 },
  )
  const cookie = `staff=${await sessionOf(app, country.people.admin)}`
  const page = await (await app.app.request('/ar/admin/posters', { headers: { cookie } })).text()
  assert.match(page, /2، المتأخر 1/)
  assert.match(page, /1 من 1/)
  assert.doesNotMatch(page, new RegExp(aPothole.text.slice(0, 12)))
})

test('a poster that ended, or never was, leads to the first page and counts nothing', async (t) => {
  const { app, tools } = await anApp(t)
  const { code } = granted(await makePoster(tools, 'installation', AT_COUNTER))
  granted(await endPoster(tools, 'installation', code))
  for (const typed of [code, 'aaaaaa', 'x', '%00', "';drop"]) {
    const response = await app.request(`/q/${encodeURIComponent(typed)}`)
    assert.equal(response.headers.get('location'), '/ar', typed)
  }
  assert.equal(await scanPoster(tools, code), undefined)
  assert.equal((await listPosters(tools))[0]?.scans, 0)
})

test('a telephone reads the code on the poster', async () => {
  const picture = sharp(Buffer.from(qrSvg('https://sawt.example.gov/q/abc234'))).resize(600)
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
  assert.equal(read?.data, 'https://sawt.example.gov/q/abc234')
})

test('a poster offers the towns below their areas, and no subject that says nothing or belongs into the sealed room', async (t) => {
  const app = await anApp(t)
  const { db, owner } = app.country
  await owner.run(
    sql`insert into sectors (id, name_ar, name_en) values ('integrity', 'النزاهة', 'Integrity')`,
  )
  await db.run(sql`
    insert into categories (id, name_ar, name_en, sector_id, phrases)
    values ('other-unclassified', 'أخرى (للفرز المركزي)', 'Other (central triage)', 'people', '{}'),
           ('bribery', 'الرشوة', 'Bribery', 'integrity', '{}')`)
  await owner.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    values ('north', null, 'governorate', 'الشمال', 'North'), ('river', 'north', 'town', 'النهر', 'River')`)
  app.tools.forget()
  const desk = await atDesk(app, app.country.people.admin)
  const { html } = await desk.get('/en/admin/posters/new')
  assert.match(html, /<optgroup label="North">.*?value="north".*?value="river"/s)
  assert.match(html, /value="potholes"/)
  assert.doesNotMatch(html, /other-unclassified|bribery/)
  await desk.step('/en/admin/posters/new', '/posters/new', {
    label: 'Counter',
    category: 'other-unclassified',
    place: 'river',
  })
  const [made] = await listPosters(app.tools)
  assert.deepEqual([made?.categoryId, made?.placeId], [null, 'river'])
})

for (const locale of ['ar', 'en'])
  test(`a poster is one page of paper, however long the names on it are: ${locale}`, async (t) => {
    const app = await anApp(t)
    const { owner, people } = app.country
    const long =
      'The National Authority for the Protection of Persons with Disabilities and of Elderly People'
    await owner.run(sql`
      update entities set name_en = ${long}, name_ar = 'الهيئة الوطنية لحماية حقوق الأشخاص ذوي الإعاقة وكبار السن ورعايتهم في كل المحافظات'`)
    await owner.run(
      sql`update categories set name_en = ${long}, name_ar = 'تراخيص المدارس الخاصة والحضانات ومراكز التدريب والتفتيش عليها'`,
    )
    app.tools.forget()
    const { code } = granted(await makePoster(app.tools, 'installation', AT_COUNTER))
    const cookie = `staff=${await sessionOf(app, people.admin)}`
    const answer = await app.app.request(`/${locale}/admin/posters/${code}/paper`, { headers: { cookie } })
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.equal(/\/Count (\d+)/.exec(pdf)?.[1], '1')
  })
