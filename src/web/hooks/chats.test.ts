import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import sharp from 'sharp'
import { findWithPin, residentView } from '#cases'
import { stoppedClock } from '#kernel'
import { courier, eraseOldMessages, openChannels } from '#messages'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { buildApp } from '../../app.tsx'

const POWER = 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد'
const WORD = 'telegram-secret-word'
const FROM = '96279 1234567'.replace(' ', '')

/** The services of both channels as they are spoken to: what they are sent, and the files they keep. */
async function services(t: TestContext) {
  const photo = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()
  const sent: { path: string; body: string; auth: string }[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const path = request.url ?? ''
    const auth = request.headers.authorization ?? ''
    if (request.method === 'POST') sent.push({ path, auth, body: Buffer.concat(chunks).toString() })
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    if (path === '/v23.0/media-1') response.end(JSON.stringify({ url: `${origin}/files/photo` }))
    else if (path === '/v23.0/media-evil') response.end(JSON.stringify({ url: 'http://127.0.0.1:9/secret' }))
    else if (path.includes('getFile')) response.end(JSON.stringify({ result: { file_path: 'photos/1.jpg' } }))
    else if (path === '/files/photo' || path.endsWith('/photos/1.jpg')) response.end(photo)
    else response.end(JSON.stringify({ messages: [{ id: 'wamid.out' }], result: { message_id: 7 } }))
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => server.close())
  const port = (server.address() as AddressInfo).port
  return {
    sent,
    whatsappUrl: `http://:to%2Fken@127.0.0.1:${port}/v23.0/1234#secret=app-secret&verify=a-word`,
    telegramUrl: `http://:77%3Atoken@127.0.0.1:${port}#secret=${WORD}`,
  }
}

/** A message as either service is given it. */
interface Sent {
  to?: string
  chat_id?: string
  text?: string | { body: string }
  interactive?: {
    body: { text: string }
    action: {
      buttons?: { reply: Reply }[]
      sections?: { rows: Reply[] }[]
    }
  }
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] }
}
interface Reply {
  id: string
  title: string
}

/** What can be tapped below a message. */
const tappable = ({ interactive, reply_markup }: Sent): Reply[] => [
  ...(interactive?.action.buttons?.map(({ reply }) => reply) ?? []),
  ...(interactive?.action.sections?.flatMap(({ rows }) => rows) ?? []),
  ...(reply_markup?.inline_keyboard.flat().map((key) => ({ id: key.callback_data, title: key.text })) ?? []),
]

async function aService(t: TestContext) {
  const { sent, ...urls } = await services(t)
  const found = await anApp(t)
  const tools = { ...found.tools, gateways: { ...urls, demonstration: true } }
  const app = buildApp(tools)
  const post = courier(tools, openChannels(tools, tools.gateways))
  t.after(() => post.close())
  /** What went out since it was asked last, as texts. */
  const answers = async () => {
    while ((await post.deliver()) > 0);
    return sent.splice(0).map(({ body }) => JSON.parse(body) as Sent)
  }
  return { app, tools, sent, answers, owner: found.country.owner }
}

let serial = 0
const callOf = (message: object, id = `wamid.${++serial}`) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              messages: [{ from: FROM, id, timestamp: '1790838000', ...message }],
            },
          },
        ],
      },
    ],
  })

const text = (body: string) => ({ type: 'text', text: { body } })
/** As WhatsApp writes Arabic. */
const escaped = (json: string) =>
  json.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const signed = (body: string, secret = 'app-secret') => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  },
})

/** What a message says, and below it what can be tapped. */
const bodyOf = (sent: Sent | undefined): string => {
  if (!sent) return ''
  const { text, interactive } = sent
  const said = interactive?.body.text ?? (typeof text === 'object' ? text.body : text) ?? ''
  return [said, ...tappable(sent).map(({ title }) => `[${title}]`)].join('\n')
}

for (const [how, write] of [
  ['escaped, as WhatsApp writes it', escaped],
  ['in plain letters', (json: string) => json],
] as const)
  test(`on WhatsApp, ${how}: a story, a place, a number: the case is filed and can be followed`, async (t) => {
    const { app, tools, answers } = await aService(t)
    const say = async (body: string) => {
      assert.equal((await app.request('/hooks/whatsapp', signed(write(callOf(text(body)))))).status, 200)
      return answers()
    }
    const [place] = await say(POWER)
    assert.equal(place?.to, FROM)
    assert.match(bodyOf(place), /أين؟[\s\S]*\[تخطَّ\]/)
    assert.match(
      bodyOf((await say('الزرقاء الجديدة'))[0]),
      /هيئة الكهرباء[\s\S]*نخبرك بما يستجد[\s\S]*\[نعم، أرسله\]/,
    )
    const filed = bodyOf((await say('١'))[0])
    const reference = /\d\d-\d{4}-\d{4}-\d/.exec(filed)?.[0] ?? ''
    const pin = (/\d{3} \d{3}/.exec(filed)?.[0] ?? '').replace(' ', '')
    const found = await findWithPin(tools, { reference, pin })
    assert.ok(found.ok, filed)
    const view = await residentView(tools, found.value.id)
    assert.equal(view?.said.text, POWER)
    assert.match(filed, /الأحد 4 أكتوبر/)
  })

