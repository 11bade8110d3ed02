import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seedArticles } from '../../src/commands/seeding/articles.ts'
import { loadAssets } from '../../src/web/assets.ts'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/situations.ts'
import { sessionOf } from '../kit/staff.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const POWER = 'الكهرباء مقطوعة عنا من مبارح والموظف ما رد'
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } }
/** Where screenshots go, when somebody wants to look. */
const SHOTS = process.env.SHOTS

let browser: Browser
let app: App
let origin: string
let end: () => Promise<void>

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
  await seedArticles(app.tools)
})
after(() => end())

async function violations(page: Page, name: string): Promise<string[]> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name.replace(/\W+/g, '-')}.png`, fullPage: true })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  )
  return [
    ...(overflow > 0 ? [`${name} scrolls sideways by ${overflow}`] : []),
    ...found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target}`)),
  ]
}

async function asAgent(context: BrowserContext) {
  const value = await sessionOf(app, app.country.people.agent)
  await context.addCookies([{ name: 'staff', value, url: origin }])
}

for (const locale of ['ar', 'en'] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`answers, services and the chat can be used by everyone: ${locale}, ${size}`, async (t) => {
      const context = await browser.newContext({ viewport, bypassCSP: true, locale })
      t.after(() => context.close())
      const page = await context.newPage()
      const wrong: string[] = []
      const look = async (name: string) =>
        wrong.push(...(await violations(page, `${locale} ${size} ${name}`)))
      const visit = async (path: string, name = path) => {
        await page.goto(`${origin}/${locale}${path}`)
        await look(name)
      }
      await visit('/articles')
      await visit(`/articles?q=${encodeURIComponent('جواز')}`, 'search')
      await visit('/articles?q=zzzz', 'nothing')
      await visit('/articles/power-cut')
      await page.click('button[value=no]')
      await look('not helped')
      await visit('/services')
      await visit('/services/power-cuts')
      await visit('/chat', 'chat empty')
      for (const line of ['السلام عليكم', 'كيف أجدد جوازي؟', POWER, 'الزرقاء، شارع السعادة']) {
        const count = await page.locator('.bubble').count()
        await page.fill('[name=text]', line)
        await page.click('#chat-write button.main')
        await page.waitForFunction((before) => document.querySelectorAll('.bubble').length > before, count)
      }
      await look('chat check')
      await page.click('button[value="do:send"]')
      await page.waitForSelector('text=/26-\\d{4}-\\d{4}-\\d/')
      await look('chat filed')
      assert.deepEqual(wrong, [])
    })

for (const locale of ['ar', 'en'] as const)
  test(`the desk of the chat can be used by everyone: ${locale}`, async (t) => {
    const resident = await browser.newContext({ viewport: SIZES.phone, javaScriptEnabled: false })
    const context = await browser.newContext({ viewport: SIZES.desk, bypassCSP: true, locale })
    t.after(() => Promise.all([resident.close(), context.close()]))
    await asAgent(context)
    const theirs = await resident.newPage()
    await theirs.goto(`${origin}/${locale}/chat`)
    await theirs.fill('[name=text]', 'عندي موضوع طويل عن مدرسة ابني')
    await theirs.click('#chat-write button.main')
    await theirs.click('button[value="do:person"]')

    const page = await context.newPage()
    const wrong: string[] = []
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport)
      const look = async (name: string) =>
        wrong.push(...(await violations(page, `${locale} ${size} desk ${name}`)))
      for (const path of ['', '/answers', '/answers/new']) {
        await page.goto(`${origin}/${locale}/centre/chat${path}`)
        await look(path || 'queue')
      }
      await page.goto(`${origin}/${locale}/centre/chat`)
      await page.click('.row-link')
      await look('conversation')
    }
    await page.click('#chat-take button')
    await page.waitForSelector('#chat-write textarea[name=text]')
    await page.click('details.step summary')
    wrong.push(...(await violations(page, `${locale} desk taken`)))
    const articles = await browser.newContext({ viewport: SIZES.desk, bypassCSP: true, locale })
    t.after(() => articles.close())
    const value = await sessionOf(app, app.country.people.reviewer)
    await articles.addCookies([{ name: 'staff', value, url: origin }])
    const writing = await articles.newPage()
    const { id } = await a.answered(app.country)
    for (const [size, viewport] of Object.entries(SIZES)) {
      await writing.setViewportSize(viewport)
      for (const path of ['/desk/articles', '/desk/articles/new', `/desk/articles/from/${id}`]) {
        await writing.goto(`${origin}/${locale}${path}`)
        wrong.push(...(await violations(writing, `${locale} ${size} ${path.replace(id, 'case')}`)))
      }
    }
    assert.deepEqual(wrong, [])
  })

test('with script the chat goes on without reloading, and a person’s words and typing appear by themselves', async (t) => {
  const residents = await browser.newContext({ viewport: SIZES.phone })
  const desk = await browser.newContext({ viewport: SIZES.desk })
  t.after(() => Promise.all([residents.close(), desk.close()]))
  await asAgent(desk)
  const theirs = await residents.newPage()
  const broken: string[] = []
  theirs.on('pageerror', (error) => broken.push(String(error)))
  theirs.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  await theirs.goto(`${origin}/ar/chat`)
  await theirs.evaluate(() => Object.assign(globalThis, { stayed: true }))
  await theirs.fill('[name=text]', 'عندي سؤال عن <b>مدرسة</b> ابني في الحي')
  await theirs.press('[name=text]', 'Enter')
  await theirs.waitForSelector('.bubble.service')
  assert.equal(await theirs.inputValue('[name=text]'), '')
  await theirs.click('button[value="do:person"]')
  await theirs.waitForSelector('text=حوّلناك إلى مركز الاتصال')

  const agents = await desk.newPage()
  agents.on('pageerror', (error) => broken.push(String(error)))
  await agents.goto(`${origin}/ar/centre/chat`)
  await agents.click('.row-link')
  await agents.click('#chat-take button')
  await theirs.waitForSelector('text=معك الآن موظف من مركز الاتصال')
  await agents.fill('#chat-write textarea', 'أهلًا بك، ما اسم المدرسة؟')
  await theirs.waitForSelector('text=مركز الاتصال يكتب الآن')
  await agents.click('#chat-write button.main')
  await theirs.waitForSelector('text=ما اسم المدرسة؟')
  await theirs.fill('[name=text]', 'مدرسة النور')
  await agents.waitForSelector('text=مقدم الطلب يكتب الآن')
  await theirs.press('[name=text]', 'Enter')
  await agents.waitForSelector('text=مدرسة النور')
  assert.equal(await theirs.evaluate(() => (globalThis as { stayed?: boolean }).stayed), true)
  assert.deepEqual(broken, [])
})

test('the script of the chat weighs at most 8 KB', (t) => {
  const { gzip } = loadAssets().weight('chat.js')
  t.diagnostic(`${gzip} bytes`)
  assert.ok(gzip <= 8 * 1024)
})
