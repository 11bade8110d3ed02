import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Db, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'
import { countDesk, type DeskPage, findSimilar, listDesk, openCase, searchIndexer } from './index.ts'

const ids = async ({ tools }: Country, officer: Parameters<typeof listDesk>[1], query: object = {}) =>
  a.granted(await listDesk(tools, officer, query)).cases.map(({ id }) => id)

/** The feed waits for older transactions, also those of other databases in the cluster of the tests. */
async function indexed(db: Db) {
  for (;;) {
    await heardAll(db, searchIndexer)
    const left = await db.rows(sql`select id from cases where id not in (select case_id from case_search)`)
    if (left.length === 0) return
    await pause(20)
  }
}

const aDarkStreet = { ...a.aPothole, text: 'الشارع مظلم ولا توجد إنارة', type: 'suggestion' }

test('everybody is shown first what waits for them, and nothing else', async (t) => {
  const country = await aCountry(t)
  const { people } = country
  const [received, routed, replied, verified] = [
    await a.submitted(country),
    await a.routed(country),
    await a.replied(country),
    await a.verified(country),
  ]
  const turn = { view: 'turn' }
  assert.deepEqual(new Set(await ids(country, people.reviewer, turn)), new Set([received.id, replied.id]))
  assert.deepEqual(await ids(country, people.liaison, turn), [routed.id])
  assert.deepEqual(await ids(country, people.releaser, turn), [verified.id])
  assert.deepEqual(await ids(country, people.electrician, turn), [])
  assert.deepEqual(await ids(country, people.analyst, turn), [])
  assert.deepEqual(await ids(country, people.admin), [])
})

test('an entity that has not joined is the reviewer’s turn', async (t) => {
  const country = await aCountry(t)
  const found = await a.through(country, await a.submitted(country), [
    a.staff(country.people.reviewer),
    'route',
    { entity: 'housing' },
  ])
  assert.deepEqual(await ids(country, country.people.reviewer, { view: 'turn' }), [found.id])
})

test('whoever verified a reply is not offered its release', async (t) => {
  const country = await aCountry(t)
  await a.verified(country)
  const both = {
    ...country.people.reviewer,
    grants: [...country.people.reviewer.grants, ...country.people.releaser.grants],
  }
  assert.deepEqual(await ids(country, both, { view: 'turn' }), [])
})

test('pages follow each other without a gap or a repetition: open cases by date, then closed ones', async (t) => {
  const country = await aCountry(t)
  const { people, clock } = country
  const all = new Set<string>()
  for (let each = 0; each < 7; each++) {
    const found = await a.submitted(country, each % 2 ? aDarkStreet : a.aPothole)
    all.add(found.id)
    if (each < 3) await a.through(country, found, [a.resident, 'withdraw'])
    clock.forward({ hours: 3 })
  }
  for (const sort of ['due', 'newest']) {
    const seen: { id: string; stage: string; answerBy: Temporal.Instant }[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: DeskPage = a.granted(
        await listDesk(country.tools, people.reviewer, { sort, cursor, limit: 2 }),
      )
      assert.ok(page.cases.length <= 2)
      seen.push(...page.cases)
      cursor = page.next
    }
    assert.deepEqual(seen.map(({ id }) => id).sort(), [...all].sort(), `each once when sorted by ${sort}`)
    if (sort === 'newest') continue
    const open = seen.filter(({ stage }) => stage !== 'closed')
    assert.deepEqual(seen.slice(0, open.length), open)
    const dates = open.map(({ answerBy }) => answerBy.epochMilliseconds)
    assert.deepEqual(
      dates,
      dates.toSorted((one, other) => one - other),
    )
  }
})