test('on WhatsApp what can be chosen is tapped: buttons where there are few, a list where there are more', async (t) => {
  const { app, answers } = await aService(t)
  const say = async (message: object) => {
    assert.equal((await app.request('/hooks/whatsapp', signed(callOf(message)))).status, 200)
    return (await answers())[0]
  }
  const tap = (kind: 'button_reply' | 'list_reply', reply: Reply | undefined) =>
    say({ type: 'interactive', interactive: { type: kind, [kind]: reply } })
  const menu = await say(text('مرحبا'))
  const [file] = menu ? tappable(menu) : []
  assert.equal(menu?.interactive?.action.sections?.length, 1)
  assert.match(bodyOf(await tap('list_reply', file)), /ماذا حدث؟/)
  const where = await say(text(POWER))
  const skip = where && tappable(where).find(({ title }) => title === 'تخطَّ')
  const check = await tap('button_reply', skip)
  assert.equal(check?.interactive?.action.buttons?.length, 3)
  const send = check && tappable(check)[0]
  assert.match(bodyOf(await tap('button_reply', send)), /رقم الطلب \u2066?\d\d-\d{4}-\d{4}-\d/)
  // An old button is what stands on it, and files nothing again.
  assert.doesNotMatch(bodyOf(await tap('button_reply', send)), /رقم الطلب/)
})

test('a call that was not signed over exactly these bytes is not read', async (t) => {
  const { app, answers } = await aService(t)
  const body = callOf(text(POWER))
  for (const forged of [
    { ...signed(body), headers: { 'content-type': 'application/json' } },
    signed(body, 'another'),
    { ...signed(body), body: escaped(body) },
    { ...signed(escaped(body)), body },
  ])
    assert.equal((await app.request('/hooks/whatsapp', forged)).status, 401)
  assert.deepEqual(await answers(), [])
})

test('a message brought three times, also at once, has one effect and one answer', async (t) => {
  const { app, tools, answers } = await aService(t)
  const again = signed(callOf(text(POWER), 'wamid.same'))
  await Promise.all([1, 2, 3].map(async () => app.request('/hooks/whatsapp', again)))
  assert.equal((await app.request('/hooks/whatsapp', again)).status, 200)
  assert.equal((await answers()).length, 1)
  const lines = await tools.db.row<{ count: number }>(
    sql`select count(*)::int as count from conversation_lines`,
  )
  assert.equal(lines?.count, 2)
})

test('messages that arrive in another order, or after weeks, do no harm', async (t) => {
  const { app, answers } = await aService(t)
  const call = (body: string, timestamp: string) =>
    app.request('/hooks/whatsapp', signed(callOf({ ...text(body), timestamp })))
  assert.equal((await call('١', '1790838010')).status, 200)
  assert.equal((await call(POWER, '1790838000')).status, 200)
  assert.equal((await answers()).length, 2)
  assert.equal((await call('مرحبا', '1780000000')).status, 200)
  assert.deepEqual(await answers(), [])
})

test('a photo is fetched, sniffed and goes with the case; what the service would make us call is not called', async (t) => {
  const { app, tools, answers } = await aService(t)
  const say = async (message: object) => {
    assert.equal((await app.request('/hooks/whatsapp', signed(callOf(message)))).status, 200)
    return bodyOf((await answers())[0])
  }
  assert.match(await say({ type: 'image', image: { id: 'media-1', mime_type: 'image/jpeg' } }), /وصل الملف/)
  assert.match(await say({ type: 'image', image: { id: 'media-evil' } }), /لم نستطع أخذ الملف/)
  await say(text(POWER))
  await say(text('الزرقاء'))
  const filed = await say(text('1'))
  const found = await findWithPin(tools, {
    reference: /\d\d-\d{4}-\d{4}-\d/.exec(filed)?.[0] ?? '',
    pin: (/\d{3} \d{3}/.exec(filed)?.[0] ?? '').replace(' ', ''),
  })
  assert.ok(found.ok)
  assert.equal((await residentView(tools, found.value.id))?.files.length, 1)
})

test('no number and no word of a conversation lies open in the outbox or beside the conversation', async (t) => {
  const { app, answers, owner } = await aService(t)
  await app.request('/hooks/whatsapp', signed(callOf(text('قصة الكناري في حارتنا والبلدية ما ردت'))))
  await answers()
  const rows = await owner.rows<{ found: string }>(sql`
    select m.facts::text as found from messages m union all select c.holder::text || c.address::text || c.id from conversations c`)
  assert.doesNotMatch(rows.map(({ found }) => found).join(), /كناري|791234567|أين/)
})

