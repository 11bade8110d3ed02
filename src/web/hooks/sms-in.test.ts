import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { formatReference } from '#kernel'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { buildApp } from '../../app.tsx'

const SECRET = 'Vq3vX8mJ2kL9pR4tY7wZ'

async function aGateway(t: TestContext) {
  const found = await anApp(t)
  const smsUrl = `https://sms.example.gov/send#in=${SECRET}&in.from=msisdn&in.text=body`
  const tools = { ...found.tools, gateways: { smsUrl, demonstration: true } }
  const app = buildApp(tools)
  const send = (given: object, secret = SECRET) =>
    app.request(`/hooks/sms/${secret}/in`, {
      method: 'POST',
      body: JSON.stringify(given),
      headers: { 'content-type': 'application/json' },
    })
  const cases = () =>
    tools.db.rows<{ id: string; reference: string; channel: string; phone: string; seq: number }>(sql`
      select c.id, c.reference, c.channel, q.phone, c.seq
        from cases c join requesters q on q.case_id = c.id order by c.id`)
  return { send, cases }
}

test('a text message becomes a case once, and its writer adds to it by naming it', async (t) => {
  const { send, cases } = await aGateway(t)
  const first = { msisdn: '97333001122', body: 'الكهربا مقطوعة عنا من مبارح', id: '1' }
  assert.equal((await send(first)).status, 200)
  assert.equal((await send(first)).status, 200)
  const [made, ...more] = await cases()
  assert.equal(more.length, 0)
  assert.deepEqual([made?.channel, made?.phone], ['sms', '+97333001122'])
  const number = formatReference(made?.reference ?? '')
  await send({ msisdn: '97333001122', body: `${number} رجعت وانقطعت`, id: '2' })
  const [after, ...others] = await cases()
  assert.equal(others.length, 0)
  assert.ok((after?.seq ?? 0) > (made?.seq ?? 0))
})

test('a wrong address is not there, and what is no message is refused', async (t) => {
  const { send, cases } = await aGateway(t)
  assert.equal((await send({ msisdn: '97333001122', body: 'x', id: '1' }, `${SECRET}x`)).status, 404)
  assert.equal((await send({ msisdn: '97333001122' })).status, 400)
  await send({ msisdn: 'BANK', body: 'Your code is 1234', id: '3' })
  assert.deepEqual(await cases(), [])
})
