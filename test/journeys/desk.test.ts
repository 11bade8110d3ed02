import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CaseState } from '#cases'
import { type Officer, plantStaff } from '#people'
import { LOCALES } from '#words'
import { demonstrationSecrets } from '../../src/commands/seeding/demonstration.ts'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/situations.ts'
import { sessionOf } from '../kit/staff.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }

let browser: Browser
let app: App
let origin: string
let end: () => Promise<void>

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
})

after(() => end())

/** A browser of an officer's own, signed in. */
async function windowOf(officer: Officer, viewport = WIDE): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
  return context
}

/** Signs in as staff do: address, password, and the code that a demonstration shows. */
async function signedIn(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${origin}/ar/desk`)
  await page.fill('#email', email)
  await page.fill('#password', demonstrationSecrets().password)
  await page.click('main button.main')
  await page.click('main button.main')
  return page
}

test('in four windows, in Arabic, without script: routed, answered, verified and released', async () => {
  const people = [
    { name: 'مريم', email: 'reviewer@sawt.example', grants: [{ role: 'reviewer' }] },
    { name: 'حسين', email: 'liaison@sawt.example', grants: [{ role: 'liaison', entity: 'works' }] },
    { name: 'راشد', email: 'reviewer2@sawt.example', grants: [{ role: 'reviewer' }] },
    { name: 'خالد', email: 'releaser@sawt.example', grants: [{ role: 'releaser' }] },
  ].map((person) => ({ ...person, language: 'ar' as const }))
  a.granted(await plantStaff(app.tools, { ...demonstrationSecrets(), people }))
  const { reference } = await a.submitted(app.country, {
    ...a.aPothole,
    text: 'في حفرة في الشارع أمام المدرسة.',
  })
  const [reviewer, liaison, other, releaser] = [
    await signedIn('reviewer@sawt.example'),
    await signedIn('liaison@sawt.example'),
    await signedIn('reviewer2@sawt.example'),
    await signedIn('releaser@sawt.example'),
  ]
  assert.equal(await reviewer.locator('html').getAttribute('dir'), 'rtl')
  await reviewer.click('a.row-link')
  await reviewer.click('main button.main')
  await reviewer.getByText('أُحيل الطلب').first().waitFor()

  await liaison.goto(`${origin}/ar/desk`)
  await liaison.click('a.row-link')
  await liaison.fill('#reply-text', 'ردمنا الحفرة أمام المدرسة أمس، وعبّدنا الشارع من جديد.')
  await liaison.fill('#reply-points-0-answer', 'رُدمت أمس')
  await liaison.check('#reply-outcome')
  await liaison.click('main button.main')
  await liaison.getByText('كُتب الرد').first().waitFor()

  await other.fill('#search', reference)
  await other.press('#search', 'Enter')
  await other.click('main button.main')
  await other.getByText('اجتاز الرد المراجعة الأولى').first().waitFor()

  await releaser.goto(`${origin}/ar/desk`)
  await releaser.click('a.row-link')
  await releaser.click('main button.main')
  await releaser.getByText('أُرسل الرد إلى مقدم الطلب').first().waitFor()
})

test('by keyboard: down the list, into a case, to its next step, and the list of keys', async (t) => {
  const first = await a.submitted(app.country)
  await a.submitted(app.country)
  const context = await windowOf(app.country.people.reviewer)
  t.after(() => context.close())
  const page = await context.newPage()
  await page.goto(`${origin}/en/desk`)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id)
  assert.equal(await focused(), await page.locator('a.row-link').first().getAttribute('href'))
  await page.keyboard.press('?')
  assert.ok(await page.locator('dialog#keys').isVisible())
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  assert.equal(await focused(), 'search')
  await page.keyboard.type('jk?')
  assert.equal(await page.inputValue('#search'), 'jk?')
  await page.goto(`${origin}/en/desk/cases/${first.id}`)
  await page.keyboard.press('n')
  assert.match(await page.evaluate(() => document.activeElement?.tagName ?? ''), /SELECT|BUTTON/)
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

test('no page of staff has a fault that axe finds, or is wider than a phone, in either language', async (t) => {
  const { country } = app
  const { people } = country
  const cases = await everyStage()
  const { reviewer, liaison, releaser, handler, head } = people
  const readers = [reviewer, liaison, reviewer, handler, reviewer, releaser, liaison, releaser, head]
  const windows = new Map<Officer, BrowserContext>()
  for (const officer of Object.values(people)) windows.set(officer, await windowOf(officer))
  const nobody = await browser.newContext({ viewport: WIDE })
  t.after(() => Promise.all([nobody, ...windows.values()].map((each) => each.close())))
  const faults: string[] = []
  const look = async (page: Page, name: string) => {
    faults.push(...(await violations(page)).map((fault) => `${name}: ${fault}`))
    await page.setViewportSize(PHONE)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) faults.push(`${name}: ${wide} pixels too wide`)
    await page.setViewportSize(WIDE)
  }
  const visit = async (
    context: BrowserContext | undefined,
    path: string,
    act?: (page: Page) => Promise<unknown>,
  ) => {
    const page = await (context as BrowserContext).newPage()
    page.on('pageerror', ({ message }) => faults.push(`${path}: ${message}`))
    await page.goto(origin + path)
    await act?.(page)
    await look(page, path)
    const url = page.url()
    await page.close()
    return url
  }
  for (const locale of LOCALES) {
    const desk = `/${locale}/desk`
    await visit(nobody, `/${locale}/staff/sign-in`)
    await visit(nobody, `/${locale}/staff/sign-in`, (page) => page.click('main button.main'))
    await visit(nobody, `/${locale}/staff/sign-in/code`)
    await visit(nobody, `/${locale}/answer/nothing`)
    await visit(windows.get(people.liaison), `/${locale}/staff/password`)
    await visit(windows.get(people.liaison), `${desk}/templates`)
    await visit(windows.get(people.liaison), `${desk}/templates/new`, (page) =>
      page.click('main button.main'),
    )
    await visit(windows.get(people.reviewer), `${desk}?view=all`)
    await visit(windows.get(people.reviewer), `${desk}?view=all&type=praise`)
    await visit(windows.get(people.electrician), desk)
    await visit(windows.get(people.agent), `/${locale}/centre`, (page) => page.click('main button.main'))
    await visit(windows.get(people.agent), `/${locale}/centre/new`, async (page) => {
      await page.fill('#text', 'الكهرباء مقطوعة')
      await page.click('main button.main')
    })
    for (const [at, { id }] of cases.entries())
      await visit(windows.get(readers[at] ?? people.reviewer), `${desk}/cases/${id}`)
    const [received, , unjoined] = cases
    await visit(windows.get(people.reviewer), `${desk}/cases/${received?.id}`, async (page) => {
      for (const step of await page.locator('details.step').all())
        await step.evaluate((each) => each.setAttribute('open', ''))
      await page.click('#ask button')
    })
    await visit(windows.get(people.reviewer), `${desk}/cases/${unjoined?.id}`, async (page) => {
      await page.click('#entity-link button.main, #entity-link button')
      const letter = await page.inputValue('#letter')
      const [address = ''] = /http\S+answer\/\S+/.exec(letter) ?? []
      await visit(nobody, new URL(address).pathname, (answer) => answer.click('main button.main'))
    })
  }
  assert.deepEqual(faults, [])
})

/** A case in every stage, with one whose entity has not joined, one in parts, one merged and one objected to. */
async function everyStage(): Promise<CaseState[]> {
  const { country } = app
  const { reviewer, liaison } = country.people
  const office = a.staff(reviewer)
  const promised = { ...a.A_REPLY, actions: [{ text: 'تعبيد الشارع', dueOn: '2026-12-01' }] }
  const received = await a.submitted(country)
  const split = await a.through(country, await a.submitted(country), [
    office,
    'split',
    { parts: ['works', 'electricity'].map((entity) => ({ entity, text: 'ما يخصكم من هذا' })) },
  ])
  return [
    received,
    await a.routed(country),
    await a.through(country, await a.submitted(country), [office, 'route', { entity: 'housing' }]),
    await a.through(country, await a.routed(country), [a.staff(liaison), 'assign', { unit: 'works-roads' }]),
    await a.through(country, await a.routed(country), [a.staff(liaison), 'reply', promised]),
    await a.verified(country),
    await a.answered(country),
    await a.through(country, await a.answered(country), [
      a.resident,
      'object',
      { reason: 'ما زالت الحفرة مكانها' },
    ]),
    await a.through(country, await a.submitted(country), [a.resident, 'withdraw']),
    await a.through(country, await a.submitted(country), [office, 'merge', { into: received.id }]),
    split,
  ]
}
