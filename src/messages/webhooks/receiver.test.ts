import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { granted, submitted } from '../../../test/kit/situations.ts'
import { aCountryThatTells } from './country-that-tells.examples.ts'
import { homeRoad } from './endpoints.examples.ts'
import { changeEndpoint, deliverAgain, deliveriesOf, rotateSigningSecret, tryEndpoint } from './index.ts'

const RECEIVER = join(import.meta.dirname, '../../../docs/operating/webhook-receiver.mjs')

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