test('a list is narrowed by stage, type, entity, channel, date and urgency', async (t) => {
  const country = await aCountry(t)
  const { people, clock } = country
  const routed = await a.routed(country)
  const received = await a.submitted(country, { ...aDarkStreet, channel: 'phone' })
  const only = (query: object) => ids(country, people.reviewer, query)
  assert.deepEqual(await only({ stage: 'received' }), [received.id])
  assert.deepEqual(await only({ type: 'suggestion' }), [received.id])
  assert.deepEqual(await only({ entity: 'works' }), [routed.id])
  assert.deepEqual(await only({ channel: 'phone' }), [received.id])
  assert.deepEqual(await only({ urgent: 'true' }), [])
  assert.deepEqual(await only({ overdue: 'true' }), [])
  clock.forward({ days: 8 })
  assert.deepEqual(await only({ overdue: 'true' }), [routed.id])
  assert.deepEqual(await only({ overdue: 'true', stage: 'received' }), [])
  const counted = await countDesk(country.tools, people.reviewer, [
    { view: 'late' },
    { view: 'owed' },
    { view: 'all' },
    { view: 'answered' },
  ])
  assert.deepEqual(counted, [1, 2, 2, 0])
})

test('a case is found by its number in any digits, and by its words, within reach only', async (t) => {
  const country = await aCountry(t)
  const { people, db } = country
  const routed = await a.routed(country)
  await indexed(db)
  const arabic = routed.reference.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  for (const q of [routed.reference, arabic, 'الحفره المدرسه']) {
    assert.deepEqual(await ids(country, people.liaison, { q }), [routed.id], q)
    assert.deepEqual(await ids(country, people.electrician, { q }), [], q)
  }
  assert.deepEqual(await ids(country, people.liaison, { q: 'مستشفى' }), [])
  assert.deepEqual(await ids(country, people.liaison, { q: '؟!' }), [])
})

test('what a list does not understand is refused field by field', async (t) => {
  const country = await aCountry(t)
  const refused = await listDesk(country.tools, country.people.reviewer, {
    stage: 'lost',
    cursor: "'; drop table cases",
    limit: '1000',
    overdue: 'perhaps',
  })
  assert.ok(!refused.ok)
  assert.deepEqual(refused.details, {
    stage: 'choose-one',
    limit: 'too-large',
    overdue: 'must-be-yes-or-no',
    cursor: 'not-understood',
  })
  const cursor = await listDesk(country.tools, country.people.reviewer, { cursor: 'bm9wZQ' })
  assert.deepEqual(cursor, { ok: false, reason: 'invalid', details: { cursor: 'not-understood' } })
})

test('opening a case shows what may be seen and done, and is recorded', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  const { id, reference } = await a.routed(country, { ...a.aPothole, identityHidden: true })
  const liaison = a.granted(await openCase(tools, people.liaison, id))
  assert.equal(liaison.requester, null)
  assert.ok(liaison.steps.includes('reply') && !liaison.steps.includes('route'))
  const reviewer = a.granted(await openCase(tools, people.reviewer, reference))
  assert.equal(reviewer.requester?.phone, '+97333001122')
  assert.equal(reviewer.events.length, 2)
  assert.deepEqual(reviewer.reads.map(({ by, role }) => [by, role]).sort(), [
    ['Rana', 'reviewer'],
    ['Salem', 'liaison'],
  ])
})

test('another entity’s case and no case at all are the same answer', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  const [foreign, unknown] = [
    await openCase(country.tools, country.people.electrician, id),
    await openCase(country.tools, country.people.electrician, '019a0000-0000-7000-8000-000000000000'),
  ]
  assert.deepEqual(foreign, unknown)
  assert.deepEqual(await openCase(country.tools, country.people.admin, id), unknown)
})

test('cases about the same thing are proposed, and only those within reach', async (t) => {
  const country = await aCountry(t)
  const { people, tools, db } = country
  const routed = await a.routed(country)
  const again = await a.submitted(country, {
    ...a.aPothole,
    text: 'حفرة كبيرة قدام مدرسة البنات خربت تاير السيارة',
  })
  await a.submitted(country, aDarkStreet)
  await indexed(db)
  const near = a.granted(await findSimilar(tools, people.reviewer, again.id))
  assert.deepEqual(
    near.map(({ id }) => id),
    [routed.id],
  )
  assert.deepEqual(a.granted(await findSimilar(tools, people.liaison, routed.id)), [])
})
