import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Officer } from '#people'
import { sql } from '#platform'
import { aCountry, type Country, officer } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'
import {
  commentOn,
  dashboard,
  evaluation,
  type FrozenCard,
  freezeAgain,
  keepEvaluations,
  type MeasureId,
  openCard,
  openForReview,
  qualityQueue,
  reviewReply,
  rollUpKeeper,
} from './index.ts'

const MARKS = { points: '4', outcome: '4', nextStep: '3', tone: '4', language: '4' }

/** The first of November, six in the morning. */
async function endOfOctober(country: Country) {
  await heardAll(country.db, rollUpKeeper(country.tools))
  country.clock.set('2026-11-01T06:00:00+03:00')
  return keepEvaluations(country.tools)
}

async function seenBy(country: Country, officer: Officer, given = {}) {
  return a.granted(await evaluation(country.tools, officer, given))
}

/** `k of n` of a measure on an entity's card, or on a person's. */
async function counted(country: Country, entity: string, id: MeasureId, person?: Officer) {
  const { db } = country
  const row = await db.row<{ card: FrozenCard['card'] }>(sql`
    select card from evaluation_cards
     where entity_id = ${entity} and staff_id is not distinct from ${person?.id ?? null}::uuid
     order by month desc, version desc limit 1`)
  const { sum, n } = row?.card.shares[id] ?? { sum: 0, n: 0 }
  return `${sum} of ${n}`
}

