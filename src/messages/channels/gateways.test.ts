import assert from 'node:assert/strict'
import { createECDH, randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import type { Outgoing } from '../model/outgoing.ts'
import { aGateway } from '../servers.examples.ts'
import { vapidKeys } from './push/vapid.ts'
import { isPushService, pushChannel } from './push/web-push.ts'
import { smsChannel } from './sms/gateway.ts'
import { keyboard } from './telegram/keyboard.ts'
import { whatsappChannel } from './whatsapp/cloud-api.ts'
import { interactive } from './whatsapp/interactive.ts'

const MESSAGE: Outgoing = {
  id: '0197a000-0000-7000-8000-000000000001',
  kind: 'question-reminder',
  address: '+97333001122',
  language: 'ar',
  subject: 'ننتظر جوابك',
  text: 'نص',
  html: '<p>نص</p>',
  short: 'صوت: ننتظر جوابك & نشكرك',
  values: ['26-4831-9027-4', 'وزارة الأشغال', 'الأربعاء'],
  link: 'https://sawt.example.gov/ar/follow',
}
const utf8 = (latin: string) => Buffer.from(latin, 'latin1').toString()

test('a gateway is asked the way it wants to be asked: as JSON, with nested fields and constants', async (t) => {
  const { origin, asked } = await aGateway(t, () => ({ status: 200, body: '{"message":{"id":77}}' }))
  const sms = smsChannel(
    `http://:s3cret@${origin}/send#auth=bearer&to=message.to&text=message.body&id=ref&phone=digits&set.from=SAWT&answer=message.id`,
  )
  assert.deepEqual(await sms.send(MESSAGE), { state: 'sent', providerId: '77' })
  assert.equal(asked[0]?.headers.authorization, 'Bearer s3cret')
  assert.equal(asked[0]?.headers['idempotency-key'], MESSAGE.id)
  assert.doesNotMatch(asked[0]?.path ?? '', /#|s3cret/)
  assert.deepEqual(JSON.parse(utf8(asked[0]?.body ?? '')), {
    from: 'SAWT',
    message: { to: '97333001122', body: MESSAGE.short },
    ref: MESSAGE.id,
  })
})

test('or as a form, or in the address', async (t) => {
  const { origin, asked } = await aGateway(t, () => ({ status: 200, body: 'OK 1' }))
  await smsChannel(`http://u:p@${origin}/#type=form&to=msisdn&text=body&phone=zeros`).send(MESSAGE)
  assert.equal(asked[0]?.headers.authorization, `Basic ${btoa('u:p')}`)
  const form = new URLSearchParams(asked[0]?.body)
  assert.deepEqual([form.get('msisdn'), form.get('body')], ['0097333001122', MESSAGE.short])
  await smsChannel(`http://${origin}/send?key=k#type=query`).send(MESSAGE)
  const query = new URL(`http://x${asked[1]?.path}`).searchParams
  assert.deepEqual(
    [query.get('key'), query.get('to'), query.get('text')],
    ['k', '+97333001122', MESSAGE.short],
  )
})

test('what a gateway answers decides whether the number, the message or the gateway is to blame', async (t) => {
  const told = async (
    status: number,
    more: { body?: string; headers?: Record<string, string> } = {},
    mapping = '',
  ) => {
    const { origin } = await aGateway(t, () => ({ status, ...more }))
    return smsChannel(`http://${origin}/#${mapping}`).send(MESSAGE)
  }
  assert.deepEqual(await told(422), { state: 'refused', fault: 'http 422' })
  assert.deepEqual(await told(401), { state: 'later', fault: 'http 401', down: true })
  assert.deepEqual(await told(503), { state: 'later', fault: 'http 503', down: true })
  assert.deepEqual(await told(429, { headers: { 'retry-after': '90' } }), {
    state: 'later',
    fault: 'http 429',
    down: true,
    atLeast: { seconds: 90 },
  })
  assert.deepEqual(await told(200, { body: 'ERROR balance' }, 'ok=OK'), {
    state: 'later',
    fault: 'not-taken',
  })
  assert.deepEqual(await told(302, { headers: { location: 'http://127.0.0.1:1/' } }), {
    state: 'later',
    fault: 'http 302',
    down: true,
  })
})

test('a gateway that dies, is silent or is not there is tried later', async (t) => {
  const { origin } = await aGateway(t, () => 'die')
  const outcome = await smsChannel(`http://${origin}/`).send(MESSAGE)
  assert.equal(outcome.state, 'later')
  const gone = await smsChannel('http://127.0.0.1:9/').send(MESSAGE)
  assert.equal(gone.state, 'later')
})

test('WhatsApp gets the approved template with its values, and its own words for what went wrong are understood', async (t) => {
  const answers = [
    { status: 200, body: '{"messages":[{"id":"wamid.1"}]}' },
    { status: 400, body: '{"error":{"code":131026,"message":"not on WhatsApp"}}' },
    { status: 400, body: '{"error":{"code":132001,"message":"template does not exist"}}' },
    { status: 500, body: 'oops' },
  ]
  const { origin, asked } = await aGateway(t, () => answers[asked.length - 1] ?? 'die')
  const whatsapp = whatsappChannel(`http://:tok%2Fen@${origin}/v23.0/1234`)
  assert.deepEqual(await whatsapp.send(MESSAGE), { state: 'sent', providerId: 'wamid.1' })
  assert.equal(asked[0]?.path, '/v23.0/1234/messages')
  assert.equal(asked[0]?.headers.authorization, 'Bearer tok/en')
  const { template, to } = JSON.parse(utf8(asked[0]?.body ?? ''))
  assert.equal(to, '97333001122')
  assert.equal(template.name, 'sawt_question_reminder')
  assert.deepEqual(template.language, { code: 'ar' })
  assert.deepEqual(
    template.components[0].parameters.map(({ text }: { text: string }) => text),
    MESSAGE.values,
  )
  assert.deepEqual(await whatsapp.send(MESSAGE), { state: 'refused', fault: 'whatsapp 131026' })
  assert.deepEqual(await whatsapp.send(MESSAGE), { state: 'later', fault: 'whatsapp 132001', down: false })
  assert.deepEqual(await whatsapp.send(MESSAGE), { state: 'later', fault: 'http 500', down: true })
})

const anOffer = fc.record({
  body: fc.string({ maxLength: 1_200, unit: 'binary' }),
  open: fc.constant('اعرض الخيارات'),
  choices: fc.array(
    fc.record({
      id: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 80 })),
      label: fc.string({ maxLength: 90 }),
    }),
    { maxLength: 12 },
  ),
})

