import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { registerEndpoint, tryEndpoint } from '#messages'
import { keyFor, seal } from '#people'
import { sql } from '#platform'
import { demonstrationSecrets } from '../../src/commands/seeding/demonstration.ts'
import { currentCode } from '../../src/web/desk/demonstration.ts'
import type { App } from '../kit/app.ts'
import { aJourney } from '../kit/journey.ts'
import { sessionOf } from '../kit/staff.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 360, height: 740 }
const WIDE = { width: 1440, height: 900 }

let browser: Browser
let app: App
let origin: string
let page: Page
let end: () => Promise<void>
let endpoint: string

before(async () => {
  ;({ app, browser, origin, end } = await aJourney())
  page = await (await signedIn()).newPage()
  const system = {
    name: 'Works service desk',
    entityId: 'works',
    events: null,
    url: 'https://hooks.works.example/sawt',
  }
  const registered = await registerEndpoint(app.tools, app.country.people.admin, system)
  assert.ok(registered.ok)
  endpoint = registered.value.id
  await tryEndpoint(app.tools, app.country.people.admin, endpoint)
})

after(() => end())

/** A browser without script in which the administrator is signed in, with the demonstration's authenticator. */
async function signedIn(): Promise<BrowserContext> {
  const { admin } = app.country.people
  const secret = seal(keyFor(app.tools.secret, 'totp'), admin.id, demonstrationSecrets().totpSecret)
  await app.country.db.run(sql`update staff set totp_secret = ${secret} where id = ${admin.id}`)
  const context = await browser.newContext({ viewport: PHONE })
  const value = await sessionOf(app, admin)
  await context.addCookies([{ name: 'staff', value, url: origin }])
  return context
}

const addresses = ({ people }: App['country']) => [
  '',
  '/entities',
  '/entities?q=nothing-like-this',
  '/entities/new',
  '/entities/housing',
  '/entities/central',
  '/entities/works/units/new',
  '/entities/works/units/works-roads',
  '/categories',
  '/categories/new',
  '/categories/potholes?try=%D8%AD%D9%81%D8%B1%D8%A9',
  '/promises',
  '/promises?type=violation',
  '/promises/set?type=complaint&category=potholes',
  '/promises/history',
  '/calendars',
  '/calendars/new',
  '/calendars/holiday',
  '/calendars/government?from=2026-10-01&days=7',
  '/calendars/government/season',
  '/calendars/government/hours',
  '/staff',
  '/staff/new',
  `/staff/${people.liaison.id}`,
  `/staff/${people.admin.id}`,
  `/staff/${people.liaison.id}/grant`,
  `/staff/${people.liaison.id}/grant?role=handler`,
  '/handed-out',
  '/tokens',
  '/tokens/new?role=analyst',
  '/installation',
  '/audit',
  '/audit?kind=ladder',
  '/ladder',
  '/ladder/rung',
  '/ladder/rung?id=reply%2Fhead',
  '/clock',
  '/webhooks',
  '/webhooks/new',
  `/webhooks/${endpoint}`,
  `/webhooks/${endpoint}/edit`,
  `/webhooks/${endpoint}?state=failed`,
]

async function violations(): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

for (const locale of ['ar', 'en'])
  test(`every page of the administrator can be used by everyone, ${locale}`, async () => {
    for (const address of addresses(app.country)) {
      await page.setViewportSize(PHONE)
      const opened = await page.goto(`${origin}/${locale}/admin${address}`)
      assert.equal(opened?.status(), 200, address)
      assert.deepEqual([address, await violations()], [address, []])
      assert.ok((await overflow()) <= 0, `${address} scrolls sideways on a phone`)
      await page.setViewportSize(WIDE)
      assert.ok((await overflow()) <= 0, `${address} scrolls sideways on a screen`)
    }
  })

test('errors take the focus, and lead to their fields', async () => {
  await page.goto(`${origin}/ar/admin/calendars/holiday`)
  await page.click('main form button.main')
  await page.waitForFunction(() => document.activeElement?.id === 'errors', undefined, { timeout: 5000 })
  assert.deepEqual(await violations(), [])
  await page.click('#errors a')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'nameAr')
})

test('from a new person to a granted role, with the code that the demonstration shows', async () => {
  await page.goto(`${origin}/en/admin/staff/new`)
  await page.fill('[name=name]', 'Lulwa')
  await page.fill('[name=email]', 'lulwa@housing.example')
  await page.click('main form button.main')
  assert.deepEqual(await violations(), [])
  assert.equal(await page.locator('.secret').count(), 2)
  await page.click('main a.button.main')
  await page.click('text=Grant a role')
  await page.check('input[value=liaison]')
  await page.click('main form button.main')
  await page.selectOption('[name=entity]', 'housing')
  const shown = /code is (\d{6})/.exec((await page.textContent('main')) ?? '')?.[1] ?? ''
  assert.equal(shown, currentCode(app.tools.clock.now().add({ seconds: 30 })))
  await page.fill('[name=code]', shown)
  await page.click('main form button.main')
  assert.match((await page.textContent('main')) ?? '', /The role is granted[\s\S]*Ministry of Housing/)
})
