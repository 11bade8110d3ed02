import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { findWithPin, pinOf, residentView } from '#cases'
import { formatReference } from '#kernel'
import { converse, eraseOldConversations, holderOf, KEPT_FOR } from '#knowledge'
import { courier, listMailbox, openChannels, openKept } from '#messages'
import { openLog, sql } from '#platform'
import { declareProblem } from '#problems'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as known from '../../../test/kit/problems.ts'
import * as a from '../../../test/kit/situations.ts'
import { aVisitor, type Seen, textOf, type Visitor } from '../../../test/kit/visitor.ts'
import { buildApp } from '../../app.tsx'
import { seedArticles } from '../../commands/seeding/articles.ts'
import { chatDoor } from './door.ts'
import { chatLimits } from './limits.ts'

const POWER = 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد'

/** Somebody in the chat without script: every message is a form. */
function chatting(app: App, locale: 'ar' | 'en' = 'ar', visitor: Visitor = aVisitor(app)) {
  let page: Seen | undefined
  const open = async () => (page ??= await visitor.get(`/${locale}/chat`))
  const post = async (fields: Parameters<Visitor['post']>[1]) => {
    const { html } = await open()
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    page = await visitor.post({ action: `/${locale}/chat`, hidden }, fields)
    return page
  }
  return {
    visitor,
    hiddenOf: open,
    say: async (text: string) => textOf((await post({ text })).html),
    tap: async (choice: string) => textOf((await post({ choice })).html),
    post,
  }
}

const secretsIn = (text: string) => ({
  reference: /\d\d-\d{4}-\d{4}-\d/.exec(text)?.[0] ?? '',
  pin: (/(?:السري|PIN is) \u2066?(\d{3} \d{3})/.exec(text)?.[1] ?? '').replace(' ', ''),
})

test('a story, a place and a tap: a number, a PIN and a date at the right entity', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  // The invented country has no places, so it is asked where.
  assert.match(await chat.say(POWER), /أين؟/)
  const check = await chat.say('الزرقاء')
  assert.match(check, /شكوى، الموضوع: انقطاع الكهرباء/)
  assert.match(check, /يذهب إلى: هيئة الكهرباء/)
  assert.doesNotMatch(check.split('هذا ما سنرسله')[1] ?? '', /والموظف ما رد/)
  const sent = await chat.tap('do:send')
  const { reference, pin } = secretsIn(sent)
  assert.match(sent, /سنجيبك في موعد أقصاه الأحد 4 أكتوبر/)
  const found = await findWithPin(app.tools, { reference, pin })
  assert.ok(found.ok, `${reference} ${pin}`)
  assert.equal(found.value.channel, 'chat')
  assert.equal(found.value.category, 'power-cuts')
  assert.equal((await residentView(app.tools, found.value.id))?.said.text, POWER)
})

test('whoever writes of a known problem is told so before they send, and may follow it instead', async (t) => {
  const app = await anApp(t)
  const { operator } = app.country.people
  const { id } = a.granted(await declareProblem(app.tools, operator, known.A_NAME))
  const announced = {
    textAr: 'المحطة الرئيسة معطلة، والعمل جارٍ.',
    textEn: 'The main station failed; work is going on.',
    category: 'power-cuts',
    place: '',
    entity: 'electricity',
    until: '2026-10-09',
  }
  a.granted(await known.step(app.country, operator, { id }, 'announce', announced))
  const chat = chatting(app)
  await chat.say(POWER)
  const { html } = await chat.post({ text: 'الزرقاء' })
  assert.match(textOf(html), /أبلغ آخرون عن هذا: المحطة الرئيسة معطلة.*هذا ما سنرسله/)
  assert.match(html, new RegExp(`href="/ar/known/${id}"`))
  assert.match(await chat.tap('do:send'), /سنجيبك في موعد أقصاه/)
  const other = chatting(app, 'en')
  await other.say('there is a big hole in the road and nobody comes')
  assert.doesNotMatch(await other.say('in Riffa'), /Others reported this/)
})

test('a form sent twice is one message, and one case', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  await chat.say(POWER)
  await chat.say('الزرقاء')
  const { html } = await chat.visitor.get('/ar/chat')
  const hidden = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]),
  )
  const twice = { action: '/ar/chat', hidden }
  await Promise.all([1, 2, 3].map(() => chat.visitor.post(twice, { choice: 'do:send' })))
  const count = await app.tools.db.row<{ count: number }>(sql`select count(*)::int as count from cases`)
  assert.equal(count?.count, 1)
})

