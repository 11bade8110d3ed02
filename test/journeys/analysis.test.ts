import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { LOCALES } from '#words'
import type { App } from '../kit/app.ts'
import { aBusyYear } from '../kit/busy-year.ts'
import { aJourney } from '../kit/journey.ts'
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
  await aBusyYear(app.country, 900)
})

after(() => end())

test('figures are free of barriers in both languages, on a desk and on a telephone, for leaders and for everybody', async () => {
  const { head, operator } = app.country.people
  const pages = [
    ['nation', operator, '/analysis?period=2026-09'],
    ['map', operator, '/analysis?period=2026&by=place'],
    ['head', head, '/analysis?period=2026-q3'],
    ['crossing', operator, '/analysis?period=2026&by=channel&category=potholes'],
    ['list', operator, '/analysis/cases?figure=onTime&period=2026-09'],
    ['overdue', head, '/analysis/cases?figure=overdue&period=2026-08'],
    ['take', head, '/analysis/cases/file?figure=overdue&period=2026-09'],
    ['scorecard', undefined, '/scorecard'],
  ] as const
  for (const [name, officer, path] of pages)
    for (const locale of LOCALES)
      for (const width of [1440, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } })
        if (officer)
          await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
        const page = await context.newPage()
        const answer = await page.goto(`${origin}/${locale}${path}`)
        assert.equal(answer?.status(), 200, path)
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
        const unseen = await page.evaluate(endsOutOfSight)
        assert.deepEqual(unseen, [], `${locale}${path} at ${width}`)
        await context.close()
      }
})

/** What a chart leads up to and cannot be seen without moving it: the newest month of lines, the ends of bars. */
const endsOutOfSight = () =>
  [...document.querySelectorAll('.chart-drawing')].flatMap((frame) => {
    const { left, right } = frame.getBoundingClientRect()
    return [...frame.querySelectorAll('.series circle, .series-name, .bar-value, .bar-name')].flatMap(
      (end) => {
        const box = end.getBoundingClientRect()
        return box.left < left - 1 || box.right > right + 1 ? [end.textContent || end.tagName] : []
      },
    )
  })
