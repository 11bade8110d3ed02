import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { replayWebhooks, webhookFeeder } from '#cases'
import { catchUp, openLog, sql } from '#platform'
import { aCountry, type Country } from '../../../test/kit/country.ts'
import {
  A_REPLY,
  aPothole,
  granted,
  routed,
  staff,
  submitted,
  through,
} from '../../../test/kit/situations.ts'
import { holdDeliveries } from '../store/webhooks/deliveries.ts'
import { aSystem, homeRoad } from './endpoints.examples.ts'
import {
  changeEndpoint,
  deliverAgain,
  deliveriesOf,
  listEndpoints,
  type NewEndpoint,
  registerEndpoint,
  replaySince,
  rotateSigningSecret,
  switchEndpoint,
  tidyWebhooks,
  tryEndpoint,
  webhookCourier,
} from './index.ts'
import type { Road } from './post.ts'

const RECEIVER = join(import.meta.dirname, '../../../docs/operating/webhook-receiver.mjs')

/** A country whose events are followed, and whose webhooks may reach this machine. */
async function aCountryThatTells(t: TestContext) {
  const country = await aCountry(t)
  const lines: string[] = []
  const tools = {
    ...country.tools,
    secret: Buffer.alloc(32, 7),
    publicUrl: 'https://sawt.example.gov',
    log: openLog('debug', { write: (line) => lines.push(line) }),
  }
  const { admin } = country.people
  const register = async (url: string, given: Partial<NewEndpoint> = {}) =>
    granted(
      await registerEndpoint(
        tools,
        admin,
        { name: 'Works', entityId: null, events: null, url, ...given },
        homeRoad(),
      ),
    )
  const carrier = (road: Road = homeRoad()) => {
    const one = webhookCourier(tools, road)
    t.after(one.idle)
    return async () => {
      await one.deliver()
      await one.idle()
    }
  }
  const hear = () => heardAll(country, tools)
  return { country, tools, lines, admin, register, carrier, hear, carry: carrier() }
}

/** Transactions of other tests on the same server hold the feed back for a moment. */
async function heardAll(country: Country, tools: Parameters<typeof webhookFeeder>[0]) {
  for (;;) {
    await catchUp(country.db, webhookFeeder(tools))
    const left = await country.db.row(sql`
      select 1 as behind from case_events e, feed_cursors c
       where c.consumer = 'webhooks' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`)
    if (!left) return
    await pause(20)
  }
}

const events = (got: { body: string }[]) => got.map(({ body }) => JSON.parse(body).event).sort()
const counts = async ({ db }: Country) =>
  Object.fromEntries(
    (
      await db.rows<{ state: string; count: number }>(
        sql`select state, count(*) as count from webhook_deliveries group by state`,
      )
    ).map(({ state, count }) => [state, count]),
  )