test('whatever is offered, WhatsApp is sent nothing beyond its limits, in the order of the numbers', () => {
  fc.assert(
    fc.property(anOffer, (offer) => {
      const made = interactive(offer) as
        | {
            body: { text: string }
            action: { button?: string; buttons?: Button[]; sections?: { rows: Row[] }[] }
          }
        | undefined
      if (!made) return
      const { buttons = [], sections = [], button } = made.action
      const rows = sections.flatMap((section) => section.rows)
      const ids = [...buttons.map(({ reply }) => reply.id), ...rows.map(({ id }) => id)]
      assert.deepEqual(
        ids,
        offer.choices.map(({ id }) => id),
      )
      assert.ok(made.body.text.length >= 1 && made.body.text.length <= (rows.length > 0 ? 4_096 : 1_024))
      assert.ok(buttons.length <= 3 && rows.length <= 10 && (button ?? '').length <= 20)
      const titles = buttons.map(({ reply }) => reply.title)
      assert.ok(titles.every((title) => title.length >= 1 && title.length <= 20))
      assert.equal(new Set(titles).size, titles.length)
      assert.ok(
        rows.every(
          ({ id, title, description = '' }) =>
            id.length <= 200 && title.length <= 24 && description.length <= 72,
        ),
      )
    }),
  )
})

type Button = { reply: { id: string; title: string } }
type Row = { id: string; title: string; description?: string }