test('a question is answered from an article with its source, in the language of the page', async (t) => {
  const app = await anApp(t)
  await seedArticles(app.tools)
  const chat = chatting(app)
  const answer = await chat.say('ابي اجدد الباسبور شنو المطلوب')
  assert.match(answer, /من الأجوبة المنشورة/)
  assert.match(answer, /المصدر: تجديد جواز السفر/)
  assert.match(await chatting(app, 'en').say('how do i renew my passport'), /Source: Renewing a passport/)
  assert.match(await chat.say('لا'), /نأسف أن هذا لم يكفِ/)
})

test('a case is followed, rated and objected to with its number and PIN; wrong PINs are limited as everywhere', async (t) => {
  const app = await anApp(t)
  const state = await a.answered(app.country)
  const chat = chatting(app)
  await chat.say(`وين وصل طلبي ${formatReference(state.reference)}`)
  assert.match(await chat.say('000000'), /لا طلب لدينا بهذا الرقم وهذا الرمز/)
  const shown = await chat.say(pinOf(app.tools.secret, state.id))
  assert.match(shown, /أصلحنا الحفرة/)
  await chat.tap('do:rate')
  await chat.say('أربعة')
  await chat.say('خمسة')
  assert.match(await chat.say('تخطى'), /سُجل تقييمك/)
  await chat.tap('do:object')
  assert.match(await chat.say('ما زالت الحفرة كما هي'), /وصل اعتراضك/)
  const view = await residentView(app.tools, state.id)
  assert.deepEqual([view?.state.solved, view?.state.respect, view?.state.stage], [4, 5, 'objected'])

  const guesser = chatting(app)
  await guesser.say(formatReference(state.reference))
  let last = ''
  for (let times = 0; times < 12; times++) last = await guesser.say(String(100000 + times))
  assert.match(last, /محاولات كثيرة/)
})

test('whoever lost the PIN gets a code where the case can be reached', async (t) => {
  const app = await anApp(t)
  const state = await a.submitted(app.country)
  const chat = chatting(app)
  await chat.say(formatReference(state.reference))
  assert.match(await chat.tap('do:code'), /أرسلنا إليه رمزًا/)
  assert.match(await chat.say(await sentCode(app)), /موعد الرد: الخميس 15 أكتوبر/)
  const nobody = chatting(app)
  await nobody.say('26-4831-9027-4')
  assert.match(await nobody.tap('do:code'), /أرسلنا إليه رمزًا/)
})

/** The code as its reader finds it. */
async function sentCode({ tools }: App) {
  const post = courier(tools, openChannels(tools, tools.gateways))
  while ((await post.deliver()) > 0);
  post.close()
  const [kept] = await listMailbox(tools)
  const opened = kept && (await openKept(tools, kept.id))
  return /(?<!\d)\d{6}(?!\d)/.exec(opened?.short ?? '')?.[0] ?? ''
}

test('wrongdoing is pointed to the sealed room, and no word of it is in the database', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  await chat.say('مرحبا')
  const answer = await chat.say('الموظف كناري طلب مني رشوة عشان يمشي المعاملة')
  assert.match(answer, /بلاغ عن مخالفة/)
  assert.doesNotMatch(answer, /كناري/)
  await chat.say('اسمه كناري في قسم التراخيص')
  const rows = await app.country.owner.rows<{ found: string }>(sql`
    select c::text as found from conversations c union all select l::text from conversation_lines l`)
  assert.doesNotMatch(rows.map(({ found }) => found).join(), /كناري|رشوة|التراخيص/)
})

test('a photo goes with the case that is made, and what is no file of ours is refused in words', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#765' } })
    .jpeg()
    .toBuffer()
  const file = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)
  const kept = await chat.post({ text: '', files: file(new Uint8Array(photo), 'IMG.jpg') })
  assert.match(textOf(kept.html), /وصل الملف/)
  const wrong = await chat.post({ text: '', files: file(new TextEncoder().encode('<html>'), 'x.html') })
  assert.match(textOf(wrong.html), /لم نستطع أخذ الملف/)
  await chat.say(POWER)
  await chat.say('الزرقاء')
  const { reference, pin } = secretsIn(await chat.tap('do:send'))
  const found = await findWithPin(app.tools, { reference, pin })
  assert.ok(found.ok)
  const view = await residentView(app.tools, found.value.id)
  assert.deepEqual(
    view?.files.map(({ name }) => name),
    ['IMG.jpg'],
  )
})

