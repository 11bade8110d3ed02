import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { travelInTime } from '#cases'
import { LOCALES } from '#words'
import type { App } from '../kit/app.ts'
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

/** A case that was asked about, extended and left lying until it is late. */
async function aCaseWithAStory(): Promise<string> {
  const { country, tools } = app
  const { liaison } = country.people
  const asked = await a.through(country, await a.routed(country), [
    a.staff(liaison),
    'ask',
    { question: 'أين؟' },
  ])
  country.clock.forward({ days: 4 })
  await a.through(
    country,
    asked,
    [a.resident, 'add', { text: 'أمام المدرسة' }],
    [a.staff(liaison), 'extend', { days: 2, reason: 'قطعة ناقصة' }],
  )
  await a.through(
    country,
    await a.routed(country),
    [a.staff(liaison), 'reply', { ...a.A_REPLY, actions: [{ text: 'نركب إنارة', dueOn: '2026-10-08' }] }],
    [a.staff(country.people.reviewer), 'verify'],
    [a.staff(country.people.releaser), 'release'],
  )
  const { demonstrationClock: clock } = tools
  assert.ok(clock)
  await travelInTime({ ...tools, clock }, clock.now().add({ hours: 12 * 24 }))
  return asked.id
}

test('the pages about time are free of barriers in both languages, on a desk and on a telephone', async () => {
  const { admin, liaison } = app.country.people
  const id = await aCaseWithAStory()
  const pages = [
    ['clock', admin, '/admin/clock'],
    ['ladder', admin, '/admin/ladder'],
    ['rung', admin, '/admin/ladder/rung?id=reply%2Fminister'],
    ['case', liaison, `/desk/cases/${id}`],
    ['dates', liaison, `/desk/cases/${id}/dates`],
    ['soon', liaison, '/desk/soon'],
    ['promised', liaison, '/desk/promised?view=late'],
  ] as const
  for (const [name, officer, path] of pages)
    for (const locale of LOCALES)
      for (const width of [1440, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } })
        await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
        const page = await context.newPage()
        await page.goto(`${origin}/${locale}${path}`)
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
        if (PICTURES) {
          mkdirSync(PICTURES, { recursive: true })
          await page.screenshot({ path: `${PICTURES}/${name}-${locale}-${width}.png`, fullPage: true })
        }
        await context.close()
      }
})
