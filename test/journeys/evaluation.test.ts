import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { freezeAgain, keepEvaluations, qualityQueue, reviewReply, rollUpKeeper } from '#insight'
import type { Officer } from '#people'
import { sql } from '#platform'
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
  await anOctober()
})

after(() => end())

/** Answers in time and late, returned, objected to and rated; a sample of which six are reviewed. */
async function anOctober() {
  const { country } = app
  const { people, tools } = country
  await country.owner.run(sql`
    insert into entities (id, name_ar, name_en, sector_id, onboarding, calendar_id)
    values ('water', 'هيئة المياه', 'Water Authority', 'infrastructure', 'joined', 'government'),
           ('parks', 'إدارة الحدائق', 'Parks Department', 'people', 'joined', 'government')`)
  app.tools.forget()
  const directory = await app.tools.directory()
  const all = { ...country, tools: { ...tools, directory: async () => directory } }
  for (let at = 0; at < 14; at++) {
    const entity = ['works', 'works', 'electricity', 'water', 'parks'][at % 5] ?? 'works'
    const category = entity === 'electricity' ? 'power-cuts' : 'potholes'
    const given = await a.through(all, await a.submitted(all), [
      a.staff(people.reviewer),
      'route',
      { entity, category },
    ])
    country.clock.forward({ hours: at % 4 === 0 ? 24 * 9 : 20 })
    const author = { works: people.liaison, electricity: people.electrician }[entity] ?? people.reviewer
    await a.through(all, given, [a.staff(author), 'reply', a.A_REPLY])
    if (at % 5 === 1)
      await a.through(
        all,
        given,
        [a.staff(people.otherReviewer), 'return', { reason: 'ناقص' }],
        [a.staff(author), 'reply', a.A_REPLY],
      )
    await a.through(
      all,
      given,
      [a.staff(people.otherReviewer), 'verify'],
      [a.staff(people.releaser), 'release'],
    )
    if (at % 3 === 0) await a.through(all, given, [a.resident, 'rate', { solved: 5 - (at % 2), respect: 5 }])
    country.clock.set(`2026-10-${String(2 + at).padStart(2, '0')}T10:00:00+03:00`)
  }
  await heardAll(country.db, rollUpKeeper(tools))
  country.clock.set('2026-11-01T06:00:00+03:00')
  assert.equal(await keepEvaluations(all.tools), 1)
  const waiting = (await qualityQueue(tools, people.otherReleaser)) ?? []
  const marks = { points: '4', outcome: '3', nextStep: '3', tone: '4', language: '4' }
  for (const each of waiting.slice(2))
    a.granted(await reviewReply(tools, people.otherReleaser, { ...each, marks }))
  a.granted(await freezeAgain(all.tools, people.analyst, { month: '2026-10', note: 'دخلت مراجعات الردود' }))
}

async function at(officer: Officer, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
  return context.newPage()
}

async function withoutBarriers(page: Page, name: string, width: number) {
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  }
  await page.evaluate(AXE)
  // biome-ignore lint/suspicious/noExplicitAny: axe lives in the page
  const { violations } = await page.evaluate(() => (globalThis as any).axe.run())
  const said = violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
    id,
    nodes.map(({ html }) => html),
  ])
  assert.deepEqual(said, [], name)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(wider <= 0, `${name} is ${wider} px wider than ${width}`)
}

test('a head reads the card, answers to it and comes to the file of people, in both languages, on a desk and on a telephone', async () => {
  const { head } = app.country.people
  for (const locale of LOCALES)
    for (const width of [1440, 360]) {
      const page = await at(head, width)
      await page.goto(`${origin}/${locale}/evaluation`)
      await withoutBarriers(page, `list-${locale}-${width}`, width)
      await page.locator('tbody a').first().click()
      await page.locator('textarea[name=said]').fill(`كان ثلاثة فنيين في إجازة (${locale} ${width})`)
      await page.locator('form:has(textarea) button').click()
      await page.locator('.notice.done').waitFor()
      assert.match((await page.locator('#comments').textContent()) ?? '', new RegExp(`${locale} ${width}`))
      await withoutBarriers(page, `card-${locale}-${width}`, width)
      const card = page.url()
      await page.locator('a[href*="what=on-time"]').click()
      await page.locator('tbody a').first().waitFor()
      await withoutBarriers(page, `counted-${locale}-${width}`, width)
      await page.goto(card)
      await page.locator('details.details summary').first().click()
      await withoutBarriers(page, `how-${locale}-${width}`, width)
      await page.goto(`${origin}/${locale}/evaluation/people?month=2026-10`)
      await withoutBarriers(page, `people-${locale}-${width}`, width)
      await page.context().close()
    }
})

test('an analyst sees the nation by size groups and reviews a sampled reply without a mark forgotten', async () => {
  const { analyst } = app.country.people
  for (const [locale, width] of [
    ['ar', 1440],
    ['en', 360],
  ] as const) {
    const page = await at(analyst, width)
    await page.goto(`${origin}/${locale}/evaluation`)
    await withoutBarriers(page, `nation-${locale}-${width}`, width)
    await page.goto(`${origin}/${locale}/evaluation/quality`)
    await withoutBarriers(page, `queue-${locale}-${width}`, width)
    await page.locator('tbody a').first().click()
    await page.locator('form:has(input[name=tone]) button').click()
    assert.equal((await page.locator('[aria-invalid], .error-summary li, .errors li').count()) > 0, true)
    for (const name of ['points', 'outcome', 'nextStep', 'tone', 'language'])
      await page.locator(`input[name=${name}][value="3"]`).check({ force: true })
    await withoutBarriers(page, `review-${locale}-${width}`, width)
    await page.locator('form:has(input[name=tone]) button').click()
    await page.locator('.notice.done').waitFor()
    await page.context().close()
  }
})

test('an analyst reads the month in words, in both languages, on a desk and on a telephone', async () => {
  const { analyst } = app.country.people
  for (const [locale, width] of [
    ['ar', 360],
    ['en', 1440],
  ] as const) {
    const page = await at(analyst, width)
    await page.goto(`${origin}/${locale}/reports`)
    assert.match((await page.locator('main').textContent()) ?? '', /14 /)
    await withoutBarriers(page, `report-${locale}-${width}`, width)
    await page.context().close()
  }
})
