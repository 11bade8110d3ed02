import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { followLadder, letTimeAct } from '#cases'
import { forecast, rollUpKeeper, watchSurges } from '#insight'
import type { Officer } from '#people'
import { sql } from '#platform'
import { LOCALES, words } from '#words'
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
  // A wall is looked at with every governorate of its country.
  await country.owner.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    values ('JOAJL', null, 'governorate', 'محافظة عجلون', 'Ajloun'), ('JOBAL', null, 'governorate', 'محافظة البلقاء', 'Balqa'),
           ('JOJER', null, 'governorate', 'محافظة جرش', 'Jerash'), ('JOKAR', null, 'governorate', 'محافظة الكرك', 'Karak'),
           ('JOMAD', null, 'governorate', 'محافظة مادبا', 'Madaba'), ('JOTAF', null, 'governorate', 'محافظة الطفيلة', 'Tafilah')`)
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

async function atWall(
  locale: string,
  path: string,
  width: number,
  officer: Officer = app.country.people.operator,
) {
  const context = await browser.newContext({ viewport: { width, height: HEIGHTS[width] ?? 740 } })
  const cookie = await sessionOf(app, officer)
  await context.addCookies([{ name: 'staff', value: cookie, url: origin }])
  const page = await context.newPage()
  const answer = await page.goto(`${origin}/${locale}${path}`)
  assert.equal(answer?.status(), 200, path)
  return { page, close: () => context.close() }
}

async function pictured(page: Page, name: string) {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

/** What does not fit: the page itself, and each part of the wall. */
const scrolled = (page: Page) =>
  page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll(
        '.wall-part:not(.wall-now, .wall-late), .wall-places, .wall .chart-drawing',
      ),
    ]
      .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.className}: ${part.scrollHeight} px in ${part.clientHeight}`),
  )

test('the wall, its desk and the lists behind its numbers are free of barriers in both languages, on a wall and on a telephone', async () => {
  for (const [name, path] of [
    ['wall', '/operations'],
    ['desk', '/operations/desk'],
    ['list', '/operations/cases?list=operations'],
  ] as const)
    for (const locale of LOCALES)
      for (const width of name === 'wall' ? [1920, 1440, 360] : [1440, 360]) {
        const { page, close } = await atWall(locale, path, width)
        if (name === 'wall') await page.waitForSelector('[data-state="live"]')
        await pictured(page, `${name}-${locale}-${width}`)
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
  await received.locator('a').focus()
  await submitted(app.country)
  await settle()
  await page.waitForFunction(() => document.querySelector('.wall-figures strong')?.textContent === '46')
  assert.equal(await page.locator('.wall-flow details[open]').count(), 1, 'what was unfolded stays so')
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    '46',
    'the keyboard stays where it was',
  )
  await page.keyboard.press('Enter')
  await page.getByText('46 cases').waitFor()
  await close()
})

const eventsOf = (step: string) =>
  app.country.db.rows<{ role: string; actor: string }>(sql`
    select role, actor_id as actor from case_events where step = ${step} and role = 'operator' order by at, case_id`)

for (const [turn, locale] of LOCALES.entries()) {
  const { operations, desk, problems } = words(locale)

  test(`at the desk an operator reminds, takes over and orders a reply; each stands in the history (${locale})`, async () => {
    const { operator } = app.country.people
    const { page, close } = await atWall(locale, '/operations/desk', 1440)
    const first = page.locator('tbody tr').first()
    await first.getByRole('button', { name: new RegExp(`^${operations.remind}`) }).click()
    await page.getByText(operations.reminded).waitFor()
    await first.getByRole('button', { name: new RegExp(`^${operations.takeOver.short}`) }).click()
    await page.getByText(operations.taken).waitFor()
    await page
      .locator('tbody tr')
      .last()
      .getByRole('link', { name: new RegExp(`^${operations.orderReply}`) })
      .click()
    await page.getByLabel(desk.ask.order).fill('أرسلوا فريقًا اليوم، وأجيبوا قبل الظهر.')
    await page.getByRole('button', { name: desk.submit.order }).click()
    await page.getByText('أرسلوا فريقًا اليوم، وأجيبوا قبل الظهر.').first().waitFor()
    for (const step of ['remind', 'route', 'order']) {
      const taken = await eventsOf(step)
      assert.equal(taken.length, turn + 1, step)
      assert.ok(
        taken.every(({ role, actor }) => role === 'operator' && actor === operator.id),
        step,
      )
    }
    await close()
  })

  test(`an alert becomes a known problem that everybody reads, and follows instead of filing (${locale})`, async () => {
    const { page, close } = await atWall(locale, '/operations/desk', 1440)
    await page.getByRole('link', { name: operations.announceThis }).first().click()
    await pictured(page, `announce-${locale}-1440`)
    assert.match(await page.locator('#announce-titleAr').inputValue(), /الحفر/)
    assert.equal(await page.locator('#announce-category').inputValue(), 'potholes')
    assert.equal(await page.locator('#announce-entity').inputValue(), 'works')
    await page.locator('#announce-textAr').fill('')
    await page.getByRole('button', { name: operations.announceNow }).click()
    await page.locator('[role="alert"], .error-summary').first().waitFor()
    const said = {
      ar: `رائحة غاز قرب المدرسة ${turn}: الفريق في الطريق.`,
      en: `Gas near the school ${turn}: a team is on its way.`,
    }
    await page.locator('#announce-textAr').fill(said.ar)
    await page.locator('#announce-textEn').fill(said.en)
    await page.getByRole('button', { name: operations.announceNow }).click()
    await page.getByText(problems.done.announce).waitFor()
    const steps = await app.country.db.rows<{ step: string; role: string }>(sql`
      select step, role from problem_events order by at, problem_id, seq`)
    assert.deepEqual(
      steps.slice(turn * 2).map(({ step, role }) => `${step} ${role}`),
      ['declare operator', 'announce operator'],
    )
    await close()
    const resident = await browser.newPage()
    await resident.goto(`${origin}/${locale}`)
    await resident.getByText(said[locale]).first().waitFor()
    await resident.getByRole('link', { name: problems.announcement.too }).first().click()
    await resident.getByLabel(problems.known.phone).fill(`3600123${turn}`)
    await resident.getByRole('button', { name: problems.known.go }).click()
    await resident.getByText(problems.known.done).first().waitFor()
    await resident.close()
  })

  test(`a head and a minister see their part live, and nothing to press (${locale})`, async () => {
    const { people } = app.country
    for (const [role, officer] of [
      ['head', people.head],
      ['minister', people.minister],
    ] as const) {
      const { page, close } = await atWall(locale, '/operations', 1440, officer)
      await page.waitForSelector('[data-state="live"]')
      await pictured(page, `wall-${role}-${locale}-1440`)
      assert.deepEqual(await scrolled(page), [], role)
      assert.equal(await page.locator('main form, main button').count(), 0)
      const received = page.locator('.wall-figures strong').first()
      const before = Number(await received.textContent())
      await routed(app.country, GAS)
      await settle()
      await page.waitForFunction(
        (more) => document.querySelector('.wall-figures strong')?.textContent === String(more),
        before + 1,
      )
      await close()
    }
  })
}

test('an operator acknowledges an alert at the desk', async () => {
  const { page, close } = await atWall('en', '/operations/desk', 1440)
  await page.getByRole('button', { name: 'I have seen it' }).first().click()
  assert.match((await page.locator('.surges').textContent()) ?? '', /Seen/)
  await close()
})
