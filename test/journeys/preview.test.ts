import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, chromium, type Page } from 'playwright-core'
import { loadAssets } from '../../src/web/assets.ts'
import { MESSAGE_SAMPLES } from '../../src/web/messages/samples.tsx'
import { preview, previewNames } from '../../src/web/preview/preview.tsx'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const QUIET = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let server: ServerType
let browser: Browser
let page: Page
let origin: string

before(async () => {
  const assets = loadAssets()
  const app = new Hono().route('/assets', assets.routes).route('/', preview(assets, MESSAGE_SAMPLES))
  origin = await new Promise((listening) => {
    server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => listening(`http://localhost:${port}`))
  })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: QUIET,
  })
  page = await browser.newPage()
})

after(async () => {
  await browser?.close()
  server?.close()
})

/** What axe finds wrong with the page that is open. */
async function violations(): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      // A sheet of components shows several pages' worth of headings and landmarks on one page.
      rules: { 'heading-order': { enabled: !location.pathname.match(/residents|staff/) } },
    }),
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

/** How many pixels the page is wider than the window. */
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

for (const name of previewNames(MESSAGE_SAMPLES)) {
  for (const locale of ['ar', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`${name} can be used by everyone, ${locale}, ${theme}`, async () => {
        await page.setViewportSize({ width: 360, height: 740 })
        await page.goto(`${origin}/${locale}/preview/${name}?theme=${theme}`)
        assert.ok((await overflow()) <= 0, 'it scrolls sideways on a phone')
        assert.deepEqual(await violations(), [])
        await page.setViewportSize({ width: 1440, height: 900 })
        assert.deepEqual(await violations(), [])
      })
    }
  }
}

test('an error summary has the focus when the page opens', async () => {
  await page.goto(`${origin}/ar/preview/question`)
  // Browsers move the focus with the first picture they draw, a moment after loading.
  await page.waitForFunction(() => document.activeElement?.id === 'errors', undefined, { timeout: 5000 })
})

test('the first key of a visitor reaches the link that skips to the content', async () => {
  await page.goto(`${origin}/ar/preview/home`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#main')
})
