import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { importCases, mapping } from '#cases'
import { yes } from '#kernel'
import type { Officer } from '#people'
import { sql } from '#platform'
import { aCountry, type Country, officer } from '../../test/kit/country.ts'
import { COLUMNS, line, OLD_PORTAL } from '../../test/kit/old-portal.ts'
import * as a from '../../test/kit/situations.ts'
import { type FrozenCard, freezeAgain, keepEvaluations, type MeasureId, reconcile } from './index.ts'
import { addReview } from './store/evaluation/samples.ts'

/** The month before is frozen on the morning of the day, which is the first of a month or the day it is settled. */
async function frozenOn(country: Country, day: string) {
  await reconcile(country.tools)
  country.clock.set(`${day}T06:00:00+03:00`)
  return keepEvaluations(country.tools)
}

async function cardOf({ db }: Country, entity: string, person?: Officer) {
  const row = await db.row<{ card: FrozenCard['card'] }>(sql`
    select card from evaluation_cards
     where entity_id = ${entity} and staff_id is not distinct from ${person?.id ?? null}::uuid
     order by month desc, version desc limit 1`)
  return row?.card
}

async function counted(country: Country, entity: string, id: MeasureId, person?: Officer) {
  const { sum, n } = (await cardOf(country, entity, person))?.shares[id] ?? { sum: 0, n: 0 }
  return `${sum} of ${n}`
}

