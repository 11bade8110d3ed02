import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { courier, enqueue, reachOf } from '#messages'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { buildApp } from '../../app.tsx'

const SECRET = 'Vq3vX8mJ2kL9pR4tY7wZ'
const SMS = `https://sms.example.gov/send#answer=id&reports=${SECRET}&report.own=ref&report.id=id&report.status=dlr`
const WHATSAPP = 'https://:token@graph.facebook.com/v23.0/1234#secret=app-secret&verify=a-word'

/** A service with an operator's gateway and WhatsApp, and one message that each of them has taken. */
async function aService(t: TestContext, ways: object = { smsUrl: SMS, whatsappUrl: WHATSAPP }) {
  const found = await anApp(t, { demonstration: false })
  const gateways = { ...ways, demonstration: false }
  const tools = { ...found.tools, gateways }
  const { db, clock } = tools
  const reach = reachOf({ smsUrl: SMS, whatsappUrl: WHATSAPP, demonstration: false })
  for (const channel of ['sms', 'whatsapp'] as const)
    await enqueue(db, { now: clock.now(), reach, zone: 'Asia/Bahrain' }, [
      {
        cause: channel,
        kind: 'sign-in-code',
        to: { channel, address: '+97333001122', language: 'ar' },
        facts: {},
      },
    ])
  const channels = (['sms', 'whatsapp'] as const).map((name) => ({
    name,
    send: async () => ({ state: 'sent', providerId: `${name}-17` }) as const,
  }))
  while ((await courier(tools, channels).deliver()) > 0);
  const rows = () =>
    db.rows<{ id: string; channel: string; state: string; fault: string | null }>(
      sql`select id, channel, state, fault from messages order by channel`,
    )
  const states = async () =>
    (await rows()).map(({ channel, state, fault }) => [channel, state, fault].filter(Boolean).join(' '))
  return { app: buildApp(tools), db, states, ids: (await rows()).map(({ id }) => id) }
}

const posted = (body: string, type: string, headers: object = {}) => ({
  method: 'POST',
  body,
  headers: { 'content-type': type, ...headers },
})

test('a gateway reports in the address, as a form or as JSON, by its own id or by ours, and twice is once', async (t) => {
  const { app, states, ids } = await aService(t)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp sent'])
  const here = `/hooks/sms/${SECRET}`
  const onTheWay = await app.request(`${here}?id=sms-17&dlr=ENROUTE`)
  assert.equal(onTheWay.status, 200)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp sent'])
  for (let times = 0; times < 2; times++) {
    assert.equal((await app.request(`${here}?id=sms-17&dlr=DELIVRD`)).status, 200)
    assert.deepEqual(await states(), ['sms delivered', 'whatsapp sent'])
  }
  const form = posted(`ref=${ids[0]}&dlr=UNDELIV`, 'application/x-www-form-urlencoded')
  assert.equal((await app.request(here, form)).status, 200)
  assert.deepEqual(await states(), ['sms bounced report undeliv', 'whatsapp sent'])
  const late = posted(JSON.stringify([{ id: 'sms-17', dlr: 'delivered' }]), 'application/json')
  assert.equal((await app.request(here, late)).status, 200)
  assert.deepEqual(
    await states(),
    ['sms bounced report undeliv', 'whatsapp sent'],
    'what failed stays to be seen',
  )
})

test('an address without the secret is not there, nor is one that nobody set up', async (t) => {
  const { app, states } = await aService(t)
  for (const wrong of ['x', `${SECRET}x`, SECRET.toLowerCase()])
    assert.equal((await app.request(`/hooks/sms/${wrong}?id=sms-17&dlr=DELIVRD`)).status, 404)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp sent'])
  const short = await aService(t, { smsUrl: 'https://sms.example.gov/send#reports=short' })
  assert.equal((await short.app.request('/hooks/sms/short?id=sms-17&dlr=DELIVRD')).status, 404)
  assert.equal((await short.app.request('/hooks/whatsapp', posted('{}', 'application/json'))).status, 404)
})

const callOf = (status: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', statuses: [status] } }],
      },
    ],
  })

const signed = (body: string, secret = 'app-secret') =>
  posted(body, 'application/json', {
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  })

test('WhatsApp’s calls count when its app signed exactly these bytes', async (t) => {
  const { app, states, ids } = await aService(t)
  const delivered = callOf({ id: 'whatsapp-17', status: 'delivered', note: 'وصلت' })
  for (const forged of [
    posted(delivered, 'application/json'),
    signed(delivered, 'another'),
    { ...signed(delivered), body: delivered.replace('delivered', 'failed') },
    posted(delivered, 'application/json', { 'x-hub-signature-256': 'sha256=00' }),
  ])
    assert.equal((await app.request('/hooks/whatsapp', forged)).status, 401)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp sent'])
  assert.equal((await app.request('/hooks/whatsapp', signed(delivered))).status, 200)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp delivered'])
  const failed = callOf({
    id: 'unknown',
    biz_opaque_callback_data: ids[1],
    status: 'failed',
    errors: [{ code: 131026, title: '+97333001122 is not there' }],
  })
  assert.equal((await app.request('/hooks/whatsapp', signed(failed))).status, 200)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp bounced report 131026'])
  assert.equal((await app.request('/hooks/whatsapp', signed('not json'))).status, 400)
})

test('WhatsApp’s first question is answered to whoever knows the word', async (t) => {
  const { app } = await aService(t)
  const ask = (word: string) =>
    app.request(`/hooks/whatsapp?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`)
  const answer = await ask('a-word')
  assert.deepEqual([answer.status, await answer.text()], [200, '1158201444'])
  assert.equal((await ask('another')).status, 404)
})

test('a report that is faster than the worker who sent the message is how it ended', async (t) => {
  const { app, db, states } = await aService(t)
  await db.run(sql`
    update messages set state = 'queued', settled_at = null, ready_at = now(), leased_until = now() + interval '1 minute'
     where channel = 'sms'`)
  await app.request(`/hooks/sms/${SECRET}?id=sms-17&dlr=DELIVRD`)
  assert.deepEqual(await states(), ['sms delivered', 'whatsapp sent'])
})

test('what is too long, or no report at all, is neither taken nor a failure', async (t) => {
  const { app, states } = await aService(t)
  const here = `/hooks/sms/${SECRET}`
  assert.equal((await app.request(here, posted('x'.repeat(300_000), 'text/plain'))).status, 413)
  for (const body of ['', 'null', '[]', '[[[]]]', '{"dlr":{"a":1}}', '"\ud800"', 'dlr=DELIVRD'])
    assert.equal((await app.request(here, posted(body, 'application/json'))).status, 200, body)
  assert.deepEqual(await states(), ['sms sent', 'whatsapp sent'])
})
