import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { followLadder, letTimeAct } from '#cases'
import { forecast, rollUpKeeper, watchSurges } from '#insight'
import { LOCALES } from '#words'
import type { App } from '../kit/app.ts'
import { aBusyYear } from '../kit/busy-year.ts'
import { heardAll } from '../kit/heard.ts'
import { aJourney } from '../kit/journey.ts'
import { routed, submitted } from '../kit/situations.ts'
import { sessionOf } from '../kit/staff.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where to leave pictures of the pages, for whoever looks at them. */
const PICTURES = process.env.SAWT_PICTURES

let browser: Browser
let app: App
let origin: string
let end: () => Promise<void>

const settle = async () => {
  const { tools, db } = app.country
  while ((await letTimeAct(tools)) > 0);
  while ((await followLadder(tools)) !== undefined);
  await heardAll(db, rollUpKeeper(tools))
}

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
  const { country } = app
  await aBusyYear(country, 900)
  for (let n = 0; n < 5; n++) await routed(country)
  country.clock.forward({ hours: 24 * 21 })
  await settle()
  await forecast(country.tools)
  for (let n = 0; n < 45; n++) await routed(country, GAS)
  await settle()
  await watchSurges(country.tools)
})

const GAS = {
  type: 'complaint',
  text: 'رائحة غاز قوية قرب المدرسة',
  requester: { name: 'فاطمة', phone: '+97333001122' },
}

after(async () => {
  await app.tools.room.close()
  await end()
})

const HEIGHTS: Record<number, number> = { 1920: 1080, 1440: 900 }

async function atWall(locale: string, path: string, width: number) {
  const context = await browser.newContext({ viewport: { width, height: HEIGHTS[width] ?? 740 } })
  const cookie = await sessionOf(app, app.country.people.operator)
  await context.addCookies([{ name: 'staff', value: cookie, url: origin }])
  const page = await context.newPage()
  const answer = await page.goto(`${origin}/${locale}${path}`)
  assert.equal(answer?.status(), 200, path)
  return { page, close: () => context.close() }
}

/** What does not fit: the page itself, and each part of the wall. */
const scrolled = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.wall-part:not(.wall-now, .wall-late)')]
      .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.className}: ${part.scrollHeight} px in ${part.clientHeight}`),
  )

test('the wall and its desk are free of barriers in both languages, on a wall and on a telephone', async () => {
  for (const [name, path] of [
    ['wall', '/operations'],
    ['desk', '/operations/desk'],
  ] as const)
    for (const locale of LOCALES)
      for (const width of name === 'wall' ? [1920, 1440, 360] : [1440, 360]) {
        const { page, close } = await atWall(locale, path, width)
        if (name === 'wall') await page.waitForSelector('[data-state="live"]')
        if (PICTURES) {
          mkdirSync(PICTURES, { recursive: true })
          await page.screenshot({ path: `${PICTURES}/${name}-${locale}-${width}.png`, fullPage: true })
        }
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
        if (name === 'wall' && width > 1000) assert.deepEqual(await scrolled(page), [], `${locale} ${width}`)
        await close()
      }
})

test('a case that arrives is on the wall without reloading, and its alert says why', async () => {
  const { page, close } = await atWall('en', '/operations', 1440)
  await page.waitForSelector('[data-state="live"]')
  const received = page.locator('.wall-figures strong').first()
  assert.equal(await received.textContent(), '45')
  assert.match((await page.locator('.wall-surges').textContent()) ?? '', /Potholes: more than expected.*غاز/)
  await page.locator('.wall-flow summary').click()
  await submitted(app.country)
  await settle()
  await page.waitForFunction(() => document.querySelector('.wall-figures strong')?.textContent === '46')
  assert.equal(await page.locator('.wall-flow details[open]').count(), 1, 'what was unfolded stays so')
  await close()
})

test('an operator acknowledges an alert at the desk and reminds of a late case', async () => {
  const { page, close } = await atWall('en', '/operations/desk', 1440)
  await page.getByRole('button', { name: 'I have seen it' }).first().click()
  assert.match((await page.locator('.surges').textContent()) ?? '', /Seen/)
  await page
    .getByRole('button', { name: /^Remind/ })
    .first()
    .click()
  await page.getByText('The reminder was sent').waitFor()
  await close()
})
