import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findWithPin, openProofFolder, residentView } from '#cases'
import { courier, openChannels } from '#messages'
import { openFiles, openLog, sql } from '#platform'
import { formatDay, reader } from '#words'
import { buildApp } from '../../src/app.tsx'
import { seedArticles } from '../../src/commands/seeding/articles.ts'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import { aGateway } from '../../src/messages/servers.examples.ts'
import { type AppTools, buildTools } from '../../src/tools.ts'
import { freshDatabase } from '../kit/database.ts'
import { aBrowser, type Ends, listening } from '../kit/journey.ts'

const SENTENCE = 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد'
const QUESTION = 'كيف أجدد جواز السفر؟'
const SOURCE = /المصدر: تجديد جواز السفر/
const PHONE = { width: 360, height: 740 }

let tools: AppTools
let app: ReturnType<typeof buildApp>
let origin: string
let gateway: Awaited<ReturnType<typeof aGateway>>
let browser: Browser
const ends: (() => unknown)[] = []

before(async () => {
  const t: Ends = { after: (end) => ends.push(end) }
  const dir = mkdtempSync(join(tmpdir(), 'sawt-sentence-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  gateway = await aGateway(t, () => ({ status: 200, body: '{"messages":[{"id":"wamid.out"}]}' }))
  const { db } = await freshDatabase({ after: (end) => t.after(end as () => unknown) })
  tools = buildTools({
    db,
    log: openLog('silent'),
    files: openFiles({ dir }),
    proof: openProofFolder(join(dir, 'proof')),
    secret: Buffer.alloc(32, 7),
    publicUrl: 'http://localhost',
    demonstration: false,
    gateways: { whatsappUrl: `http://:token@${gateway.origin}/v23.0/1#secret=app-secret&verify=word` },
  })
  assert.ok((await seedCountry(tools, 'jordan')).ok)
  await seedArticles(tools)
  tools.forget()
  app = buildApp(tools)
  origin = await listening(t, app)
  browser = await aBrowser(t)
})

after(async () => {
  for (const end of ends.reverse()) await end()
})

/** What somebody holds in the end stands in what they read; it opens the case, and the case is where it belongs. */
async function holds(said: string, channel: string) {
  const reference = /\d\d-\d{4}-\d{4}-\d/.exec(said)?.[0] ?? ''
  const pin = (/\d{3} \d{3}/.exec(said)?.[0] ?? '').replace(' ', '')
  const found = await findWithPin(tools, { reference, pin })
  assert.ok(found.ok, said)
  const view = await residentView(tools, found.value.id)
  assert.ok(view)
  assert.equal(view.said.text, SENTENCE)
  assert.equal(view.state.category, 'power-outage')
  assert.equal(view.state.channel, channel)
  const day = formatDay(reader('ar', 'Asia/Amman', { region: 'JO' }), view.state.answerBy)
  assert.ok(said.includes(day), `${day} is not said in: ${said}`)
  const directory = await tools.directory()
  const path = directory.placePath(view.state.place).map(({ name }) => name.ar)
  assert.ok(path.includes('الزرقاء'), path.join())
  const meant = await tools.db.row<{ entity: string }>(sql`
    select facts ->> 'entity' as entity from case_events where case_id = ${view.state.id} and seq = 1`)
  assert.equal(meant?.entity, 'energy-and-minerals-regulatory-commission')
}

const textOf = async (page: Page) => (await page.textContent('main')) ?? ''

/** In the web chat; without script every message is a page. */
async function inTheChat(javaScriptEnabled: boolean, line: string) {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled })
  ends.push(() => context.close())
  const page = await context.newPage()
  await page.goto(`${origin}/ar/chat`)
  await page.fill('[name=text]', line)
  await page.click('#chat-write button.main')
  await page.waitForSelector('.bubble.service')
  return page
}

async function byTheChat(javaScriptEnabled: boolean) {
  const page = await inTheChat(javaScriptEnabled, SENTENCE)
  assert.match(await textOf(page), /يذهب إلى: هيئة تنظيم قطاع الطاقة والمعادن/)
  await page.click('button[value="do:send"]')
  await page.waitForSelector(String.raw`text=/\d\d-\d{4}-\d{4}-\d/`)
  await holds(await textOf(page), 'chat')
  const asking = await inTheChat(javaScriptEnabled, QUESTION)
  assert.match((await asking.textContent('.bubble.service a[href^="/ar/articles/"]')) ?? '', SOURCE)
}

/** As WhatsApp writes Arabic. */
const escaped = (json: string) =>
  json.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

async function byWhatsapp(from: string, write: (json: string) => string) {
  const post = courier(tools, openChannels(tools, tools.gateways))
  ends.push(() => post.close())
  const say = async (message: object) => {
    const id = `wamid.${Math.random()}`
    const value = { messaging_product: 'whatsapp', messages: [{ from, id, timestamp: now(), ...message }] }
    const body = write(JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }))
    const signature = createHmac('sha256', 'app-secret').update(body).digest('hex')
    const headers = { 'x-hub-signature-256': `sha256=${signature}` }
    assert.equal((await app.request('/hooks/whatsapp', { method: 'POST', headers, body })).status, 200)
    while ((await post.deliver()) > 0);
    const [sent] = gateway.asked.splice(0).map((asked) => Buffer.from(asked.body, 'latin1').toString())
    return JSON.parse(sent ?? '{}')
  }
  const check = await say({ type: 'text', text: { body: SENTENCE } })
  assert.match(check.interactive.body.text, /يذهب إلى: هيئة تنظيم قطاع الطاقة والمعادن/)
  const [{ reply }] = check.interactive.action.buttons
  const filed = await say({ type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } })
  await holds(JSON.stringify(filed), 'chat')
  const { body } = (await say({ type: 'text', text: { body: QUESTION } })).interactive
  assert.match(body.text, SOURCE)
  assert.match(body.text, /http:\/\/localhost\/ar\/articles\/passport-renewal/)
}

const now = () => String(Math.floor(Date.now() / 1000))

/** By the form: nothing is answered but what must be, and a telephone. */
async function byTheForm() {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  ends.push(() => context.close())
  const page = await context.newPage()
  const next = () => page.click('main form button.main')
  await page.goto(`${origin}/ar/new`)
  await page.fill('textarea[name=text]', SENTENCE)
  while (!page.url().endsWith('/sent')) {
    const before = page.url()
    if (before.endsWith('/category')) await page.locator('input[name=category]').first().check()
    if (before.endsWith('/who')) await page.locator('input[name=who]').first().check()
    if (before.endsWith('/contact')) await page.fill('[name=phone]', '0791234567')
    await next()
    assert.notEqual(page.url(), before, await textOf(page))
  }
  await holds(await textOf(page), 'web')
  await page.goto(`${origin}/ar/new`)
  await page.fill('textarea[name=text]', QUESTION)
  await next()
  await page.check('input[value=inquiry]')
  await next()
  assert.match((await page.textContent('main a[href^="/ar/articles/"]')) ?? '', /تجديد جواز السفر/)
}

test('someone writes «الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد» and holds a number and a date at the right entity; a question is answered at once with its source', async (t) => {
  await t.test('in the web chat, without script', () => byTheChat(false))
  await t.test('in the web chat, with script', () => byTheChat(true))
  await t.test('on WhatsApp, its Arabic escaped', () => byWhatsapp('962791234567', escaped))
  await t.test('on WhatsApp, in plain letters', () => byWhatsapp('962791234568', (json) => json))
  await t.test('by the form', byTheForm)
})
