import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Officer } from '#people'
import { judgeFixes, openProblem, type Problem } from '#problems'
import { LOCALES } from '#words'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import * as a from '../kit/problems.ts'
import { step as caseStep, granted, staff } from '../kit/situations.ts'
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

const ANNOUNCED = {
  textAr: 'نعرف أن أعمدة الإنارة مطفية في شارع المدرسة. تعمل وزارة الأشغال على استبدال الكابل.',
  textEn:
    'We know that the street lights by the school are out. The Ministry of Works is replacing the cable.',
  category: 'potholes',
  place: '',
  entity: 'works',
}

/** A proposal, a problem with one answer on its way and announced, one that held and was published, one that came back. */
async function manyProblems() {
  const { country } = app
  const { analyst, liaison, operator, reviewer } = country.people
  const day = (days: number) =>
    country.clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().add({ days }).toString()
  const held = await a.fixed(country)
  const told = {
    toldAr: 'استبدلنا كابلًا قديمًا كان يتلف مع الرطوبة، وعادت الإنارة إلى الشارع كله.',
    toldEn: 'We replaced an old cable that failed in damp weather; the whole street is lit again.',
  }
  granted(await a.step(country, analyst, held, 'publish', told))
  country.clock.forward({ hours: 24 * 40 })
  await judgeFixes(country.tools)
  const proposed = await proposedOf(WATER, 'housing-requests')
  const cut = await proposedOf(CUTS, 'power-cuts')
  const name = {
    ...a.A_NAME,
    titleAr: 'انقطاع الكهرباء كل ظهر',
    titleEn: 'Power cuts every noon',
    category: 'power-cuts',
  }
  granted(await a.step(country, analyst, cut, 'accept', name))
  await a.settle(country)
  granted(await a.step(country, liaison, cut, 'plan', { fix: 'محول جديد بقدرة أكبر', fixBy: day(14) }))
  granted(await a.step(country, operator, cut, 'announce', { ...ANNOUNCED, until: day(10) }))
  granted(
    await a.step(country, liaison, cut, 'answer', {
      text: 'نركب محولًا جديدًا خلال أسبوعين.',
      outcome: 'explained',
    }),
  )
  const { caseId } = (await firstCase(cut)) ?? { caseId: '' }
  const route = { entity: 'works', category: 'power-cuts' }
  granted(await caseStep(country, staff(reviewer), { id: caseId }, 'route', route))
  return { held, proposed, cut }
}

async function proposedOf(texts: readonly string[], category: string): Promise<Problem> {
  await a.bring(app.country, texts, { category })
  const found = (await a.problems(app.country)).find(
    (one) => one.state === 'proposed' && one.category === category,
  )
  assert.ok(found, category)
  return found
}

const firstCase = async ({ id }: Problem) =>
  granted(await openProblem(app.tools, app.country.people.analyst, id)).samples.at(-1)

const CUTS = [
  'الكهرباء تنقطع كل يوم الظهر في مجمعنا ساعتين.',
  'كل ظهر تقطع الكهربا عندنا والمكيفات تتوقف.',
  'انقطاع الكهرباء يوميا وقت الظهر في المجمع، ساعة أو ساعتين.',
  'الكهرباء مقطوعة كل يوم وقت الظهر والجو حار.',
  'كهرباء المجمع تنقطع الظهر يوميا من أسبوعين.',
  'تنقطع الكهرباء عنا كل ظهر، والثلاجة خربت من كثر الانقطاع.',
]
const WATER = [
  'تأخر صرف علاوة السكن لهذا الشهر ولم تصلني.',
  'علاوة السكن ما نزلت هذا الشهر، متأخرة عشرة أيام.',
  'لم تُصرف علاوة السكن حتى اليوم وهي متأخرة كل شهر.',
  'علاوة السكن متأخرة، تنزل كل شهر في غير موعدها.',
  'صرف علاوة السكن يتأخر كل شهر ولا أحد يخبرنا بالسبب.',
  'متى تنزل علاوة السكن؟ تأخر الصرف هذا الشهر أيضا.',
]

test('the pages about problems are free of barriers in both languages, on a desk and on a telephone', async () => {
  const { analyst, liaison, head, reviewer, operator } = app.country.people
  const { held, proposed, cut } = await manyProblems()
  const pages: [string, Officer | undefined, string][] = [
    ['list', analyst, '/desk/problems?view=open'],
    ['proposal', analyst, `/desk/problems/${proposed.id}`],
    ['owner', head, `/desk/problems/${cut.id}`],
    ['announcing', operator, `/desk/problems/${cut.id}`],
    ['held', analyst, `/desk/problems/${held.id}`],
    ['answer', liaison, `/desk/problems/${cut.id}/answer`],
    ['verify', reviewer, `/desk/problems/${cut.id}/answer`],
    ['declare', operator, '/desk/problems/new'],
    ['home', undefined, ''],
    ['known', undefined, `/known/${cut.id}`],
    ['fixed', undefined, '/fixed'],
  ]
  for (const [name, officer, path] of pages)
    for (const locale of LOCALES)
      for (const width of [1440, 360]) await look(name, officer, `/${locale}${path}`, width)
})

async function look(name: string, officer: Officer | undefined, path: string, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  if (officer)
    await context.addCookies([{ name: 'staff', value: await sessionOf(app, officer), url: origin }])
  const page = await context.newPage()
  const response = await page.goto(`${origin}${path}`)
  assert.equal(response?.status(), 200, path)
  assert.deepEqual(await barriers(page), [], `${path} at ${width}`)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(wider <= 0, `${path} is ${wider} px wider than ${width}`)
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: `${PICTURES}/${name}-${path.slice(1, 3)}-${width}.png`, fullPage: true })
  }
  await context.close()
}

async function barriers(page: Page) {
  await page.evaluate(AXE)
  // biome-ignore lint/suspicious/noExplicitAny: axe lives in the page
  const { violations } = await page.evaluate(() => (globalThis as any).axe.run())
  return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
    id,
    nodes.map(({ html }) => html),
  ])
}
