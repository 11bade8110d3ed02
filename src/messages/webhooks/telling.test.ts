import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webhookFeeder } from '#cases'
import { catchUp, sql } from '#platform'
import {
  A_REPLY,
  aPothole,
  granted,
  routed,
  staff,
  submitted,
  through,
} from '../../../test/kit/situations.ts'
import { aCountryThatTells, counts, events } from './country-that-tells.examples.ts'
import { aSystem } from './endpoints.examples.ts'
import { switchEndpoint } from './index.ts'

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