test('a name too long for a row stands whole below it', () => {
  const label = 'تجديد جواز السفر لمن هم خارج البلاد'
  const choices = ['1', '2', '3', '4'].map((id) => ({ id, label: id === '2' ? label : id }))
  const made = interactive({ body: 'أيها؟', open: 'اعرض', choices }) as {
    action: { sections: { rows: Row[] }[] }
  }
  assert.deepEqual(made.action.sections[0]?.rows[1], {
    id: '2',
    title: 'تجديد جواز السفر لمن هم…',
    description: label,
  })
})

test('whatever is offered, a key of Telegram brings back at most 64 bytes, and a scale stands in one row', () => {
  fc.assert(
    fc.property(anOffer, (offer) => {
      const keys = keyboard(offer)?.flat() ?? []
      assert.ok(keys.every(({ text, callback_data: data }) => text !== '' && Buffer.byteLength(data) <= 64))
      assert.ok(keys.length === 0 || keys.length === offer.choices.length)
    }),
  )
  const choices = ['1', '2', '3', '4', '5', 'إلغاء'].map((label) => ({ id: `score:${label}`, label }))
  assert.deepEqual(
    keyboard({ body: 'كيف كان؟', open: '', choices })?.map((row) => row.map(({ text }) => text).join(' ')),
    ['1 2 3 4 5', 'إلغاء'],
  )
})

async function aBrowser(t: TestContext, status: number) {
  const { origin, asked } = await aGateway(t, () => ({ status }))
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const dropped: string[] = []
  const channel = pushChannel({
    keys: vapidKeys(Buffer.alloc(32, 7)),
    publicUrl: 'https://sawt.example.gov',
    find: async () => ({
      endpoint: `http://${origin}/push/1`,
      p256dh: keys.getPublicKey('base64url'),
      auth: randomBytes(16).toString('base64url'),
    }),
    drop: async (id) => dropped.push(id),
    allowed: () => true,
  })
  return { channel, asked, dropped }
}

test('a notification is encrypted for its browser and signed by the service', async (t) => {
  const { channel, asked } = await aBrowser(t, 201)
  assert.deepEqual(await channel.send(MESSAGE), { state: 'sent' })
  assert.match(asked[0]?.headers.authorization ?? '', /^vapid t=.+, k=/)
  assert.equal(asked[0]?.headers['content-encoding'], 'aes128gcm')
  assert.doesNotMatch(utf8(asked[0]?.body ?? ''), /ننتظر/)
})

test('a browser that is gone is forgotten; one that is busy is not', async (t) => {
  const gone = await aBrowser(t, 410)
  assert.equal((await gone.channel.send(MESSAGE)).state, 'refused')
  assert.equal(gone.dropped.length, 1)
  const busy = await aBrowser(t, 503)
  assert.deepEqual(await busy.channel.send(MESSAGE), { state: 'later', fault: 'http 503', down: false })
  assert.equal(busy.dropped.length, 0)
})

test('a subscription cannot make Sawt speak to its own network', () => {
  for (const service of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://web.push.apple.com/x',
    'https://wns2-by3p.notify.windows.com/w/?t=x',
  ])
    assert.equal(isPushService(service), true, service)
  for (const other of [
    'http://fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://169.254.169.254/latest',
    'https://fcm.googleapis.com:8443/x',
    'https://evilpush.apple.com.example.com/',
    'https://fcm.googleapis.com.example.com/',
    'file:///etc/passwd',
    '',
  ])
    assert.equal(isPushService(other), false, other)
})

test('the keys for notifications follow from the secret alone', () => {
  assert.deepEqual(vapidKeys(Buffer.alloc(32, 7)), vapidKeys(Buffer.alloc(32, 7)))
  assert.notDeepEqual(vapidKeys(Buffer.alloc(32, 7)), vapidKeys(Buffer.alloc(32, 8)))
  assert.equal(Buffer.from(vapidKeys(Buffer.alloc(32, 7)).privateKey, 'base64url').length, 32)
})
