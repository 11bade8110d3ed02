import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { replayWebhooks } from '#cases'
import { formatReference } from '#kernel'
import { sql } from '#platform'
import { reader } from '#words'
import { granted, routed, submitted } from '../../../test/kit/situations.ts'
import { listNotices } from '../actions/notices.ts'
import { holdDeliveries } from '../store/webhooks/deliveries.ts'
import { aCountryThatTells, counts } from './country-that-tells.examples.ts'
import { aSystem, homeRoad } from './endpoints.examples.ts'
import {
  deliverAgain,
  deliveriesOf,
  listEndpoints,
  replaySince,
  switchEndpoint,
  tidyWebhooks,
  webhookCourier,
} from './index.ts'

test('an endpoint that hangs keeps nobody else waiting', async (t) => {
  const { country, tools, register, hear } = await aCountryThatTells(t)
  const hanging = await aSystem(t, () => 'silence')
  const good = await aSystem(t)
  await register(hanging.url)
  await register(good.url)
  for (let n = 0; n < 12; n++) await submitted(country)
  await hear()
  const courier = webhookCourier(tools, homeRoad({ patience: { connect: 500, whole: 1500 } }))
  const began = Date.now()
  await courier.deliver()
  while (good.got.length < 12 && Date.now() - began < 10_000) await pause(10)
  assert.equal(good.got.length, 12)
  assert.ok(Date.now() - began < 1500, 'the good one did not wait for the other')
  await courier.idle()
})

test('an endpoint that is down for hours gets everything once it is back, at once', async (t) => {
  const { country, register, hear, carry } = await aCountryThatTells(t)
  let down = true
  const { url, got } = await aSystem(t, () => (down ? { status: 503 } : { status: 204 }))
  await register(url)
  for (let n = 0; n < 20; n++) await submitted(country)
  await hear()
  for (let minute = 0; minute < 180; minute += 5) {
    await carry()
    country.clock.forward({ minutes: 5 })
  }
  assert.deepEqual(await counts(country), { queued: 20 })
  assert.ok(got.length < 40, `${got.length} attempts in three hours`)
  down = false
  got.length = 0
  country.clock.forward({ minutes: 15 })
  await carry()
  await carry()
  assert.equal(got.length, 20)
  assert.deepEqual(await counts(country), { delivered: 20 })
})

test('what could not be delivered in three days is shown, and goes out when it is sent again', async (t) => {
  const { country, tools, admin, register, hear, carry, lines } = await aCountryThatTells(t)
  let broken = true
  const { url, got } = await aSystem(t, () => ({ status: broken ? 422 : 200 }))
  const { id: endpointId } = await register(url)
  const { reference } = await submitted(country)
  await hear()
  for (let hour = 0; hour < 76; hour++) {
    await carry()
    country.clock.forward({ hours: 1 })
  }
  const { deliveries } = await deliveriesOf(tools, admin, endpointId, 'failed')
  assert.deepEqual(
    deliveries.map(({ event, status, kept }) => [event, status, kept]),
    [['submit', 422, true]],
  )
  assert.match(lines.join(), /not delivered/)
  for (const untold of ['works.example', 'whsec', reference, formatReference(reference)])
    assert.ok(!lines.join().includes(untold), untold)
  broken = false
  const [before, again] = [got.length, { endpointId, id: deliveries[0]?.id ?? '' }]
  assert.equal((await deliverAgain(tools, country.people.liaison, again)).ok, false)
  granted(await deliverAgain(tools, admin, again))
  await carry()
  assert.equal(got.length, before + 1)
  assert.equal(got.at(-1)?.headers['sawt-delivery'], again.id)
  assert.equal(got.at(-1)?.body, got[0]?.body)
})

