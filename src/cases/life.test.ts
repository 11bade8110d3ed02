import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replay, takeStep } from '#cases'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

const day = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()

async function replaysToItsRow({ db }: Country, id: string) {
  const row = await find(db, id)
  assert.ok(row)
  const { sector, onCall, parts, partsOpen, ...state } = row
  assert.deepEqual(
    JSON.parse(JSON.stringify(replay(await eventsOf(db, id)))),
    JSON.parse(JSON.stringify(state)),
  )
}

test('a submission gets a number, a date and a clock at once', async (t) => {
  const country = await aCountry(t)
  const state = await a.submitted(country)
  assert.match(state.reference, /^26\d{9}$/)
  assert.equal(state.stage, 'received')
  assert.equal(day(state.answerBy), '2026-10-15') // ten working days from Thursday the first
  assert.equal(state.clock, 'routing')
  assert.equal(day(state.clockDue), '2026-10-04') // one working day: Sunday
  await replaysToItsRow(country, state.id)
})

test('a complaint travels to an answer, and its history says who did what', async (t) => {
  const country = await aCountry(t)
  const state = await a.answered(country)
  assert.equal(state.stage, 'answered')
  assert.equal(state.outcome, 'solved')
  const events = await eventsOf(country.db, state.id)
  assert.deepEqual(
    events.map(({ step, role, by }) => [step, role, by]),
    [
      ['submit', 'resident', null],
      ['route', 'reviewer', 'Rana'],
      ['reply', 'liaison', 'Salem'],
      ['verify', 'reviewer', 'Rana'],
      ['release', 'releaser', 'Layla'],
    ],
  )
  await replaysToItsRow(country, state.id)
})

test('routing brings the date nearer when the category promises less, and never moves it later', async (t) => {
  const country = await aCountry(t)
  const potholes = await a.routed(country)
  assert.equal(day(potholes.answerBy), '2026-10-08')
  country.clock.forward({ days: 6 })
  const again = await a.through(country, potholes, [
    a.staff(country.people.reviewer),
    'route',
    { entity: 'electricity' },
  ])
  assert.equal(day(again.answerBy), '2026-10-08')
  assert.equal(day(again.entityDue), '2026-10-14')
  assert.equal(again.clock, 'first-action')
  await replaysToItsRow(country, again.id)
})

test('while the resident is asked the entity keeps its working time, and the resident keeps their date', async (t) => {
  const country = await aCountry(t)
  const routed = await a.routed(country)
  const asked = await a.through(country, routed, [
    a.staff(country.people.liaison),
    'ask',
    { question: 'أين بالضبط؟' },
  ])
  assert.equal(asked.stage, 'awaiting-resident')
  assert.equal(asked.clock, 'resident-answer')
  country.clock.forward({ days: 3 })
  const back = await a.through(country, asked, [a.resident, 'add', { text: 'أمام البوابة الشرقية' }])
  assert.equal(back.stage, 'with-entity')
  assert.equal(day(back.answerBy), day(routed.answerBy))
  assert.equal(day(back.entityDue), '2026-10-11')
  await replaysToItsRow(country, back.id)
})

test('nobody releases what they verified or wrote', async (t) => {
  const country = await aCountry(t)
  const { reviewer, releaser } = country.people
  const both = { ...reviewer, grants: [...reviewer.grants, ...releaser.grants] }
  const state = await a.verified(country)
  const refused = await a.step(country, a.staff(both), state, 'release')
  assert.deepEqual(refused, { ok: false, reason: 'not-by-the-same-person' })
})

test('an objection is not reviewed by whoever had a hand in the answer', async (t) => {
  const country = await aCountry(t)
  const { reviewer, releaser, otherReviewer } = country.people
  const objected = await a.through(country, await a.answered(country), [
    a.resident,
    'object',
    { reason: 'لم يصلحوها' },
  ])
  assert.equal(objected.stage, 'objected')
  for (const officer of [reviewer, releaser]) {
    const refused = await a.step(country, a.staff(officer), objected, 'reopen', { reason: 'صحيح' })
    assert.equal(refused.ok ? 'taken' : refused.reason, 'not-by-the-same-person')
  }
  const reopened = await a.through(country, objected, [a.staff(otherReviewer), 'reopen', { reason: 'صحيح' }])
  assert.equal(reopened.stage, 'with-entity')
  assert.equal(reopened.reopens, 1)
  assert.equal(reopened.clock, 'reply')
  await replaysToItsRow(country, reopened.id)
})

test('an entity that refuses costs the resident no day, and the bounce is counted', async (t) => {
  const country = await aCountry(t)
  const routed = await a.routed(country)
  const bounced = await a.through(country, routed, [
    a.staff(country.people.liaison),
    'refuse',
    { reason: 'ليست من اختصاصنا', entity: 'electricity' },
  ])
  assert.equal(bounced.stage, 'received')
  assert.equal(bounced.bounces, 1)
  assert.equal(bounced.urgent, true)
  assert.equal(day(bounced.answerBy), day(routed.answerBy))
  await replaysToItsRow(country, bounced.id)
})

