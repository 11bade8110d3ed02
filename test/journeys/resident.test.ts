import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { findWithPin, pinOf } from '#cases'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/situations.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const STORY = 'في حفرة كبيرة قدام مدرسة البنات من أسبوعين. خربت تاير سيارتي وأخاف على الأطفال.'
const PHONE = { width: 360, height: 740 }

let browser: Browser
let app: App
let origin: string
let end: () => Promise<void>

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
})

after(() => end())

const next = (page: Page) => page.click('main form button.main')
const photo = async () => ({
  name: 'IMG_2041.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#765' } })
    .jpeg()
    .toBuffer(),
})

/** Answers every question of a complaint, looking at each page on the way. */
async function file(page: Page, locale: string, look: (name: string) => unknown = () => undefined) {
  await page.goto(`${origin}/${locale}/new`)
  await look('text')
  await next(page)
  await look('text with an error')
  await page.fill('textarea[name=text]', STORY)
  await next(page)
  await look('type')
  await page.check('input[value=complaint]')
  await next(page)
  await look('category')
  await page.check('input[value=potholes]')
  await next(page)
  await look('entity')
  await next(page)
  await look('place')
  await page.fill('[name="place.text"]', 'أمام البوابة الشمالية')
  await next(page)
  await look('remedy')
  await page.fill('[name=remedy]', 'أتمنى تسدونها')
  await next(page)
  await page.setInputFiles('[name=files]', await photo())
  await page.click('button[name=attach]')
  await look('files')
  await next(page)
  await look('who')
  await page.check('input[value=hidden]')
  await next(page)
  await page.fill('[name=phone]', '12')
  await next(page)
  await look('contact with errors')
  await page.fill('[name=name]', 'فاطمة علي')
  await page.fill('[name=phone]', '+973 3300 1122')
  await next(page)
  await look('check')
}

async function secrets(page: Page): Promise<{ reference: string; pin: string }> {
  const [reference = '', pin = ''] = await page.locator('.confirmation bdi').allTextContents()
  return { reference, pin }
}

