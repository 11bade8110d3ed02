import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { automaticRouter, lessonTaker, pinOf, residentView, searchIndexer } from '#cases'
import { LOCALES } from '#words'
import type { App } from '../kit/app.ts'
import { heardAll } from '../kit/heard.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/situations.ts'
import { sessionOf } from '../kit/staff.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where to leave pictures of the pages, for whoever looks at them. */
const PICTURES = process.env.SAWT_PICTURES

let browser: Browser
let app: App
let origin: string
let end: () => Promise<void>

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
})

after(() => end())

const HOLE = { ...a.aPothole, text: 'حفرة في الشارع' }

/** A case that was routed without a person, as an administrator allowed it. */
async function routedByItself() {
  const { country, tools } = app
  const { admin } = country.people
  const context = await browser.newContext()
  await context.addCookies([{ name: 'staff', value: await sessionOf(app, admin), url: origin }])
  const page = await context.newPage()
  await page.goto(`${origin}/ar/admin/entities/works`)
  await page.check('input[name="above"][value="0.8"]')
  await page.click('#automatic button')
  await page.waitForURL(/done=saved/)
  await context.close()
  for (let tries = 0; tries < 20; tries++) {
    const found = await a.submitted(country, HOLE)
    await heardAll(tools.db, automaticRouter(tools))
    if ((await residentView(tools, found.id))?.state.automatic) return found
  }
  throw new Error('no case was routed without a person')
}

test('an administrator allows it, a case is routed by itself, and its resident objects, without a script', async () => {
  const found = await routedByItself()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(`${origin}/ar/follow`)
  await page.fill('input[name="reference"]', found.reference)
  await page.fill('input[name="pin"]', pinOf(app.tools.secret, found.id))
  await page.click('main form button')
  await page.waitForURL(/\/ar\/case/)
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: `${PICTURES}/resident-automatic-ar-360.png`, fullPage: true })
  }
  await page.click('a[href$="/case/contest"]')
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/resident-contest-ar-360.png`, fullPage: true })
  await page.click('main form button')
  await page.waitForURL(/done=contest/)
  assert.equal((await residentView(app.tools, found.id))?.state.stage, 'received')
  await context.close()
})

test('the pages that suggest are free of barriers in both languages, on a desk and on a telephone', async () => {
  const { country, tools } = app
  const { admin, reviewer, liaison } = country.people
  await a.answered(country)
  const written = await a.routed(country)
  const waiting = await a.submitted(country)
  await heardAll(tools.db, searchIndexer)
  await heardAll(tools.db, lessonTaker(tools))
  const pages = [
    ['quality', reviewer, '/desk/suggestions'],
    ['entity', admin, '/admin/entities/works'],
    ['reply', liaison, `/desk/cases/${written.id}`],
    ['route', reviewer, `/desk/cases/${waiting.id}`],
    ['search', reviewer, `/desk?view=all&q=${encodeURIComponent('حفر مدرسه')}`],
  ] as const
  for (const [name, officer, path] of pages)
    for (const locale of LOCALES)
      for (const width of [1440, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } })
        await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
        const page = await context.newPage()
        await page.goto(`${origin}/${locale}${path}`)
        if (name === 'search') assert.ok((await page.locator('mark').count()) > 0)
        await page.evaluate(AXE)
        // biome-ignore lint/suspicious/noExplicitAny: axe lives in the page
        const { violations } = await page.evaluate(() => (globalThis as any).axe.run())
        const said = violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
          id,
          nodes.map(({ html }) => html),
        ])
        assert.deepEqual(said, [], `${locale}${path} at ${width}`)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(wider <= 0, `${locale}${path} is ${wider} px wider than ${width}`)
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/${name}-${locale}-${width}.png`, fullPage: true })
        await context.close()
      }
})