test('a merged case keeps its own tracking and gets the answer of the one it follows', async (t) => {
  const country = await aCountry(t)
  const { reviewer, releaser, liaison } = country.people
  const first = await a.routed(country)
  const second = await a.submitted(country)
  const merged = await a.through(country, second, [a.staff(reviewer), 'merge', { into: first.id }])
  assert.equal(merged.clock, 'follows')
  await a.through(
    country,
    first,
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  const follower = await find(country.db, second.id)
  assert.equal(follower?.stage, 'answered')
  assert.equal(follower?.outcome, 'solved')
  await replaysToItsRow(country, second.id)
})

test('a split case is answered with one voice, once every part has its answer', async (t) => {
  const country = await aCountry(t)
  const { reviewer, releaser, liaison, electrician } = country.people
  const whole = await a.submitted(country)
  const split = await a.through(country, whole, [
    a.staff(reviewer),
    'split',
    {
      parts: [
        { entity: 'works', text: 'الحفرة' },
        { entity: 'electricity', text: 'عمود الإنارة' },
      ],
    },
  ])
  assert.equal(split.entity, 'central')
  const parts = await country.db.rows<{ id: string; entity: string }>(
    sql`select id, entity_id as entity from cases where parent_id = ${whole.id} order by entity_id desc`,
  )
  assert.deepEqual(parts.map(({ entity }) => entity).sort(), ['electricity', 'works'])
  const early = await a.step(country, a.staff(reviewer), whole, 'reply', a.A_REPLY)
  assert.equal(early.ok ? 'taken' : early.reason, 'parts-are-open')
  for (const [index, officer] of [liaison, electrician].entries()) {
    const part = parts[index] as { id: string }
    for (const [who, name, input] of [
      [officer, 'reply', a.A_REPLY],
      [reviewer, 'verify', {}],
      [releaser, 'release', {}],
    ] as const)
      a.granted(await a.step(country, a.staff(who), part, name, input))
    assert.equal((await find(country.db, part.id))?.stage, 'closed')
    await replaysToItsRow(country, part.id)
  }
  const answer = await a.through(country, whole, [a.staff(reviewer), 'reply', a.A_REPLY])
  assert.equal(answer.stage, 'replied')
})

test('what a refusal touches, stays as it was', async (t) => {
  const country = await aCountry(t)
  const state = await a.routed(country)
  const before = await eventsOf(country.db, state.id)
  for (const [who, name, input, reason] of [
    [country.people.liaison, 'release', {}, 'not-your-step'],
    [country.people.reviewer, 'verify', {}, 'wrong-stage'],
    [country.people.electrician, 'note', { note: 'x' }, 'not-found'],
    [country.people.admin, 'note', { note: 'x' }, 'not-found'],
    [country.people.liaison, 'reply', { text: '', outcome: 'fine' }, 'invalid'],
    [country.people.liaison, 'reply', { ...a.A_REPLY, outcome: 'refused' }, 'invalid'],
    [country.people.liaison, 'note', { note: 'x', stage: 'closed' }, 'invalid'],
  ] as const) {
    const refused = await a.step(country, a.staff(who), state, name, input)
    assert.equal(refused.ok ? 'taken' : refused.reason, reason)
  }
  assert.deepEqual(await eventsOf(country.db, state.id), before)
})

test('history is written once: the application may neither change nor remove it', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.submitted(country)
  for (const attempt of [
    sql`update case_events set step = 'close' where case_id = ${id}`,
    sql`delete from case_events where case_id = ${id}`,
    sql`delete from cases where id = ${id}`,
    sql`truncate case_events`,
  ])
    await assert.rejects(country.db.run(attempt), /permission denied/)
})

test('fifty clicks make one case; the same key for other words is refused', async (t) => {
  const country = await aCountry(t)
  const { submitCase } = await import('#cases')
  const one = a.key('one intention')
  const clicks = await Promise.all(
    Array.from({ length: 50 }, () => submitCase(country.tools, {}, a.aPothole, one)),
  )
  const made = clicks.map((click) => a.granted(click))
  assert.equal(new Set(made.map(({ state }) => state.reference)).size, 1)
  assert.equal(made.filter(({ again }) => !again).length, 1)
  const other = await submitCase(country.tools, {}, a.aPothole, { ...one, bodyHash: Buffer.from('other') })
  assert.equal(other.ok ? 'made' : other.reason, 'key-used-for-something-else')
  const count = await country.db.row<{ n: number }>(sql`select count(*) as n from cases`)
  assert.equal(count?.n, 1)
})

test('one key used on two cases in the same moment acts on one of them', async (t) => {
  const country = await aCountry(t)
  const cases = [await a.routed(country), await a.routed(country)]
  const key = a.key('one intention')
  const note = ({ id: caseId }: { id: string }) =>
    takeStep(country.tools, a.staff(country.people.liaison), {
      caseId,
      step: 'note',
      input: { note: 'x' },
      key,
    })
  const taken = await Promise.all(cases.map(note))
  assert.equal(taken.filter(({ ok }) => ok).length >= 1, true)
  const notes = await country.db.row<{ n: number }>(
    sql`select count(*) as n from case_events where step = 'note'`,
  )
  assert.equal(notes?.n, 1)
})
