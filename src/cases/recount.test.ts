import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recountClocks, replay } from '#cases'
import { addHoliday, loadPromiseBook } from '#promises'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

const day = (at: Temporal.Instant | null | undefined) =>
  at?.toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()

/** The government announces that it is closed from Monday to Wednesday. */
async function eidIsAnnounced(country: Country): Promise<Country> {
  const holiday = { from: '2026-10-05', to: '2026-10-07', name: { ar: 'عيد', en: 'Eid' } }
  const change = { calendars: ['government'], holiday, reason: 'أُعلن العيد' }
  a.granted(await addHoliday(country.tools, { id: null }, change))
  const book = await loadPromiseBook(country.db)
  return { ...country, book, tools: { ...country.tools, book: async () => book } }
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
