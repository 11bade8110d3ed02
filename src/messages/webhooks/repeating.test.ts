import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replayWebhooks } from '#cases'
import { granted, routed, staff, submitted, through } from '../../../test/kit/situations.ts'
import { aCountryThatTells } from './country-that-tells.examples.ts'
import { aSystem } from './endpoints.examples.ts'
import { deliveriesOf, replaySince } from './index.ts'

test('everything since a moment is sent again: once, also what came before the endpoint, and nothing of another’s', async (t) => {
  const { country, tools, admin, register, hear, carry } = await aCountryThatTells(t)
  const early = await routed(country)
  country.clock.forward({ hours: 1 })
  const since = country.clock.now()
  const late = await routed(country)
  await submitted(country)
  await hear()
  const { url, got } = await aSystem(t)
  const { id: endpointId } = await register(url, { entityId: 'works' })
  assert.equal((await replaySince(tools, country.people.operator, { endpointId, since })).ok, false)
  granted(await replaySince(tools, admin, { endpointId, since }))
  assert.deepEqual(await replaySince(tools, admin, { endpointId, since }), {
    ok: false,
    reason: 'webhook-replay-running',
  })
  await Promise.all(
    [1, 2, 3].map(async () => {
      while (await replayWebhooks(tools));
    }),
  )
  await carry()
  assert.deepEqual(
    got.map(({ body }) => JSON.parse(body).id),
    [`${late.id}:2`],
  )
  granted(await replaySince(tools, admin, { endpointId, since: since.subtract({ hours: 2 }) }))
  while (await replayWebhooks(tools));
  await carry()
  assert.deepEqual(
    got
      .slice(1)
      .map(({ body }) => JSON.parse(body).id)
      .sort(),
    [`${early.id}:2`, `${late.id}:2`].sort(),
  )
  const { replays } = await deliveriesOf(tools, admin, endpointId)
  assert.deepEqual(
    replays.map(({ doneAt }) => doneAt !== null),
    [true, true],
  )
  const ahead = country.clock.now().add({ hours: 1 })
  assert.equal((await replaySince(tools, admin, { endpointId, since: ahead })).ok, false)
})

test('a repetition sends the case as it was then, in the same bytes', async (t) => {
  const { country, tools, admin, register, hear, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  const { id: endpointId } = await register(url, { events: ['submit'] })
  const since = country.clock.now()
  const found = await submitted(country)
  await hear()
  await carry()
  await through(country, found, [
    staff(country.people.reviewer),
    'route',
    { entity: 'works', category: 'potholes' },
  ])
  await hear()
  granted(await replaySince(tools, admin, { endpointId, since }))
  while (await replayWebhooks(tools));
  await carry()
  assert.equal(got.length, 2)
  assert.equal(got[0]?.body, got[1]?.body)
  assert.notEqual(got[0]?.headers['sawt-delivery'], got[1]?.headers['sawt-delivery'])
})