const update = (message: object) => ({
  update_id: ++serial,
  message: {
    message_id: 1,
    date: 1790838000,
    from: { id: 5, language_code: 'en' },
    chat: { id: 5, type: 'private' },
    ...message,
  },
})

const called = (body: object, word = WORD) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': word },
})

test('on Telegram: begun with /start, answered in its language, a photo taken along', async (t) => {
  const { app, answers, sent } = await aService(t)
  const say = async (message: object) => {
    assert.equal((await app.request('/hooks/telegram', called(update(message)))).status, 200)
    return answers()
  }
  const [hello] = await say({ text: '/start' })
  assert.equal(hello?.chat_id, '5')
  assert.match(bodyOf(hello), /What can I do for you\?[\s\S]*\[Send a case\]/)
  const [kept] = await say({ photo: [{ file_id: 'small' }, { file_id: 'large' }] })
  assert.match(bodyOf(kept), /The file is here/)
  assert.match(
    bodyOf((await say({ text: 'there is a power cut since yesterday and nobody answers' }))[0]),
    /Where\?/,
  )
  assert.deepEqual(sent, [])
})

test('on Telegram the keys below a message are answers, and the key is told that it was taken', async (t) => {
  const { app, answers } = await aService(t)
  await app.request(
    '/hooks/telegram',
    called(update({ text: 'there is a power cut since yesterday and nobody answers' })),
  )
  const [where] = await answers()
  const tap = async (data: string, chat = { id: 5, type: 'private' }) => {
    const query = {
      id: `tap ${++serial}`,
      from: { id: 5 },
      data,
      message: { message_id: 1, date: 1, chat, reply_markup: where?.reply_markup },
    }
    const answer = await app.request(
      '/hooks/telegram',
      called({ update_id: ++serial, callback_query: query }),
    )
    return { answer: await answer.text(), id: query.id, said: bodyOf((await answers())[0]) }
  }
  const skipped = await tap('do:skip')
  assert.deepEqual(JSON.parse(skipped.answer), {
    method: 'answerCallbackQuery',
    callback_query_id: skipped.id,
  })
  assert.match(skipped.said, /Electricity Authority[\s\S]*\[Yes, send it\]/)
  assert.deepEqual(await tap('do:send', { id: -5, type: 'group' }), {
    answer: 'ok',
    id: `tap ${serial - 1}`,
    said: '',
  })
  assert.match((await tap('do:send')).said, /\d\d-\d{4}-\d{4}-\d/)
})

test('Telegram’s calls carry its secret word; groups and edits are not read; broken calls are refused', async (t) => {
  const { app, answers } = await aService(t)
  assert.equal((await app.request('/hooks/telegram', called(update({ text: 'hi' }), 'wrong'))).status, 404)
  assert.equal((await app.request('/hooks/telegram', called(update({ text: 'hi' }), ''))).status, 404)
  const group = update({ text: 'hi', chat: { id: -5, type: 'group' } })
  assert.equal((await app.request('/hooks/telegram', called(group))).status, 200)
  assert.equal(
    (await app.request('/hooks/telegram', called({ update_id: 1, edited_message: {} }))).status,
    200,
  )
  const broken = { ...called({}), body: '{"update_id":' }
  assert.equal((await app.request('/hooks/telegram', broken)).status, 400)
  for (const odd of [null, [], { update_id: 'x' }, { update_id: 1, message: { chat: { id: 'x' } } }])
    assert.equal((await app.request('/hooks/telegram', called(odd as object))).status, 200)
  assert.deepEqual(await answers(), [])
})

test('the same message of Telegram brought again is the same', async (t) => {
  const { app, answers } = await aService(t)
  const once = called(update({ text: 'hello' }))
  for (let times = 0; times < 3; times++) await app.request('/hooks/telegram', once)
  assert.equal((await answers()).length, 1)
})

test('what was answered is erased from the outbox after a week, that it was answered stays', async (t) => {
  const { app, tools, answers } = await aService(t)
  await app.request('/hooks/whatsapp', signed(callOf(text('مرحبا'))))
  assert.equal((await answers()).length, 1)
  const facts = () =>
    tools.db.row<{ address: string | null; facts: object }>(sql`select address, facts from messages`)
  const later = (days: number) => ({
    ...tools,
    clock: stoppedClock(tools.clock.now().add({ hours: 24 * days })),
  })
  await eraseOldMessages(later(6))
  assert.equal((await facts())?.address, `+${FROM}`)
  await eraseOldMessages(later(8))
  assert.deepEqual(await facts(), { address: null, facts: {} })
})