test('an endpoint hears each step once: ids, dates and codes, and not a word, a name or a contact', async (t) => {
  const { country, register, hear, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  await register(url)
  const found = await routed(country, { ...aPothole, subject: 'حفرة عند المدرسة' })
  await through(country, found, [staff(country.people.liaison), 'reply', A_REPLY])
  await hear()
  await carry()
  assert.deepEqual(events(got), ['reply', 'route', 'submit'])
  const reply = JSON.parse(got.find(({ headers }) => headers['sawt-event'] === 'reply')?.body ?? '')
  assert.deepEqual(
    { ...reply, facts: Object.keys(reply.facts).sort() },
    {
      id: `${found.id}:3`,
      event: 'reply',
      at: '2026-10-01T07:00:00Z',
      reference: `${found.reference.slice(0, 2)}-${found.reference.slice(2, 6)}-${found.reference.slice(6, 10)}-${found.reference.slice(10)}`,
      case: {
        id: found.id,
        stage: 'replied',
        type: 'complaint',
        entity: 'works',
        category: 'potholes',
        answerBy: found.answerBy.toString(),
      },
      facts: ['actions', 'due', 'outcome', 'points'],
    },
  )
  const all = got.map(({ body }) => body).join()
  assert.doesNotMatch(all, /[\u0600-\u06ff]|33001122|Salem|Rana/)
  for (const { id } of Object.values(country.people)) assert.ok(!all.includes(id))
})

test('an entity’s endpoint never sees another’s case, and of one that left it only that it left', async (t) => {
  const { country, register, hear, carry } = await aCountryThatTells(t)
  const [works, power, all] = [await aSystem(t), await aSystem(t), await aSystem(t)]
  await register(works.url, { entityId: 'works' })
  await register(power.url, { entityId: 'electricity' })
  await register(all.url)
  const { reviewer, liaison, electrician } = country.people
  const moved = await through(
    country,
    await routed(country),
    [staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
    [staff(electrician), 'take-up', {}],
    [staff(electrician), 'refuse', { reason: 'ليس لنا', why: 'another-entity', entity: 'works' }],
    [staff(reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [staff(liaison), 'reply', A_REPLY],
  )
  const other = await submitted(country)
  await hear()
  await carry()
  assert.deepEqual(events(works.got), ['reply', 'route', 'route', 'route'])
  assert.deepEqual(events(power.got), ['refuse', 'route', 'take-up'])
  assert.equal(all.got.length, moved.seq + other.seq)
  const left = works.got.map(({ body }) => JSON.parse(body)).find((one) => one.id === `${moved.id}:3`)
  assert.deepEqual([left.case.entity, left.case.category, left.facts], [null, 'potholes', {}])
  assert.doesNotMatch(works.got.map(({ body }) => body).join(), /electricity|power-cuts/)
  const refused = power.got.map(({ body }) => JSON.parse(body)).find(({ event }) => event === 'refuse')
  assert.deepEqual([refused.facts.reason, refused.facts.proposed], ['another-entity', 'works'])
  for (const { got } of [works, power]) assert.ok(!got.some(({ body }) => body.includes(other.id)))
})

test('only the steps that were asked for are sent, and nothing while an endpoint is off', async (t) => {
  const { country, tools, admin, register, hear, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  const { id } = await register(url, { events: ['reply'] })
  const found = await routed(country)
  await hear()
  granted(await switchEndpoint(tools, admin, { id, active: false }))
  await through(country, found, [staff(country.people.liaison), 'reply', A_REPLY])
  await hear()
  await carry()
  assert.deepEqual(got, [])
  granted(await switchEndpoint(tools, admin, { id, active: true }))
  await through(
    country,
    found,
    [staff(country.people.reviewer), 'return', { reason: 'أكملوا' }],
    [staff(country.people.liaison), 'reply', A_REPLY],
  )
  await hear()
  await carry()
  assert.deepEqual(events(got), ['reply'])
})

test('however many workers follow and carry, each event reaches each endpoint once, beside one that fails', async (t) => {
  const { country, tools, register, hear, carrier } = await aCountryThatTells(t)
  const good = await aSystem(t)
  const bad = await aSystem(t, () => ({ status: 500 }))
  await register(good.url)
  await register(bad.url)
  const cases = []
  for (let n = 0; n < 8; n++) cases.push(await routed(country))
  await Promise.all(Array.from({ length: 4 }, () => catchUp(country.db, webhookFeeder(tools))))
  await hear()
  await Promise.all(Array.from({ length: 4 }, () => carrier()()))
  const ids = good.got.map(({ body }) => JSON.parse(body).id)
  assert.equal(ids.length, 16)
  assert.equal(new Set(ids).size, 16)
  assert.deepEqual(await counts(country), { delivered: 16, queued: 16 })
  assert.ok(bad.got.length < 40, 'one that fails is left alone')
})

test('reading the feed again from its beginning sends nothing twice', async (t) => {
  const { country, register, hear, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  await register(url)
  await routed(country)
  await hear()
  await carry()
  await country.owner.run(
    sql`update feed_cursors set tx = '0', seq = 0, case_id = '00000000-0000-0000-0000-000000000000' where consumer = 'webhooks'`,
  )
  await hear()
  await carry()
  assert.equal(got.length, 2)
})

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
  await submitted(country)
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
  assert.doesNotMatch(lines.join(), /works\.example|26-\d{4}|whsec/)
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
  const { id } = await register(url)
  for (let day = 0; day < 6; day++) {
    await submitted(country)
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
    until: now.add({ minutes: 1 }),
    limit: 1,
  })
  await carry()
  assert.equal(got.length, 0, 'what another holds is left to it')
  country.clock.forward({ minutes: 2 })
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

test('only administrators register, change and see endpoints; addresses inside and unencrypted are refused', async (t) => {
  const { tools, country, admin } = await aCountryThatTells(t)
  const wanted = { name: 'Works', entityId: 'works', url: 'https://works.example/', events: null }
  for (const officer of [country.people.liaison, country.people.operator, country.people.head]) {
    assert.deepEqual(await registerEndpoint(tools, officer, wanted), { ok: false, reason: 'not-allowed' })
    assert.equal((await listEndpoints(tools, officer)).ok, false)
    assert.deepEqual(await deliveriesOf(tools, officer, country.people.admin.id), {
      deliveries: [],
      replays: [],
    })
  }
  const reason = async (change: Partial<NewEndpoint>) => {
    const made = await registerEndpoint(tools, admin, { ...wanted, ...change })
    return made.ok ? 'taken' : made.reason
  }
  assert.equal(await reason({ url: 'http://127.0.0.1:3000/' }), 'webhook-address-not-https')
  assert.equal(await reason({ url: 'https://10.0.0.1/' }), 'webhook-address-inside')
  assert.equal(await reason({ entityId: 'moon' }), 'entity-unknown')
  assert.equal(await reason({ events: [] }), 'webhook-events-missing')
  assert.equal(await reason({ name: ' ' }), 'name-missing')
  assert.equal(await reason({}), 'taken')
  const [{ id } = { id: '' }] = granted(await listEndpoints(tools, admin))
  assert.equal((await changeEndpoint(tools, admin, id, { ...wanted, url: 'https://[::1]/' })).ok, false)
  assert.equal((await changeEndpoint(tools, admin, 'moon', wanted)).ok, false)
})

test('secrets are shown once and lie encrypted; after a change both sign for a day, then the new one alone', async (t) => {
  const { country, tools, admin, register, carry } = await aCountryThatTells(t)
  const { url, got } = await aSystem(t)
  const { id, signingSecret } = await register(url)
  const kept = await country.db.row<{ all: string }>(
    sql`select webhook_endpoints::text as all from webhook_endpoints`,
  )
  assert.ok(kept && !kept.all.includes(Buffer.from(signingSecret).toString('hex')))
  granted(await rotateSigningSecret(tools, admin, id))
  granted(await tryEndpoint(tools, admin, id))
  await carry()
  country.clock.forward({ hours: 25 })
  granted(await tryEndpoint(tools, admin, id))
  await carry()
  const signatures = got.map(
    ({ headers }) => String(headers['sawt-signature']).match(/v1=[0-9a-f]{64}/g)?.length,
  )
  assert.deepEqual(signatures, [2, 1])
})

/** The receiver of the handbook, in a process of its own, with what it says. */
async function aReceiver(t: TestContext, secret: string) {
  const program = spawn(process.execPath, [RECEIVER], {
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => program.kill())
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  const port = /\d+$/.exec(await next())?.[0]
  return { url: `http://works.example:${port}/hooks`, next }
}

test('the receiver of the handbook takes what is ours, in Arabic too, also while the secret changes, and nothing else', async (t) => {
  const { country, tools, admin, register, hear, carry } = await aCountryThatTells(t)
  // Receivers go by the real time.
  country.clock.set(Temporal.Now.instant())
  const { id, signingSecret } = await register('http://works.example/')
  const change = (url: string) =>
    changeEndpoint(tools, admin, id, { name: 'Works', events: null, url }, homeRoad())
  const receiver = await aReceiver(t, signingSecret)
  granted(await change(receiver.url))
  granted(await tryEndpoint(tools, admin, id))
  await carry()
  assert.equal(await receiver.next(), 'new test تجربة من صوت')
  const { signingSecret: fresh } = granted(await rotateSigningSecret(tools, admin, id))
  const renewed = await aReceiver(t, fresh)
  for (const one of [receiver, renewed]) {
    granted(await change(one.url))
    await submitted(country)
    await hear()
    await carry()
    assert.match(await one.next(), /^new submit \d\d-\d{4}-\d{4}-\d$/)
  }
  const [delivery] = (await deliveriesOf(tools, admin, id, 'delivered')).deliveries
  granted(await deliverAgain(tools, admin, { endpointId: id, id: delivery?.id ?? '' }))
  await carry()
  assert.match(await renewed.next(), /^seen before submit/)

  const stranger = await aReceiver(t, 'whsec_another')
  granted(await change(stranger.url))
  granted(await tryEndpoint(tools, admin, id))
  await carry()
  assert.equal(await stranger.next(), 'refused')
  country.clock.set(Temporal.Now.instant().subtract({ minutes: 6 }))
  granted(await change(renewed.url))
  granted(await tryEndpoint(tools, admin, id))
  await carry()
  assert.equal(await renewed.next(), 'refused', 'what is old is not taken')
})