test('who keeps a case past its date carries the blame by name, and a colleague who then answers it carries none', async (t) => {
  const country = await aCountry(t)
  const { liaison, reviewer, releaser, handler } = country.people
  const colleague = await officer(country.db, 'Mona', 'handler', 'unit', 'works-roads')
  const given = await a.routed(country)
  await a.through(country, given, [a.staff(liaison), 'assign', { handler: handler.id, unit: 'works-roads' }])
  country.clock.forward({ hours: 24 * 9 })
  await a.through(
    country,
    given,
    [a.staff(liaison), 'assign', { handler: colleague.id, unit: 'works-roads' }],
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  await frozenOn(country, '2026-11-01')
  assert.equal(await counted(country, 'works', 'on-time'), '0 of 1')
  assert.equal(await counted(country, 'works', 'on-time', handler), '0 of 1')
  assert.equal(await counted(country, 'works', 'on-time', colleague), '0 of 0')
  assert.equal(await counted(country, 'works', 'first-right', colleague), '1 of 1')
  assert.equal(await counted(country, 'works', 'first-right', handler), '0 of 0')
})

test('a kept promise and a broken one stand in the card of whoever promised, also when another has the case by then', async (t) => {
  const country = await aCountry(t)
  const { liaison, reviewer, releaser, otherReleaser, electrician } = country.people
  const actions = [
    { text: 'نعيد تخطيط الشارع', dueOn: '2026-10-12' },
    { text: 'نضع إشارة أمام المدرسة', dueOn: '2026-10-20' },
    { text: 'نعود للفحص في الشهر القادم', dueOn: '2026-11-20' },
  ]
  const given = await a.through(
    country,
    await a.routed(country),
    [a.staff(liaison), 'reply', { ...a.A_REPLY, actions }],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  country.clock.set('2026-10-11T09:00:00+03:00')
  await a.through(
    country,
    given,
    [a.staff(liaison), 'fulfil', { action: 1 }],
    [a.resident, 'object', { reason: 'ليست لهم، هي حفرة كهرباء' }],
    [a.staff(otherReleaser), 'reopen', { reason: 'صحيح' }],
    [a.staff(liaison), 'refuse', { reason: 'كابل كهرباء' }],
    [a.staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
    [a.staff(electrician), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  await frozenOn(country, '2026-11-01')
  for (const person of [undefined, liaison])
    assert.equal(await counted(country, 'works', 'promises', person), '1 of 2')
  for (const person of [undefined, electrician])
    assert.equal(await counted(country, 'electricity', 'promises', person), '0 of 0')
})

async function countedIn({ db }: Country, entity: string, month: string) {
  const row = await db.row<{ card: FrozenCard['card'] }>(sql`
    select card from evaluation_cards where entity_id = ${entity} and staff_id is null and month = ${month}::date`)
  const { sum, n } = row?.card.shares['on-time'] ?? assert.fail()
  return `${sum} of ${n}`
}

const EMPTY = { points: 0, outcome: 1, nextStep: 0, tone: 4, language: 4 }
const GOOD = { points: 4, outcome: 4, nextStep: 3, tone: 4, language: 4 }

/** Five cases of an entity, each answered after so many hours by that officer. */
async function fiveAnswered(country: Country, entity: string, by: Officer, hours: number, reply: object) {
  const { reviewer, releaser } = country.people
  for (let more = 0; more < 5; more++) {
    const given = await a.through(country, await a.submitted(country), [
      a.staff(reviewer),
      'route',
      { entity, category: 'power-cuts' },
    ])
    country.clock.forward({ hours })
    await a.through(
      country,
      given,
      [a.staff(by), 'reply', reply],
      [a.staff(reviewer), 'verify'],
      [a.staff(releaser), 'release'],
    )
  }
}

async function reviewAll({ db, clock, people }: Country, entity: string, marks: typeof GOOD, most = 99) {
  const sampled = await db.rows<{ caseId: string; seq: number }>(sql`
    select case_id as "caseId", seq from evaluation_sampled d where entity_id = ${entity}
       and not exists (select from evaluation_reviews r where r.case_id = d.case_id and r.seq = d.seq)
     order by seq, case_id limit ${most}`)
  for (const each of sampled)
    await addReview(db, { ...each, by: people.otherReviewer.id, at: clock.now(), marks })
  return sampled.length
}

test('an entity that answers within the hour and says nothing scores below one that answers well after its date', async (t) => {
  const country = await aCountry(t)
  const { liaison, electrician } = country.people
  // One working day is promised for power cuts.
  await fiveAnswered(country, 'works', liaison, 1, {
    ...a.A_REPLY,
    text: 'تم اتخاذ اللازم، شكرًا.',
    points: [],
  })
  await fiveAnswered(country, 'electricity', electrician, 24 * 4, a.A_REPLY)
  await frozenOn(country, '2026-11-01')
  await reviewAll(country, 'works', EMPTY)
  await reviewAll(country, 'electricity', GOOD)
  await frozenOn(country, '2026-11-25')
  assert.equal(await counted(country, 'works', 'on-time'), '5 of 5')
  assert.equal(await counted(country, 'electricity', 'on-time'), '0 of 5')
  for (const [quick, careful] of [
    [undefined, undefined],
    [liaison, electrician],
  ] as const) {
    const empty = (await cardOf(country, 'works', quick))?.score?.value ?? assert.fail()
    const good = (await cardOf(country, 'electricity', careful))?.score?.value ?? assert.fail()
    assert.ok(empty < good, `${empty} < ${good}`)
  }
})

test('where a month has too few reviewed replies the score rests on it and the months before, and says so', async (t) => {
  const country = await aCountry(t)
  const { liaison } = country.people
  await fiveAnswered(country, 'works', liaison, 1, a.A_REPLY)
  await frozenOn(country, '2026-11-01')
  assert.equal(await reviewAll(country, 'works', GOOD, 3), 3)
  await frozenOn(country, '2026-11-25')
  assert.equal((await cardOf(country, 'works'))?.score, null)
  country.clock.set('2026-11-26T09:00:00+03:00')
  await fiveAnswered(country, 'works', liaison, 1, a.A_REPLY)
  await frozenOn(country, '2026-12-01')
  // Nothing of November was reviewed yet: October must not speak for it.
  assert.equal((await cardOf(country, 'works'))?.score, null)
  await country.db.run(sql`
    insert into evaluation_reviews select case_id, seq, ${country.people.otherReviewer.id}, now(), 4, 4, 4, 4, 4
      from evaluation_sampled where month = '2026-11-01' limit 2`)
  await frozenOn(country, '2026-12-25')
  const { score, over, shares } = (await cardOf(country, 'works', liaison)) ?? assert.fail()
  assert.ok(score && score.value > 90)
  assert.deepEqual([over?.months, over?.shares.quality.n, over?.shares['on-time'].n], [2, 5, 10])
  assert.deepEqual([shares.quality.n, shares['on-time'].n], [2, 5])
})

test('what another system answered, and the dates that it had told, count for the entity and for no person', async (t) => {
  const country = await aCountry(t)
  const folder = mkdtempSync(join(tmpdir(), 'sawt-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const works = { Office: 'وزارة الأشغال', Opened: '20/09/2026 08:00', Status: 'Closed - fixed' }
  const rows = [
    { Due: '08/10/2026', Closed: '05/10/2026 09:00' },
    { Due: '03/10/2026', Closed: '05/10/2026 09:00' },
    // Its date passed in September: that month's blame.
    { Due: '30/09/2026', Closed: '05/10/2026 09:00' },
    // No date was told, so none was missed.
    { Due: '', Closed: '20/10/2026 09:00' },
    // Ended by the resident before its date.
    { Due: '25/10/2026', Closed: '05/10/2026 09:00', Status: 'Closed - withdrawn' },
    { Due: '15/10/2026', Closed: '', Status: 'Open' },
  ]
  const path = join(folder, 'history.csv')
  country.clock.set('2026-10-28T09:00:00+03:00')
  writeFileSync(path, [COLUMNS, ...rows.map((row, at) => line(at + 1, { ...works, ...row }))].join('\n'))
  a.granted(
    await importCases(country.tools, { path, mapping: mapping.parse(OLD_PORTAL), source: 'old-portal' }),
  )
  await a.answered(country)
  await frozenOn(country, '2026-11-01')
  // September ended before there was any evaluation: an analyst has it counted.
  const { analyst } = country.people
  assert.deepEqual(await freezeAgain(country.tools, analyst, { month: '2026-09', note: 'جاء سجله' }), yes(1))
  assert.equal(await countedIn(country, 'works', '2026-09-01'), '0 of 1')
  const card = (await cardOf(country, 'works')) ?? assert.fail()
  assert.equal(card.answers, 5)
  assert.deepEqual(card.imported, { answers: 4, dates: 3 })
  assert.equal(await counted(country, 'works', 'on-time'), '2 of 4')
  assert.equal(await counted(country, 'works', 'first-right'), '1 of 1')
  const people = await country.db.rows<{ name: string }>(sql`
    select s.name from evaluation_cards c join staff s on s.id = c.staff_id`)
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Salem'],
  )
})
