import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Chapter, caseLadder, explainDates, letTimeAct, recountClocks, timeSpent } from '#cases'
import { addHoliday, loadPromiseBook, sundayToThursday } from '#promises'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

const day = (at: Temporal.Instant | null | undefined) =>
  at?.toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()

const told = async (country: Country, id: string) => {
  const [state, events] = [await find(country.db, id), await eventsOf(country.db, id)]
  return { state, ...(await explainDates(country.tools, events, state?.entity ?? null)) }
}

/** A chapter of counted days must end on the date that the event recorded. */
function countsUp({ counted, after, because }: Chapter) {
  if (counted && because !== 'recounted') assert.ok(counted.due.toInstant().equals(after), because)
}

test('the resident’s date is the promise counted from the submission, and it came nearer with the routing', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  const { resident, entity, state } = await told(country, id)
  assert.deepEqual(
    resident.map(({ because, after, counted }) => [because, day(after), counted?.workingDays]),
    [
      ['promised', '2026-10-15', 10],
      ['nearer', '2026-10-08', 5],
    ],
  )
  assert.deepEqual(
    entity.map(({ because, counted }) => [
      because,
      counted?.days.map((each) => each.counted ?? each.because),
    ]),
    [['promised', ['start', 'weekend', 'weekend', 1, 2, 3, 4, 5]]],
  )
  for (const chapter of [...resident, ...entity]) countsUp(chapter)
  assert.ok(resident.at(-1)?.after.equals(state?.answerBy ?? assert.fail()))
})

test('a question, an extension and a holiday announced late: each has its chapter, the last ends on the date of today', async (t) => {
  const country = await aCountry(t)
  const { liaison } = country.people
  const asked = await a.through(country, await a.routed(country), [
    a.staff(liaison),
    'ask',
    { question: 'أين؟' },
  ])
  country.clock.forward({ days: 4 })
  await a.through(
    country,
    asked,
    [a.resident, 'add', { text: 'هنا' }],
    [a.staff(liaison), 'extend', { days: 2, reason: 'قطعة ناقصة' }],
  )
  const holiday = { from: '2026-10-13', to: '2026-10-13', name: { ar: 'عيد', en: 'Eid' } }
  a.granted(
    await addHoliday(
      country.tools,
      { id: null },
      { calendars: ['government'], holiday, reason: 'التعميم 14' },
    ),
  )
  const book = await loadPromiseBook(country.db)
  const tools = { ...country.tools, book: async () => book, gateways: { demonstration: true } }
  const after = { ...country, book, tools }
  await recountClocks(after.tools)
  const { entity, resident, reasons, state } = await told(after, asked.id)
  assert.deepEqual(
    entity.map(({ because }) => because),
    ['promised', 'paused', 'extended', 'recounted'],
  )
  assert.equal(entity[1]?.pause?.left.total('hours'), 5 * 7.25 + 4.25)
  const recounted = entity.at(-1)
  assert.ok(recounted?.after.equals(state?.entityDue ?? assert.fail()))
  assert.equal(reasons.get(`government@${recounted?.calendar.version}`), 'التعميم 14')
  assert.deepEqual(
    resident.map(({ because }) => because),
    ['promised', 'nearer', 'extended'],
    'the resident’s date is extended and never recounted',
  )
  for (const chapter of [...resident, ...entity]) countsUp(chapter)
})

test('an entity that gave a case back has no date; the next one begins its own', async (t) => {
  const country = await aCountry(t)
  const refused = await a.through(country, await a.routed(country), [
    a.staff(country.people.liaison),
    'refuse',
    { reason: 'ليس لنا' },
  ])
  assert.deepEqual((await told(country, refused.id)).entity, [])
  await a.through(country, refused, [a.staff(country.people.reviewer), 'route', { entity: 'electricity' }])
  assert.equal((await told(country, refused.id)).entity.length, 1)
})

test('gross time never stops, net time leaves out what the resident took', () => {
  const at = (text: string) => Temporal.Instant.from(`2026-10-${text}:00+03:00`)
  const event = (seq: number, step: 'submit' | 'ask' | 'add' | 'release', when: string) =>
    ({ caseId: 'c', seq, step, at: at(when), role: 'system', actorId: null, facts: {} }) as const
  const history = [
    event(1, 'submit', '04T07:00'),
    event(2, 'ask', '04T09:00'),
    event(3, 'add', '05T09:00'),
    event(4, 'release', '06T08:00'),
  ]
  const spent = timeSpent(history, sundayToThursday(), at('20T07:00'))
  const hours = Object.entries(spent).map(([name, time]) => [name, time.total('hours')])
  assert.deepEqual(hours, [
    ['gross', 49],
    ['working', 15.5],
    ['paused', 7.25],
    ['net', 8.25],
  ])
})

test('net and paused time add up to the working time, whatever happens when', () => {
  const steps = fc.array(
    fc.record({
      step: fc.constantFrom('ask', 'add', 'note', 'reply'),
      hours: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 200 }), (taken, later) => {
      let at = Temporal.Instant.from('2026-10-01T07:00:00Z')
      const first = { caseId: 'c', seq: 1, step: 'submit', at, role: 'resident', actorId: null, facts: {} }
      const history = taken.map(({ step, hours }, index) => {
        at = at.add({ hours })
        return { ...first, seq: index + 2, step, at }
      })
      const all = [first, ...history] as unknown as Parameters<typeof timeSpent>[0]
      const spent = timeSpent(all, sundayToThursday(), at.add({ hours: later }))
      assert.equal(Temporal.Duration.compare(spent.net.add(spent.paused), spent.working), 0)
      assert.ok(spent.net.sign >= 0 && spent.paused.sign >= 0)
    }),
  )
})

test('the ladder of a case: what was climbed and when, then what comes and when; after the sweep nothing ahead has passed', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  for (let hour = 0; hour < 20 * 24; hour += 7) {
    country.clock.forward({ hours: 7 })
    while ((await letTimeAct(country.tools)) > 0);
    const [state, events] = [await find(country.db, id), await eventsOf(country.db, id)]
    const rungs = caseLadder(state ?? assert.fail(), events, country)
    assert.equal(new Set(rungs.map((rung) => rung.id)).size, rungs.length)
    assert.equal(rungs.length, 5)
    for (const { climbed, when } of rungs)
      assert.equal(climbed, Temporal.Instant.compare(when, country.clock.now()) <= 0)
  }
})