test('a case that its sender kept past the date costs the sender, and the receiver who answers in a day is on time', async (t) => {
  const country = await aCountry(t)
  const { liaison, reviewer, electrician, otherReviewer, releaser } = country.people
  const given = await a.routed(country)
  country.clock.forward({ hours: 24 * 12 })
  await a.through(
    country,
    given,
    [a.staff(liaison), 'refuse', { reason: 'ليس لنا' }],
    [a.staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
    [a.staff(electrician), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  assert.equal(await endOfOctober(country), 1)
  assert.deepEqual(
    [await counted(country, 'works', 'on-time'), await counted(country, 'works', 'first-action')],
    ['0 of 1', '0 of 1'],
  )
  assert.equal(await counted(country, 'electricity', 'on-time'), '1 of 1')
  assert.equal(await counted(country, 'electricity', 'on-time', electrician), '1 of 1')
})

test('a returned reply is not right the first time, and the time of the review is not the entity’s', async (t) => {
  const country = await aCountry(t)
  const { liaison, otherReviewer, releaser } = country.people
  const given = await a.replied(country)
  // Reviewers who take longer than the whole promise.
  country.clock.forward({ hours: 24 * 14 })
  await a.through(
    country,
    given,
    [a.staff(otherReviewer), 'return', { reason: 'لا يجيب عن النقطة' }],
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  await endOfOctober(country)
  for (const person of [undefined, liaison]) {
    assert.equal(await counted(country, 'works', 'returned', person), '1 of 2')
    assert.equal(await counted(country, 'works', 'first-right', person), '0 of 1')
    assert.equal(await counted(country, 'works', 'on-time', person), '1 of 1')
  }
})

test('an objection that was found right counts against the first answer, one that was not against nobody', async (t) => {
  const country = await aCountry(t)
  const { otherReleaser, liaison, reviewer, releaser } = country.people
  const [wrong, right] = [await a.answered(country), await a.answered(country)]
  await a.through(
    country,
    wrong,
    [a.resident, 'object', { reason: 'ما زالت الحفرة' }],
    [a.staff(otherReleaser), 'reopen', { reason: 'صحيح' }],
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
    [a.resident, 'rate', { solved: 5, respect: 5 }],
  )
  await a.through(
    country,
    right,
    [a.resident, 'object', { reason: 'أريد غير ذلك' }],
    [a.staff(otherReleaser), 'uphold', { reason: 'أُصلحت', otherRemedy: 'ديوان المظالم' }],
  )
  await endOfOctober(country)
  // Three answers, two of them first ones.
  assert.equal(await counted(country, 'works', 'objections'), '1 of 3')
  assert.equal(await counted(country, 'works', 'first-right'), '1 of 2')
  assert.equal(await counted(country, 'works', 'satisfied'), '1 of 1')
})

test('a month is frozen once; an objection decided after it makes the settled version, and the first one stays', async (t) => {
  const country = await aCountry(t)
  const answered = await a.answered(country)
  country.clock.set('2026-10-30T10:00:00+03:00')
  assert.equal(await endOfOctober(country), 1)
  assert.equal(await keepEvaluations(country.tools), 0)
  await country.owner.run(sql`update cases set next_act_at = null`)
  const late = await a.step(country, a.resident, answered, 'object', { reason: 'عادت الحفرة' })
  assert.ok(late.ok)
  await a.through(country, late.value.state, [
    a.staff(country.people.otherReleaser),
    'reopen',
    { reason: 'صحيح' },
  ])
  country.clock.set('2026-11-25T06:00:00+03:00')
  const two = await Promise.all([keepEvaluations(country.tools), keepEvaluations(country.tools)])
  assert.deepEqual(two.sort(), [0, 2])
  const { head } = country.people
  const versions = (await seenBy(country, head)).versions
  assert.deepEqual(
    versions.map(({ version, reason }) => [version, reason]),
    [
      [1, 'month-over'],
      [2, 'settled'],
    ],
  )
  const share = async (version: string) =>
    (await seenBy(country, head, { version })).entities[0]?.card.shares['first-right']
  assert.deepEqual([(await share('1'))?.sum, (await share('2'))?.sum], [1, 0])
  for (const statement of [
    sql`update evaluation_cards set card = '{}'`,
    sql`delete from evaluation_versions`,
  ])
    await assert.rejects(country.db.run(statement), /permission denied/)
})

test('an analyst may have a month counted anew, with a reason; nobody else, and not without one', async (t) => {
  const country = await aCountry(t)
  await a.answered(country)
  await endOfOctober(country)
  const { analyst, head, reviewer } = country.people
  const again = (officer: Officer, note: string, month = '2026-10') =>
    freezeAgain(country.tools, officer, { month, note })
  for (const officer of [head, reviewer])
    assert.deepEqual(await again(officer, 'سبب'), { ok: false, reason: 'not-found' })
  assert.deepEqual(await again(analyst, ' '), { ok: false, reason: 'note-missing' })
  assert.deepEqual(await again(analyst, 'سبب', 'أيلول'), { ok: false, reason: 'month-unknown' })
  assert.deepEqual(await again(analyst, 'سبب', '2026-11'), { ok: false, reason: 'month-not-over' })
  assert.deepEqual(await again(analyst, 'تقويم عُدّل بعد الشهر'), { ok: true, value: 2 })
  const { versions } = await seenBy(country, head)
  assert.deepEqual(
    versions.map(({ note, frozenBy }) => [note, frozenBy]),
    [
      [null, null],
      ['تقويم عُدّل بعد الشهر', 'Ahlam'],
    ],
  )
})

test('sampled replies are reviewed by somebody who had no hand in them, without names, once, and make the quality', async (t) => {
  const country = await aCountry(t)
  const { reviewer, releaser, otherReviewer, analyst, liaison, admin } = country.people
  for (let more = 0; more < 6; more++) await a.answered(country)
  await endOfOctober(country)
  for (const officer of [reviewer, releaser]) assert.deepEqual(await qualityQueue(country.tools, officer), [])
  for (const officer of [liaison, admin]) assert.equal(await qualityQueue(country.tools, officer), undefined)
  const queue = (await qualityQueue(country.tools, analyst)) ?? []
  assert.equal(queue.length, 6)
  const first = queue[0] ?? assert.fail()
  const opened = a.granted(await openForReview(country.tools, analyst, first))
  assert.match(opened.written.question ?? '', /حفرة كبيرة/)
  assert.match(opened.written.text ?? '', /أصلحنا الحفرة/)
  assert.equal((await openForReview(country.tools, reviewer, first)).ok, false)
  assert.equal(
    (await reviewReply(country.tools, analyst, { ...first, marks: { ...MARKS, tone: '5' } })).ok,
    false,
  )
  for (const each of queue)
    a.granted(await reviewReply(country.tools, otherReviewer, { ...each, marks: MARKS }))
  assert.equal((await reviewReply(country.tools, analyst, { ...first, marks: MARKS })).ok, false)
  const reads = await country.db.row<{ n: number }>(sql`
    select count(*)::int as n from case_reads where staff_id = ${analyst.id} and case_id = ${first.caseId}`)
  assert.equal(reads?.n, 1)
  country.clock.set('2026-11-25T06:00:00+03:00')
  await keepEvaluations(country.tools)
  const { entities } = await seenBy(country, country.people.head)
  const { quality } = entities[0]?.card.shares ?? assert.fail()
  assert.deepEqual([quality.n, Math.round((quality.value ?? 0) * 100)], [6, 95])
  assert.ok((entities[0]?.card.score?.value ?? 0) > 90)
})

test('who opens which card: an entity’s own, a sector, all; a person’s only that person and their head', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  await a.answered(country)
  await a.through(
    country,
    await a.submitted(country),
    [a.staff(people.reviewer), 'route', { entity: 'housing', category: 'housing-requests' }],
    [a.staff(people.reviewer), 'reply', a.A_REPLY],
    [a.staff(people.otherReviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  await endOfOctober(country)
  const all = await country.db.rows<{ id: string; entity: string; person: string | null }>(sql`
    select c.id, c.entity_id as entity, s.name as person from evaluation_cards c left join staff s on s.id = c.staff_id
     order by c.entity_id, s.name nulls first`)
  const name = ({ entity, person }: (typeof all)[number]) => (person ? `${person} at ${entity}` : entity)
  assert.deepEqual(all.map(name), ['Rana at central', 'housing', 'works', 'Salem at works'])
  const opens = async (officer: Officer) => {
    const seen: string[] = []
    for (const each of all) if ((await openCard(tools, officer, each.id)).ok) seen.push(name(each))
    return seen
  }
  const entities = ['housing', 'works']
  assert.deepEqual(await opens(people.head), ['works', 'Salem at works'])
  assert.deepEqual(await opens(people.liaison), ['works', 'Salem at works'])
  assert.deepEqual(await opens(people.minister), ['works'])
  const ofSector = await officer(country.db, 'Hind', 'analyst', 'sector', 'infrastructure')
  const ofEntity = await officer(country.db, 'Ali', 'analyst', 'entity', 'housing')
  assert.deepEqual(await opens(ofSector), ['works'])
  assert.deepEqual(await opens(ofEntity), ['housing'])
  assert.deepEqual(
    (await seenBy(country, ofSector)).entities.map(({ entity }) => entity),
    ['works'],
  )
  assert.deepEqual(a.granted(await dashboard(tools, ofSector, {})).inSight, ['works', 'electricity'])
  assert.deepEqual(await opens(people.reviewer), ['Rana at central', ...entities])
  for (const officer of [people.otherReviewer, people.releaser, people.operator, people.analyst])
    assert.deepEqual(await opens(officer), entities)
  for (const officer of [people.electrician, people.handler, people.agent, people.admin])
    assert.deepEqual(await opens(officer), [])
  for (const officer of [people.agent, people.admin])
    assert.deepEqual(await evaluation(tools, officer, {}), { ok: false, reason: 'not-found' })
  assert.deepEqual(await openCard(tools, people.head, 'nonsense'), { ok: false, reason: 'not-found' })
})

test('the rated answers to their card, beside the version it was said to; others may not', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  await a.answered(country)
  await endOfOctober(country)
  const { entities, people: persons } = await seenBy(country, people.head)
  const [works, salem] = [entities[0]?.id ?? assert.fail(), persons[0]?.id ?? assert.fail()]
  const say = (officer: Officer, card: string, said: string) => commentOn(tools, officer, { card, said })
  assert.ok((await say(people.head, works, 'نقص في الفنيين')).ok)
  assert.ok((await say(people.liaison, salem, 'كنت في إجازة')).ok)
  assert.equal((await say(people.head, salem, 'x')).ok, false)
  for (const officer of [people.minister, people.analyst, people.electrician])
    assert.deepEqual(await say(officer, works, 'x'), { ok: false, reason: 'not-found' })
  assert.deepEqual(await say(people.head, works, '  '), { ok: false, reason: 'comment-missing' })
  await freezeAgain(tools, people.analyst, { month: '2026-10', note: 'تجربة' })
  const newest = (await seenBy(country, people.head)).entities[0]?.id ?? assert.fail()
  const { comments, versions } = a.granted(await openCard(tools, people.minister, newest))
  assert.deepEqual(
    comments.map(({ said, version, by }) => [said, version, by]),
    [['نقص في الفنيين', 1, 'Dr Maryam']],
  )
  assert.equal(versions.length, 2)
})

test('a busy month’s cards are what independent statements count from the events', async (t) => {
  const country = await aCountry(t)
  const { liaison, handler, otherReviewer, releaser, otherReleaser } = country.people
  for (let at = 0; at < 24; at++) {
    const given = await a.routed(country)
    if (at % 2)
      await a.step(country, a.staff(liaison), given, 'assign', { handler: handler.id, unit: 'works-roads' })
    country.clock.forward({ hours: at % 5 === 0 ? 24 * 9 : 3 })
    await a.through(country, given, [
      a.staff(liaison),
      'reply',
      {
        ...a.A_REPLY,
        actions: [
          {
            text: 'نعود',
            dueOn: country.clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString(),
          },
        ],
      },
    ])
    if (at % 4 === 0)
      await a.through(
        country,
        given,
        [a.staff(otherReviewer), 'return', { reason: 'ناقص' }],
        [a.staff(liaison), 'reply', a.A_REPLY],
      )
    await a.through(country, given, [a.staff(otherReviewer), 'verify'], [a.staff(releaser), 'release'])
    if (at % 3 === 0)
      await a.through(country, given, [a.resident, 'rate', { solved: 1 + (at % 5), respect: 3 }])
    if (at % 6 === 0)
      await a.through(
        country,
        given,
        [a.resident, 'object', { reason: 'لا' }],
        [a.staff(otherReleaser), 'reopen', { reason: 'صحيح' }],
      )
    if (at % 5 === 0) country.clock.set('2026-10-01T10:00:00+03:00')
  }
  await endOfOctober(country)
  const expected = await country.db.row<Record<string, string>>(sql`
    with releases as (select e.*, lead(e.seq) over (partition by case_id order by seq) as next,
                             row_number() over (partition by case_id order by seq) as nth
                        from case_events e where step = 'release')
    select count(*) filter (where exists (select from case_events o where o.case_id = r.case_id and o.step = 'reopen'
                                             and o.seq > r.seq and o.seq < coalesce(r.next, 9999)))
           || ' of ' || count(*) as objections,
           count(*) filter (where nth = 1 and not exists (select from case_events o
                              where o.case_id = r.case_id and o.step in ('return', 'reopen')))
           || ' of ' || count(*) filter (where nth = 1) as "first-right",
           (select count(*) filter (where solved >= 4) || ' of ' || count(solved) from cases) as satisfied,
           (select count(*) filter (where step = 'return') || ' of ' || count(*) from case_events
             where step in ('return', 'release')) as returned,
           (select count(*) filter (where first_reply <= due) || ' of ' || count(*)
              from (select (select min(at) from case_events p where p.case_id = e.case_id and p.step = 'reply') as first_reply,
                           (e.facts->>'entityDue')::timestamptz as due
                      from case_events e where e.step = 'route') routed) as "on-time"
      from releases r`)
  for (const [id, said] of Object.entries(expected ?? assert.fail())) {
    // Reopened cases owe a new answer, whose date has passed since.
    const open =
      id === 'on-time'
        ? await country.db.row<{ n: number }>(sql`
      select count(*)::int as n from cases where reopens > 0 and stage = 'with-entity' and entity_due < '2026-11-01'`)
        : undefined
    const [k, n] = said.split(' of ').map(Number)
    assert.equal(await counted(country, 'works', id as MeasureId), `${k} of ${(n ?? 0) + (open?.n ?? 0)}`, id)
  }
})