test('what waits for an endpoint that was switched off is let go after three days, and erased after thirty', async (t) => {
  const { country, tools, admin, register, hear } = await aCountryThatTells(t)
  const { url } = await aSystem(t)
  const { id } = await register(url)
  await submitted(country)
  await hear()
  granted(await switchEndpoint(tools, admin, { id, active: false }))
  country.clock.forward({ hours: 71 })
  await tidyWebhooks(tools)
  assert.deepEqual(await counts(country), { queued: 1 })
  country.clock.forward({ hours: 2 })
  await tidyWebhooks(tools)
  assert.deepEqual(await counts(country), { failed: 1 })
  country.clock.forward({ hours: 31 * 24 })
  await tidyWebhooks(tools)
  const [left] = (await deliveriesOf(tools, admin, id)).deliveries
  assert.equal(left?.kept, false)
  assert.equal((await deliverAgain(tools, admin, { endpointId: id, id: left.id })).ok, false)
})

test('an endpoint that takes nothing for five days is switched off, once, and says so', async (t) => {
  const { country, tools, admin, register, hear, carry, lines } = await aCountryThatTells(t)
  let broken = true
  const { url, got } = await aSystem(t, () => ({ status: broken ? 500 : 204 }))
  const { id } = await register(url, { entityId: 'works' })
  for (let day = 0; day < 6; day++) {
    await routed(country)
    await hear()
    for (let turn = 0; turn < 4; turn++) {
      await carry()
      country.clock.forward({ hours: 6 })
    }
  }
  const [endpoint] = granted(await listEndpoints(tools, admin))
  assert.equal(endpoint?.active, false)
  assert.equal(endpoint.givenUpAt?.since(endpoint.failingSince ?? '').total('hours'), 120)
  assert.equal(lines.filter((line) => /switched off/.test(line)).length, 1)
  const { electrician, liaison } = country.people
  const said = async (officer: typeof admin) =>
    (await listNotices(tools, officer, reader('en', 'Asia/Bahrain'))).notices.filter(({ title }) =>
      /stopped/.test(title),
    )
  const [told, ...more] = await said(admin)
  assert.deepEqual([told?.title, told?.path], ['We stopped sending to “Works”', `/admin/webhooks/${id}`])
  assert.match(told?.text ?? '', /taken nothing since Thursday 1 October/)
  assert.deepEqual([more, await said(electrician), (await said(liaison)).length], [[], [], 1])
  broken = false
  got.length = 0
  granted(await switchEndpoint(tools, admin, { id, active: true }))
  granted(
    await replaySince(tools, admin, { endpointId: id, since: endpoint.failingSince ?? country.clock.now() }),
  )
  while (await replayWebhooks(tools));
  await carry()
  assert.equal(new Set(got.map(({ body }) => JSON.parse(body).id)).size, 6)
})

test('a worker killed after the endpoint answered sends it again under the same identity, and that is counted', async (t) => {
  const { country, tools, admin, register, hear, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  const { id: endpointId } = await register(url)
  await submitted(country)
  await hear()
  const now = country.clock.now()
  const [held] = await holdDeliveries(country.db, {
    endpointId,
    now,
    lease: 60,
    limit: 1,
  })
  await carry()
  assert.equal(got.length, 0, 'what another holds is left to it')
  country.clock.forward({ days: 2 })
  await carry()
  assert.equal(got.length, 0, 'also when the clock of the house is set forward')
  await country.db.run(sql`update webhook_deliveries set ready_at = now()`)
  await carry()
  assert.equal(got[0]?.headers['sawt-delivery'], held?.id)
  const [delivery] = (await deliveriesOf(tools, admin, endpointId)).deliveries
  assert.deepEqual([delivery?.attempts, delivery?.unsure, delivery?.state], [2, 1, 'delivered'])
})

test('a name that begins to lead inside gets nothing more', async (t) => {
  const { country, tools, admin, register, hear, carrier } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  const { id } = await register(url)
  let leads = '127.0.0.1'
  const carry = carrier(homeRoad({ resolve: async () => [leads] }))
  await submitted(country)
  await hear()
  await carry()
  leads = '169.254.169.254'
  await submitted(country)
  await hear()
  await carry()
  assert.equal(got.length, 1)
  const [endpoint] = granted(await listEndpoints(tools, admin))
  assert.deepEqual([endpoint?.id, endpoint?.lastFault], [id, 'forbidden'])
})
