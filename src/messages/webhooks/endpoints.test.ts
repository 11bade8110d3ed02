import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { granted } from '../../../test/kit/situations.ts'
import { aCountryThatTells } from './country-that-tells.examples.ts'
import { aSystem } from './endpoints.examples.ts'
import {
  changeEndpoint,
  deliveriesOf,
  listEndpoints,
  type NewEndpoint,
  registerEndpoint,
  rotateSigningSecret,
  tryEndpoint,
} from './index.ts'

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
