import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onboard, openCasesOf, replay } from '#cases'
import { loadDirectory } from '#entities'
import { sql } from '#platform'
import { aCountry, officer } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

const HOUSING = { entity: 'housing', category: 'housing-requests' }

/** Housing has not joined; one case is with it, one answered on its behalf, one closed, one elsewhere. */
async function beforeJoining(t: Parameters<typeof aCountry>[0]) {
  const country = await aCountry(t)
  const { reviewer, otherReviewer, releaser } = country.people
  const given = async () =>
    a.through(country, await a.submitted(country), [a.staff(reviewer), 'route', HOUSING])
  const held = await given()
  const answered = await a.through(
    country,
    await given(),
    [a.staff(reviewer), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  const closed = await a.through(country, await given(), [a.resident, 'withdraw', {}])
  const elsewhere = await a.routed(country)
  const tools = { ...country.tools, directory: () => loadDirectory(country.db) }
  return { ...country, tools, held, answered, closed, elsewhere }
}

const lastStep = async (db: Parameters<typeof eventsOf>[0], { id }: { id: string }) =>
  (await eventsOf(db, id)).at(-1)?.step

/** Moments as text: two Temporal values are alike to `deepEqual` whatever they hold. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

test('joining makes every open case the entity’s own, and its history says so', async (t) => {
  const { tools, db, people, held, answered, closed, elsewhere } = await beforeJoining(t)
  assert.equal(await openCasesOf(db, 'housing'), 2)
  const done = await onboard(tools, people.admin, { entityId: 'housing', stage: 'joined' })
  assert.ok(done.ok)
  assert.deepEqual([done.value.joined, done.value.cases], [true, 2])
  assert.deepEqual(await Promise.all([held, answered, closed, elsewhere].map((one) => lastStep(db, one))), [
    'join',
    'join',
    'withdraw',
    'route',
  ])
})

test('joining moves no clock and no date, and the history still leads to the row', async (t) => {
  const { tools, db, people, clock, held } = await beforeJoining(t)
  const before = await find(db, held.id)
  clock.forward({ hours: 20 })
  assert.ok((await onboard(tools, people.admin, { entityId: 'housing', stage: 'joined' })).ok)
  const after = await find(db, held.id)
  assert.deepEqual(plain({ ...after, seq: 0 }), plain({ ...before, seq: 0 }))
  const { sector, onCall, parts, partsOpen, ...state } = after as NonNullable<typeof after>
  assert.deepEqual(plain(replay(await eventsOf(db, held.id))), plain(state))
})

test('the liaison of an entity that joined replies; the central office does not any more have to', async (t) => {
  const country = await beforeJoining(t)
  const { tools, db, people, held } = country
  assert.ok((await onboard(tools, people.admin, { entityId: 'housing', stage: 'joined' })).ok)
  const liaison = await officer(db, 'Lulwa', 'liaison', 'entity', 'housing')
  const replied = await a.step(country, a.staff(liaison), held, 'reply', a.A_REPLY)
  assert.equal(replied.ok && replied.value.state.stage, 'replied')
})

test('links that were sent and not used open nothing after joining; those used stay as they were', async (t) => {
  const { tools, db, people, clock, held } = await beforeJoining(t)
  const now = clock.now()
  const link = (name: string, usedAt: Temporal.Instant | null) =>
    db.run(sql`
      insert into entity_links (token_hash, case_id, entity_id, created_by, created_at, expires_at, used_at)
      values (${Buffer.from(name)}, ${held.id}, 'housing', ${people.reviewer.id}, ${now},
              ${now.add({ hours: 240 })}, ${usedAt})`)
  await link('waiting', null)
  await link('used', now)
  const done = await onboard(tools, people.admin, { entityId: 'housing', stage: 'joined' })
  assert.equal(done.ok && done.value.links, 1)
  const open = await db.rows<{ name: string }>(
    sql`select convert_from(token_hash, 'utf8') as name from entity_links where expires_at > ${now}`,
  )
  assert.deepEqual(open, [{ name: 'used' }])
})

test('joining twice joins once, and going back moves nothing', async (t) => {
  const { tools, db, people, held } = await beforeJoining(t)
  const move = async (stage: string) => {
    const moved = await onboard(tools, people.admin, { entityId: 'housing', stage })
    assert.ok(moved.ok)
    return [moved.value.cases, moved.value.joined, moved.value.left]
  }
  assert.deepEqual(await move('joined'), [2, true, false])
  assert.deepEqual(await move('joined'), [0, false, false])
  assert.deepEqual(await move('pilot'), [0, false, true])
  assert.equal((await eventsOf(db, held.id)).filter(({ step }) => step === 'join').length, 1)
})

test('nobody else than an administrator lets an entity join', async (t) => {
  const { tools, db, people, held } = await beforeJoining(t)
  const refused = await onboard(tools, people.reviewer, { entityId: 'housing', stage: 'joined' })
  assert.deepEqual(refused, { ok: false, reason: 'not-allowed' })
  assert.equal(await lastStep(db, held), 'route')
})

test('joining is nobody’s step but the system’s', async (t) => {
  const country = await beforeJoining(t)
  const refused = await a.step(country, a.staff(country.people.reviewer), country.held, 'join')
  assert.equal(refused.ok ? 'taken' : refused.reason, 'not-your-step')
})