test('on a phone, in Arabic, without script: from what happened to the answer, and back with an objection', async (t) => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  t.after(() => context.close())
  const page = await context.newPage()
  await page.goto(origin)
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
  await page.click('main a.button.main')
  await file(page, 'ar')
  // A browser knows no way back while it is still on its way here.
  await page.waitForURL('**/ar/new/check', { waitUntil: 'load' })
  await page.goBack()
  await page.goForward()
  await next(page)
  assert.ok(page.url().endsWith('/ar/new/sent'))
  const { reference, pin } = await secrets(page)

  // Another device, with nothing but number and PIN.
  const other = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  t.after(() => other.close())
  const there = await other.newPage()
  await there.goto(`${origin}/ar/follow`)
  await there.fill('[name=reference]', reference)
  await there.fill('[name=pin]', pin)
  await next(there)
  assert.ok(there.url().endsWith('/ar/case'))
  assert.match((await there.textContent('h1')) ?? '', /سنجيبك في موعد أقصاه الخميس 8 أكتوبر/)
  const [download] = await Promise.all([there.waitForEvent('download'), there.click('a[download]')])
  assert.equal(download.suggestedFilename(), 'IMG_2041.jpg')
  await there.click('a[href$="/case/add"]')
  await there.fill('[name=text]', 'سقط فيها طفل اليوم')
  await next(there)
  assert.ok((await there.textContent('.timeline'))?.includes('سقط فيها طفل اليوم'))

  const { people } = app.country
  const found = await findWithPin(app.tools, { reference, pin })
  assert.ok(found.ok)
  const state = found.value
  await a.through(
    app.country,
    state,
    [a.staff(people.reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [a.staff(people.liaison), 'ask', { question: 'أي بوابة؟' }],
  )
  await there.reload()
  await there.fill('[name=text]', 'الشمالية')
  await next(there)
  await a.through(
    app.country,
    state,
    [a.staff(people.liaison), 'reply', a.A_REPLY],
    [a.staff(people.reviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  await there.reload()
  assert.ok((await there.textContent('#answer'))?.includes(a.A_REPLY.text))
  await there.click('a[href$="/case/rate"]')
  await there.check('#solved-2')
  await there.check('#respect-4')
  await next(there)
  await there.click('a[href$="/case/object"]')
  await there.fill('[name=reason]', 'ما زالت الحفرة كما هي')
  await next(there)
  assert.ok((await there.textContent('main'))?.includes('وصل اعتراضك'))
})

/** Script is on for axe alone: the pages forbid it, so their policy is set aside. */
const looking = (locale: string): Promise<BrowserContext> =>
  browser.newContext({ viewport: PHONE, bypassCSP: true, locale })

async function violations(page: Page, name: string): Promise<string[]> {
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

for (const locale of ['ar', 'en']) {
  test(`every page of a resident can be used by everyone, ${locale}`, async (t) => {
    const context = await looking(locale)
    t.after(() => context.close())
    const page = await context.newPage()
    const wrong: string[] = []
    const look = async (name: string) => wrong.push(...(await violations(page, name)))
    const visit = async (path: string) => {
      await page.goto(`${origin}/${locale}${path}`)
      await look(path)
    }
    for (const path of ['', '/about', '/help', '/violation', '/follow', '/sign-in']) await visit(path)
    await file(page, locale, look)
    for (const path of ['', '/new', '/new/discard', '/new/violation', '/new/check']) await visit(path)
    await next(page)
    await look('sent')
    for (const path of ['/case', '/case/add', '/case/withdraw']) await visit(path)

    const { people } = app.country
    const answered = await a.answered(app.country)
    const asked = await a.through(app.country, await a.routed(app.country), [
      a.staff(people.liaison),
      'ask',
      { question: 'أي بوابة؟' },
    ])
    for (const found of [asked, answered]) {
      await openCase(page, locale, found)
      await look(`case ${found.stage}`)
    }
    for (const path of ['/case/rate', '/case/object', '/case/accept']) await visit(path)
    await signIn(page, locale, look)
    for (const path of ['/my', '/my/details']) await visit(path)
    assert.deepEqual(wrong, [])
  })
}

async function openCase(page: Page, locale: string, { reference, id }: { reference: string; id: string }) {
  await page.goto(`${origin}/${locale}/follow`)
  await page.fill('[name=reference]', reference)
  await page.fill('[name=pin]', pinOf(app.tools.secret, id))
  await next(page)
}

async function signIn(page: Page, locale: string, look: (name: string) => unknown) {
  await page.goto(`${origin}/${locale}/sign-in`)
  await page.fill('[name=contact]', `+9733600${locale === 'ar' ? '1111' : '2222'}`)
  await next(page)
  await look('code')
  await page.fill('[name=code]', (await page.textContent('.notice bdi')) ?? '')
  await next(page)
}

test('a first look weighs at most 15 KB without its font, in six requests, with no script', async (t) => {
  const weights: Record<string, number> = {}
  for (const path of ['/ar', '/en', '/ar/new/text', '/ar/follow', '/ar/sign-in']) {
    const answers: { url: string; type: string; body: Buffer }[] = []
    const fresh = await browser.newContext({ viewport: PHONE })
    const first = await fresh.newPage()
    first.on('response', async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0))
      answers.push({ url: response.url(), type: response.request().resourceType(), body })
    })
    await first.goto(origin + path, { waitUntil: 'networkidle' })
    assert.ok(answers.length <= 6, `${path} asks ${answers.length} times`)
    assert.ok(!answers.some(({ type }) => type === 'script'))
    weights[path] = answers
      .filter(({ type }) => type === 'document' || type === 'stylesheet')
      .reduce((sum, { body }) => sum + gzipSync(body).length, 0)
    await fresh.close()
  }
  t.diagnostic(JSON.stringify(weights))
  for (const [path, weight] of Object.entries(weights))
    assert.ok(weight <= 15 * 1024, `${path}: ${weight} bytes`)
})