test('only what was offered can be tapped', async (t) => {
  const chat = chatting(await anApp(t))
  await chat.say('مرحبا')
  const answer = await chat.tap('subject:<script>')
  assert.doesNotMatch(answer, /script/)
})

test('too many messages are refused in words, and nothing typed is lost', async (t) => {
  const chat = chatting(await anApp(t))
  let last: Seen | undefined
  for (let times = 0; times < 35; times++) last = await chat.post({ text: `رسالة رقم ${times}` })
  assert.equal(last?.status, 429)
  assert.match(last?.html ?? '', /value="رسالة رقم 34"/)
})

test('a conversation is its browser’s own, can be erased at once, and is erased when its time is over', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  await chat.say('سر صغير من أسراري')
  assert.doesNotMatch((await aVisitor(app).get('/ar/chat')).html, /سر صغير/)
  assert.match((await chat.visitor.get('/en/chat')).html, /سر صغير/)
  const other = chatting(app)
  await other.say('كلام آخر تمامًا')
  const { html } = await chat.visitor.get('/ar/chat')
  const hidden = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]),
  )
  const erased = await chat.visitor.post({ action: '/ar/chat/end', hidden })
  assert.match(textOf(erased.html), /مُحيت المحادثة/)
  app.country.clock.set(app.tools.clock.now().add(KEPT_FOR).add({ hours: 1 }))
  assert.equal(await eraseOldConversations(app.tools), 1)
  const left = await app.tools.db.row<{ count: number }>(
    sql`select count(*)::int as count from conversation_lines`,
  )
  assert.equal(left?.count, 0)
})

test('its script gets news as JSON, without markup', async (t) => {
  const app = await anApp(t)
  const chat = chatting(app)
  const { html } = await chat.hiddenOf()
  const hidden = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]),
  )
  const seen = await chat.visitor.post(
    { action: '/ar/chat?after=0', hidden, headers: { accept: 'application/json' } },
    { text: 'مرحبا <b>' },
  )
  const news = JSON.parse(seen.html)
  assert.deepEqual(
    news.lines.map(({ by }: { by: string }) => by),
    ['resident', 'service'],
  )
  assert.equal(news.lines[0].paragraphs[0], 'مرحبا <b>')
  assert.ok(news.key)
})

for (const text of ['\u0000', '\ud800', 'ا'.repeat(30_000), '%', '{}', "'; drop table cases; --", '\u202e'])
  test(`whatever is written gets an answer: ${JSON.stringify(text.slice(0, 12))}`, async (t) => {
    const chat = chatting(await anApp(t))
    assert.ok([200, 413, 422].includes((await chat.post({ text })).status))
  })

test('forty people at once, on WhatsApp and the web, are all answered, each once', async (t) => {
  const { tools } = await anApp(t)
  const door = chatDoor(tools, chatLimits(), undefined)
  const people = Array.from({ length: 40 }, (_, at) => at)
  const said = await Promise.all(
    people.map((at) =>
      converse(tools, door, {
        channel: at % 2 ? 'web' : 'whatsapp',
        address: at % 2 ? undefined : `+9733600${1000 + at}`,
        holder: holderOf(tools.secret, 'web', `person ${at}`),
        text: at % 3 ? POWER : 'مرحبا',
        messageId: `message ${at}`,
      }),
    ),
  )
  assert.ok(said.every(({ ok }) => ok))
  const lines = await tools.db.row<{ count: number }>(
    sql`select count(*)::int as count from conversation_lines`,
  )
  assert.equal(lines?.count, 80)
})

test('no word of a conversation stands in the log, also when something breaks', async (t) => {
  const { tools: given } = await anApp(t)
  const written: string[] = []
  const log = openLog('debug', { write: (line) => written.push(line) })
  const tools = {
    ...given,
    log,
    suggest: async () => {
      throw new Error('the text engine is gone')
    },
  }
  const app = buildApp(tools)
  const chat = chatting({ ...(await anApp(t)), app, tools })
  await chat.post({ text: 'قصة الكناري مع البلدية' })
  assert.match(written.join(), /a request failed/)
  assert.doesNotMatch(written.join(), /كناري|البلدية/)
})
