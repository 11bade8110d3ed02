import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { indicators, reconcile } from '#insight'
import type { Officer } from '#people'
import { openLog, sql } from '#platform'
import { judgeFixes, rebuildProblems, tellFollowers } from '#problems'
import { aVisitor, sentBy, textOf } from '../../src/web/resident/filing.examples.ts'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/problems.ts'
import { step as caseStep, granted, staff } from '../kit/situations.ts'
import { sessionOf } from '../kit/staff.ts'

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

const POWER = [
  'الكهرباء تنقطع كل يوم الظهر في مجمعنا ساعتين.',
  'كل ظهر تقطع الكهربا عندنا والمكيفات تتوقف.',
  'انقطاع الكهرباء يوميا وقت الظهر في المجمع، ساعة أو ساعتين.',
  'الكهرباء مقطوعة كل يوم وقت الظهر والجو حار.',
  'كهرباء المجمع تنقطع الظهر يوميا من أسبوعين.',
  'تنقطع الكهرباء عنا كل ظهر، والثلاجة خربت من كثر الانقطاع.',
]
/** Announced works that many write about: no fault. */
const ALLOWANCE = [
  'تأخر صرف علاوة السكن لهذا الشهر ولم تصلني.',
  'علاوة السكن ما نزلت هذا الشهر، متأخرة عشرة أيام.',
  'لم تُصرف علاوة السكن حتى اليوم وهي متأخرة كل شهر.',
  'علاوة السكن متأخرة، تنزل كل شهر في غير موعدها.',
  'صرف علاوة السكن يتأخر كل شهر ولا أحد يخبرنا بالسبب.',
]

const today = (days = 0) =>
  app.country.clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().add({ days }).toString()

/** A browser without script; an officer's is signed in, a while ago or not. */
async function pageOf(path: string, officer?: Officer): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: false,
  })
  if (officer)
    await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(origin + path)
  return page
}

const next = (page: Page) => page.click('main form button.main')

/** Somebody without an account, on a browser without script, from the first question to the number. */
async function file(text: string, category: string, phone: string) {
  const page = await pageOf('/ar/new')
  await page.fill('textarea[name=text]', text)
  await next(page)
  await page.check('input[value=complaint]')
  await next(page)
  await page.check(`input[value=${category}]`)
  for (const _ of ['category', 'entity', 'place', 'remedy', 'files']) await next(page)
  await page.check('input[value=guest]')
  await next(page)
  await page.fill('[name=phone]', phone)
  await next(page)
  await next(page)
  assert.ok(page.url().endsWith('/ar/new/sent'), `${page.url()}: ${await page.textContent('main')}`)
  await page.context().close()
}

/** Everybody of them, a day after the other, the first in a real browser; what follows by itself has followed. */
async function everybodyFiles(texts: readonly string[], category: string, prefix: string) {
  for (const [at, text] of texts.entries()) {
    const phone = `+973 ${prefix}${String(at).padStart(2, '0')}`
    if (at === 0) await file(text, category, phone)
    else await sentBy(aVisitor(app), answersOf(text, category, phone))
    app.country.clock.forward({ hours: 24 })
  }
  await a.settle(app.country)
}

