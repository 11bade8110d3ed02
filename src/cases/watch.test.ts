import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { notifier, queuesWatched, unwatchCase, unwatchQueue, watchCase, watchQueue } from '#cases'
import { openLog, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'

async function aListeningCountry(t: TestContext) {
  const country = await aCountry(t)
  const consumer = notifier({
    ...country.tools,
    log: openLog('silent'),
    gateways: { demonstration: true },
  })
  return { country, hear: () => heardAll(country.db, consumer) }
}

const noticesOf = async ({ db }: Country, { id }: { id: string }) =>
  (await db.rows<{ kind: string }>(sql`select kind from notices where staff_id = ${id} order by effect`)).map(
    ({ kind }) => kind,
  )

test('whoever follows a case hears of what others do to it, not of what they do themselves', async (t) => {
  const { country, hear } = await aListeningCountry(t)
  const { liaison, operator, reviewer } = country.people
  const found = await a.routed(country)
  a.granted(await watchCase(country.tools, operator, found.id))
  await a.through(
    country,
    found,
    [a.staff(liaison), 'take-up'],
    [a.staff(operator), 'note', { note: 'أسرعوا' }],
  )
  await hear()
  assert.deepEqual(await noticesOf(country, operator), ['followed'])
  await unwatchCase(country.tools, operator, found.id)
  await a.through(country, found, [a.staff(liaison), 'note', { note: 'نعمل' }])
  await hear()
  assert.deepEqual(await noticesOf(country, operator), ['followed'])
  assert.deepEqual(await noticesOf(country, reviewer), await noticesOf(country, country.people.otherReviewer))
})

test('nobody is told of one event twice: what the desk says anyway is not said again to who follows', async (t) => {
  const { country, hear } = await aListeningCountry(t)
  const { liaison, reviewer } = country.people
  const found = await a.routed(country)
  a.granted(await watchCase(country.tools, liaison, found.id))
  await a.through(
    country,
    found,
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'return', { reason: 'أكملوا' }],
  )
  await hear()
  const events = await country.db.rows(sql`
    select split_part(effect, ':', 2) as seq from notices where staff_id = ${liaison.id}
     group by 1 having count(*) > 1`)
  assert.deepEqual(events, [])
  const before = await noticesOf(country, liaison)
  await country.owner.run(sql`
    update feed_cursors set tx = '0', seq = 0, case_id = '00000000-0000-0000-0000-000000000000'
     where consumer = 'messages'`)
  await hear()
  assert.deepEqual(await noticesOf(country, liaison), before, 'nor when the feed is read again')
})

test('what is out of reach cannot be followed, and what has left it is not heard of any more', async (t) => {
  const { country, hear } = await aListeningCountry(t)
  const { electrician, liaison, reviewer } = country.people
  const found = await a.routed(country)
  const refused = await watchCase(country.tools, electrician, found.id)
  assert.equal(!refused.ok && refused.reason, 'not-found')
  a.granted(await watchCase(country.tools, liaison, found.id))
  const moved = await a.through(country, found, [a.staff(reviewer), 'route', { entity: 'electricity' }])
  await hear()
  const before = await noticesOf(country, liaison)
  await a.through(country, moved, [a.staff(electrician), 'take-up'])
  await hear()
  assert.deepEqual(await noticesOf(country, liaison), before)
})

const QUEUE = { entity: null, unit: null, category: null, type: null }

test('whoever follows a queue hears of each case that arrives in it, once, and not of what happens there', async (t) => {
  const { country, hear } = await aListeningCountry(t)
  const { operator, liaison, reviewer } = country.people
  a.granted(await watchQueue(country.tools, operator, { ...QUEUE, entity: 'works', category: 'potholes' }))
  const found = await a.routed(country)
  await a.through(country, found, [a.staff(liaison), 'take-up'])
  await hear()
  assert.deepEqual(await noticesOf(country, operator), ['queue-followed'])
  await a.through(country, found, [
    a.staff(reviewer),
    'route',
    { entity: 'electricity', category: 'power-cuts' },
  ])
  await hear()
  assert.deepEqual(await noticesOf(country, operator), ['queue-followed'])
  await unwatchQueue(country.tools, operator, { ...QUEUE, entity: 'works', category: 'potholes' })
  assert.deepEqual(await queuesWatched(country.tools, operator), [])
  await a.routed(country)
  await hear()
  assert.deepEqual(await noticesOf(country, operator), ['queue-followed'])
})

test('a queue opens no case beyond somebody’s reach, and nothing that the desk tells them anyway', async (t) => {
  const { country, hear } = await aListeningCountry(t)
  const { electrician, liaison } = country.people
  a.granted(await watchQueue(country.tools, electrician, { ...QUEUE, type: 'complaint' }))
  a.granted(await watchQueue(country.tools, liaison, { ...QUEUE, entity: 'works' }))
  await a.routed(country)
  await hear()
  assert.deepEqual(await noticesOf(country, electrician), [])
  assert.deepEqual(await noticesOf(country, liaison), ['new-case'])
})

test('only a queue that is narrowed by what there is can be followed, and no more than one can read', async (t) => {
  const { country } = await aListeningCountry(t)
  const { operator } = country.people
  const reason = async (queue: object) => {
    const done = await watchQueue(country.tools, operator, { ...QUEUE, ...queue })
    return done.ok ? 'ok' : done.reason
  }
  assert.equal(await reason({}), 'invalid')
  assert.equal(await reason({ entity: 'moon' }), 'invalid')
  assert.equal(await reason({ type: 'moon' }), 'invalid')
  assert.equal(await reason({ entity: 'works' }), 'ok')
  assert.equal(await reason({ entity: 'works' }), 'ok')
  assert.equal((await queuesWatched(country.tools, operator)).length, 1)
})
