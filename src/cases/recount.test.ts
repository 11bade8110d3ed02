import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recountClocks, recountsOf, replay } from '#cases'
import { listNotices } from '#messages'
import type { Officer } from '#people'
import { sql } from '#platform'
import { addHoliday, loadPromiseBook } from '#promises'
import { reader } from '#words'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

const day = (at: Temporal.Instant | null | undefined) =>
  at?.toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()

/** The government announces that it is closed from Monday to Wednesday. */
async function eidIsAnnounced(country: Country) {
  const holiday = { from: '2026-10-05', to: '2026-10-07', name: { ar: 'عيد', en: 'Eid' } }
  const change = { calendars: ['government'], holiday, reason: 'أُعلن العيد' }
  a.granted(await addHoliday(country.tools, { id: null }, change))
  const book = await loadPromiseBook(country.db)
  const gateways = { demonstration: true }
  return { ...country, book, tools: { ...country.tools, book: async () => book, gateways } }
}

test('a holiday announced late gives the entity its days, and the resident keeps their date', async (t) => {
  const country = await aCountry(t)
  const before = await a.routed(country)
  const after = await eidIsAnnounced(country)
  assert.equal(await recountClocks(after.tools), 1)
  const state = await find(country.db, before.id)
  assert.equal(day(before.entityDue), '2026-10-08')
  assert.equal(day(state?.entityDue), '2026-10-13')
  assert.equal(day(state?.answerBy), day(before.answerBy))
  const events = await eventsOf(country.db, before.id)
  assert.equal(events.at(-1)?.step, 'recount')
  const { sector, onCall, parts, partsOpen, ...row } = state ?? assert.fail()
  assert.deepEqual(JSON.parse(JSON.stringify(replay(events))), JSON.parse(JSON.stringify(row)))
})

test('counting again counts once: a second time moves nothing', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  assert.equal(await recountClocks(after.tools), undefined)
  assert.equal((await eventsOf(country.db, id)).filter(({ step }) => step === 'recount').length, 1)
})

test('a case that was asked about and extended is counted again with all of it', async (t) => {
  const country = await aCountry(t)
  const { liaison } = country.people
  const routed = await a.routed(country)
  const asked = await a.through(country, routed, [a.staff(liaison), 'ask', { question: 'أين؟' }])
  country.clock.forward({ days: 3 })
  const back = await a.through(country, asked, [a.resident, 'add', { text: 'هنا' }])
  const extended = await a.through(country, back, [
    a.staff(liaison),
    'extend',
    { days: 2, reason: 'قطعة ناقصة' },
  ])
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  const state = await find(country.db, routed.id)
  assert.equal(day(extended.entityDue), '2026-10-13')
  assert.equal(day(state?.entityDue), '2026-10-18')
  assert.equal(day(state?.answerBy), day(extended.answerBy))
})

test('the central office’s own clocks are counted again too', async (t) => {
  const country = await aCountry(t)
  country.clock.forward({ days: 3 })
  const received = await a.submitted(country)
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  const state = await find(country.db, received.id)
  assert.equal(day(received.clockDue), '2026-10-05')
  assert.equal(day(state?.clockDue), '2026-10-08')
})

const told = async ({ db, clock }: Country, officer: Officer, locale: 'ar' | 'en' = 'en') =>
  (await listNotices({ db, clock }, officer, reader(locale, 'Asia/Bahrain'))).notices.map(
    ({ title, text }) => ({
      title,
      text,
    }),
  )

test('an entity is told once of all its cases that moved, and the record says what moved and who was told', async (t) => {
  const country = await aCountry(t)
  for (let count = 0; count < 3; count++) await a.routed(country)
  const { liaison, electrician, handler } = country.people
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  const [only, ...more] = await told(country, liaison)
  assert.deepEqual(more, [])
  assert.equal(only?.title, 'The dates of Ministry of Works were counted again')
  assert.match(only?.text ?? '', /with a new date: 3 cases; the nearest of them is Tuesday 13 October/)
  const [inArabic] = await told(country, liaison, 'ar')
  assert.match(inArabic?.text ?? '', /3 طلبات، وأقرب موعد بينها الثلاثاء 13 أكتوبر/)
  assert.deepEqual(await told(country, electrician), [])
  assert.deepEqual(await told(country, handler), [])
  const [record] = await recountsOf(after.tools, 'government')
  assert.deepEqual(
    { entity: record?.entity, moved: record?.moved, nearest: day(record?.nearest), told: record?.told },
    { entity: 'works', moved: 3, nearest: '2026-10-13', told: ['Salem'] },
  )
  assert.deepEqual(
    await country.db.rows(sql`select kind from messages`),
    [],
    'the usual choice leaves it to the digest',
  )
})

test('whoever wants each thing by mail gets one letter for the whole count, however often it is counted', async (t) => {
  const country = await aCountry(t)
  const { liaison } = country.people
  await country.db.run(sql`
    insert into staff_choices (staff_id, mail, digest_hour, changed_at) values (${liaison.id}, 'each', 7, now())`)
  for (let count = 0; count < 2; count++) await a.routed(country)
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  await recountClocks(after.tools)
  const letters = await country.db.rows<{ kind: string }>(sql`select kind from messages`)
  assert.deepEqual(letters, [{ kind: 'recounted' }])
})

test('what waits for the central office, also for an entity that has not joined, is told to its reviewers', async (t) => {
  const country = await aCountry(t)
  const { reviewer, otherReviewer, releaser } = country.people
  await a.through(country, await a.submitted(country), [
    a.staff(reviewer),
    'route',
    { entity: 'housing', category: 'potholes' },
  ])
  const after = await eidIsAnnounced(country)
  await recountClocks(after.tools)
  for (const each of [reviewer, otherReviewer])
    assert.deepEqual(
      (await told(country, each)).map(({ title }) => title),
      ['The dates of Central office were counted again'],
    )
  assert.deepEqual(await told(country, releaser), [])
})