/** An officer takes a step by its form on a page about a problem. @returns what the page says then */
async function take(officer: Officer, path: string, step: string, fields: Record<string, string> = {}) {
  const page = await pageOf(path, officer)
  const form = page.locator(`form[action$="/${step}"]`)
  const folded = page.locator('details:not([open])', { has: form }).locator('summary')
  if (await folded.count()) await folded.click()
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first()
    const kind = await field.evaluate((one) => `${one.tagName} ${one.getAttribute('type')}`)
    if (kind.startsWith('SELECT')) await field.selectOption(value)
    else if (kind.endsWith('radio')) await form.locator(`[name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }
  await form.locator('button').last().click()
  return told(page)
}

/** What a page says to whoever opens it, with a picture of it on request. */
async function read(path: string, officer?: Officer, name?: string): Promise<string> {
  const page = await pageOf(path, officer)
  if (PICTURES && name) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: `${PICTURES}/road-${name}.png`, fullPage: true })
  }
  return told(page)
}

/** Reads a page for the last time. */
async function told(page: Page): Promise<string> {
  const said = textOf(await page.content())
  await page.context().close()
  return said
}

const OWNERS: Record<string, string> = {
  potholes: 'works',
  'power-cuts': 'electricity',
  'housing-requests': 'housing',
}
const answersOf = (text: string, category: string, phone: string) => ({
  text: { text },
  category: { category },
  entity: { entity: OWNERS[category] ?? '' },
  place: {},
  remedy: {},
  contact: { phone },
})

/** From the list of proposals to the one about a category. */
async function proposalOf(officer: Officer, category: string): Promise<string> {
  const page = await pageOf('/en/desk/problems?view=proposed', officer)
  await page.click(`main a:has-text("${category}")`)
  const { pathname } = new URL(page.url())
  await page.context().close()
  return pathname
}

/** Sends the one answer to all cases that wait for this turn. */
async function sendAll(officer: Officer, path: string, turn: string): Promise<string> {
  const page = await pageOf(`${path}/answer?turn=${turn}`, officer)
  await page.locator(`form[action$="/answer/${turn}"] button`).last().click()
  return told(page)
}

test('a planted fault is proposed, accepted, owned, announced, fixed, answered and proven held', async () => {
  const { country } = app
  const { analyst, liaison, head, reviewer, releaser, operator } = country.people

  // People bring it in their own words; nobody asks them whether others have it too.
  await everybodyFiles(a.DARK_STREET.slice(0, 7), 'potholes', '335501')
  const path = await proposalOf(analyst, 'Potholes')
  const proposal = await read(path, analyst, '1-proposal')
  assert.match(proposal, /Cases 7 People affected 7 Without an answer 7 Days waited, in all 28/)
  assert.doesNotMatch(proposal, /335501/)

  // The analyst mends the name that the finder gave it, and accepts.
  assert.match(await take(analyst, path, 'edit', { titleEn: 'A dark street' }), /A dark street/)
  const name = { titleAr: 'ظلام شارع المدرسة', titleEn: 'Dark street by the school', entity: 'works' }
  assert.match(await take(analyst, path, 'accept', name), /It is an open problem now/)
  await a.settle(country)

  // Its owner sees it, and says why it happens and what will be done by when.
  assert.match(await read('/en/desk/problems', head), /Dark street by the school/)
  await take(head, path, 'cause', { cause: 'كابل قديم يتلف مع الرطوبة' })
  await take(head, path, 'plan', { fix: 'استبدال الكابل كله', fixBy: today(7) })

  // The operations room announces it: a banner, and a way to follow instead of filing.
  const textAr = 'نعرف أن الشارع مظلم. تستبدل وزارة الأشغال الكابل.'
  const textEn = 'We know that the street is dark. The Ministry of Works is replacing the cable.'
  await take(operator, path, 'announce', { textAr, textEn, until: today(10) })
  const neighbour = await pageOf('/ar')
  await neighbour.click('main a[href*="/known/"]')
  await neighbour.fill('[name=phone]', '+973 3344 5566')
  await neighbour.click('main form button')
  assert.match(await told(neighbour), /نخبرك حين تُصلح|نخبرك/)
  assert.match(await read('/ar', undefined, '2-banner'), /نعرف أن الشارع مظلم/)

  // Nobody tells a follower anything before it is fixed; what it costs meanwhile stands on the page.
  const gateways = { smsUrl: 'http://127.0.0.1:1/', demonstration: true }
  const telling = { ...app.tools, log: openLog('silent'), gateways } as never
  assert.equal(await tellFollowers(telling), 0)
  country.clock.forward({ hours: 48 })
  assert.match(
    await read(path, head, '3-cost'),
    /Cases 7 People affected 7 Without an answer 7 Days waited, in all 42 Follow instead of filing 1/,
  )
  assert.match(await take(head, path, 'fix', { on: today() }), /Fixed, being watched/)
  assert.doesNotMatch(await read('/ar'), /نعرف أن الشارع مظلم/)
  assert.equal(await tellFollowers(telling), 1)
  assert.equal(await tellFollowers(telling), 0)

  // One answer to all, through the usual two reviews; another person for each.
  for (const one of await country.db.rows<{ id: string }>(sql`select id from cases`)) {
    const to = { entity: 'works', category: 'potholes' }
    granted(await caseStep(country, staff(reviewer), one, 'route', to))
  }
  await take(liaison, `${path}/answer`, 'answer', {
    text: 'استبدلنا الكابل وعادت الإنارة.',
    outcome: 'solved',
  })
  for (const [officer, turn] of [
    [liaison, 'reply'],
    [reviewer, 'verify'],
    [releaser, 'release'],
  ] as const)
    assert.match(await sendAll(officer, path, turn), /\b7\b/, turn)
  const stages = await country.db.rows<{ stage: string }>(sql`select distinct stage from cases`)
  assert.deepEqual(stages, [{ stage: 'answered' }])

  // Silence proves that it held, and the public reads that it was fixed because people spoke.
  const words = { toldAr: 'استبدلنا الكابل كله.', toldEn: 'We replaced the whole cable.' }
  assert.match(await take(analyst, path, 'publish', words), /Published/)
  await judgeFixes(app.tools)
  const fixed = /Dark street by the school We replaced the whole cable\. .*8 voices.*/
  assert.match(await read('/en/fixed'), new RegExp(`${fixed.source}Watched`))
  country.clock.forward({ hours: 24 * 30 })
  await judgeFixes(app.tools)
  assert.match(await read('/en/fixed', undefined, '4-fixed'), new RegExp(`${fixed.source}The fix held`))
  assert.match(
    await read(path, analyst, '5-held'),
    /The fix held Before the fix 8 in 14 days After the fix 0 in 2\d days/,
  )
})

test('a fix that did not hold is said to have come back, and what was told of it is taken back', async () => {
  const { country } = app
  const { analyst, head } = country.people
  await everybodyFiles(POWER, 'power-cuts', '335502')
  const path = await proposalOf(analyst, 'Power cuts')
  const name = { titleAr: 'انقطاع كل ظهر', titleEn: 'Power cuts every noon', entity: 'works' }
  await take(analyst, path, 'accept', name)
  await a.settle(country)
  await take(head, path, 'plan', { fix: 'محول جديد', fixBy: today(1) })
  await take(head, path, 'fix', { on: today() })
  await take(analyst, path, 'publish', { toldAr: 'ركبنا محولًا جديدًا.', toldEn: 'A new transformer.' })
  assert.match(await read('/en/fixed'), /A new transformer/)
  country.clock.forward({ hours: 24 * 4 })
  await everybodyFiles(POWER.slice(0, 4), 'power-cuts', '335503')
  await judgeFixes(app.tools)
  assert.match(await read(path, analyst, '6-came-back'), /It came back Before the fix 6 in/)
  assert.doesNotMatch(await read('/en/fixed'), /A new transformer/)
})

test('what an analyst rejected is not proposed again by a few more of the same, not even when all is read anew', async () => {
  const { analyst } = app.country.people
  await everybodyFiles(ALLOWANCE, 'housing-requests', '335504')
  const path = await proposalOf(analyst, 'Housing requests')
  await take(analyst, path, 'reject', { reason: 'الصرف في موعده المعلن' })
  await rebuildProblems(app.tools)
  await everybodyFiles(ALLOWANCE.slice(0, 3), 'housing-requests', '335505')
  assert.doesNotMatch(await read('/en/desk/problems?view=proposed', analyst), /Housing requests/)
  assert.match(await read('/en/desk/problems?view=past', analyst), /Housing requests/)
})

test('the share of complaints that recur is counted, and the books balance', async () => {
  const { balances } = await reconcile(app.tools)
  assert.deepEqual(
    balances.filter(({ differing }) => differing > 0),
    [],
  )
  const [all] = granted(await indicators(app.tools, {})).rows
  assert.deepEqual([all?.recurring, all?.complaints], [17, 25])
})
