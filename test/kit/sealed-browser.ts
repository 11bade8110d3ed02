import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const PHONE = { width: 360, height: 740 }
export const STORY = 'canary-story طلب مدير المشتريات عشرة آلاف ليُرسي المناقصة'
export const NAME = 'canary-name سلمى الكاتبة'

export type Look = (page: Page, name: string) => Promise<void>
export const go = (page: Page) => page.click('form .actions .button.main')

/** A photograph that tells where and when it was taken, and by which telephone. */
export const photograph = () =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: '#a06030' } })
    .withExif({
      IFD0: { Make: 'CanaryPhone', Model: 'Seven' },
      IFD2: { DateTimeOriginal: '2026:10:01 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 57/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '35/1 56/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()

export async function openSealed(
  context: BrowserContext,
  origin: string,
  locale: string,
  hash = '',
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/sealed/${locale}/${hash}`)
  await page.locator('#reporter .card').first().waitFor()
  return page
}

/** Answers every question, with three files and an identity, up to the receipt; tells its digits. */
export async function write(page: Page, look: Look = async () => undefined): Promise<string> {
  await page.locator('#reporter .card').first().click()
  await page.locator('#kind').waitFor()
  await go(page)
  await look(page, 'kind, with an error')
  await page.locator('.choice', { has: page.locator('#kind') }).click()
  await go(page)
  await page.fill('#search', 'Works')
  await page.locator('#body').check()
  await look(page, 'body')
  await go(page)
  await page.fill('#person-0', 'canary-person')
  await look(page, 'people')
  await go(page)
  await page.fill('#what', STORY)
  await look(page, 'what')
  await go(page)
  await page.fill('#when', 'canary-when')
  await go(page)
  await page.fill('#known', 'canary-known')
  await go(page)
  await page.fill('#risk', 'canary-risk')
  await go(page)
  await page.setInputFiles('#file', [
    { name: 'canary-photo.jpg', mimeType: 'image/jpeg', buffer: await photograph() },
    { name: 'canary-original.jpg', mimeType: 'image/jpeg', buffer: await photograph() },
    { name: 'canary-list.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_500_000, '%PDF-canary') },
  ])
  await page.locator('.attached li').nth(2).waitFor()
  await page.locator('.attached li').nth(1).locator('input[type=radio]').nth(1).check()
  const reveals = (await page.locator('.attached li').nth(1).locator('.warning').textContent()) ?? ''
  assert.match(reveals, /31\.95000, 35\.93333.*2026:10:01 10:00:00.*CanaryPhone Seven/)
  await look(page, 'files')
  await go(page)
  await page.locator('.readers li').first().waitFor()
  await look(page, 'readers')
  await go(page)
  await page.locator('#identity-give').check()
  await page.fill('#name', NAME)
  await look(page, 'identity')
  await go(page)
  await look(page, 'review')
  await go(page)
  await page.locator('.receipt li').first().waitFor()
  await look(page, 'receipt')
  const groups = await page.locator('.receipt-digits').allTextContents()
  return groups.join('').replace(/\D/g, '')
}

/** Types two groups back and waits until the report arrived. */
export async function confirm(
  page: Page,
  receipt: string,
  look: Look = async () => undefined,
): Promise<void> {
  await page.locator('.actions .button.main').click()
  const fields = page.locator('input.digits')
  await fields.first().waitFor()
  await look(page, 'confirm')
  for (const field of await fields.all()) {
    const group = Number((await field.getAttribute('id'))?.replace(/\D/g, ''))
    await field.fill(receipt.slice(group * 4, group * 4 + 4))
  }
  await go(page)
  await page.locator('#reporter .steps').waitFor({ timeout: 60_000 })
  await look(page, 'done')
}

export async function comeBack(page: Page, receipt: string): Promise<void> {
  await page.locator('#reporter .card').nth(1).click()
  await page.fill('#receipt', receipt)
  await go(page)
  await page.locator('.timeline, .error').first().waitFor({ timeout: 60_000 })
}

export async function violations(page: Page, name: string): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  )
  return [
    ...(overflow > 0 ? [`${name} scrolls sideways by ${overflow}`] : []),
    ...found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target}`)),
  ]
}
