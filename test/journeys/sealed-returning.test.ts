import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { canonicalJson } from '#kernel'
import { type MessageContent, openItem, type ReportContent, type Roster, rosterHash } from '#sealing'
import { comeBack, confirm, go, openSealed, PHONE, violations, write } from '../kit/sealed-browser.ts'
import { aListeningRoom, type ListeningRoom } from '../kit/sealed-pages.ts'
import { granted } from '../kit/sealed-reporter.ts'
import { aPerson } from '../kit/sealed-room.ts'

let room: ListeningRoom
let context: BrowserContext
let roster: Roster
const ends: (() => unknown)[] = []
before(async () => {
  room = await aListeningRoom({ after: (end: unknown) => ends.push(end as () => unknown) })
  roster = room.roster
  context = await room.browser.newContext({ viewport: PHONE, bypassCSP: true })
})
after(async () => {
  for (const end of ends.reverse()) await end()
})

/** The Authority signs another roster that continues the chain. */
async function publishNext(change: Partial<Roster>) {
  const previous = rosterHash(canonicalJson(roster))
  roster = { ...roster, ...change, serial: roster.serial + 1, previous }
  await room.publish(roster)
}

const posted = (call: string) =>
  room.asked
    .filter(({ path, method }) => path === `/sealed/api/${call}` && method === 'POST')
    .map(({ body }) => JSON.parse(Buffer.from(body, 'latin1').toString('utf8')))
const said = async (page: Page) => (await page.textContent('#reporter')) ?? ''

test('when the list of readers changes while somebody writes, they look at it again before it is sent', async () => {
  const page = await openSealed(context, room.origin, 'en')
  const receipt = await write(page)
  const lina = aPerson('Lina', 'integrity')
  await room.enrolPerson(lina)
  const { id, key, nameEn } = lina
  const officer = { id, key, name: { ar: nameEn, en: nameEn }, office: 'integrity' as const }
  await publishNext({ officers: [...roster.officers, { ...officer, body: null, conflicts: [] }] })
  await page.locator('.actions .button.main').click()
  for (const field of await page.locator('input.digits').all()) {
    const group = Number((await field.getAttribute('id'))?.replace(/\D/g, ''))
    await field.fill(receipt.slice(group * 4, group * 4 + 4))
  }
  await go(page)
  await page.locator('h1', { hasText: 'did not arrive' }).waitFor({ timeout: 60_000 })
  assert.deepEqual(posted('reports'), [])
  await page.locator('.actions .button.main').click()
  await page.locator('.readers li', { hasText: 'Lina' }).waitFor()
  await page.locator('.readers li', { hasText: 'Sami' }).locator('button').click()
  await page.locator('.readers textarea, .readers input').fill('canary-reason his cousin')
  for (let step = 0; step < 3; step++) await go(page)
  await confirm(page, receipt)
  const [sent] = posted('reports')
  const recipients = sent.item.envelopes.map(({ recipient }: { recipient: string }) => recipient)
  const expected = [room.people.noor.id, id, 'escrow']
  assert.deepEqual(recipients.sort(), expected.sort())
  const content = granted(await openItem<ReportContent>(sent.item, lina))
  assert.deepEqual(content.excluded, [{ id: room.people.sami.id, reason: 'canary-reason his cousin' }])
  await page.close()
})

test('a report about the unit itself is sealed to the audit bureau alone', async () => {
  const page = await openSealed(context, room.origin, 'ar')
  await page.locator('#reporter .card').first().click()
  await page.locator('.choice', { has: page.locator('#kind') }).click()
  await go(page)
  await page.locator('#unit').check()
  await go(page)
  await go(page)
  await page.fill('#what', 'canary')
  for (let step = 0; step < 5; step++) await go(page)
  await page.locator('.readers li').first().waitFor()
  const readers = await page.locator('.readers li').allTextContents()
  assert.equal(readers.length, 1)
  assert.match(readers[0] ?? '', /Auditor/)
  await page.locator('.readers button').click()
  await go(page)
  await page.locator('.error-summary').waitFor()
  assert.match(await said(page), /لم يبق أحد/)
  await page.close()
})

test('a call is written down, read out, checked by the caller and corrected; then changes of keys are told', async () => {
  const page = await openSealed(context, room.origin, 'en', '#telephone')
  const receipt = await write(page)
  assert.match(await said(page), /Read the number to the caller/)
  await confirm(page, receipt)
  const sent = posted('reports').at(-1)
  assert.equal(granted(await openItem<ReportContent>(sent.item, room.people.noor)).taken, 'telephone')
  await page.close()

  const caller = await openSealed(context, room.origin, 'en')
  await comeBack(caller, receipt)
  assert.match(await said(caller), /What happened: canary-story/)
  assert.match(await said(caller), /Neither the names/)
  await caller.locator('.timeline input[type=radio]').nth(1).check()
  await caller.locator('.timeline textarea').fill('canary: it was eleven thousand')
  await caller.locator('.timeline .button.quiet').click()
  await caller.locator('.timeline .notice.done').waitFor({ timeout: 60_000 })
  const { item } = posted('visit/messages').at(-1)
  const reporter = { id: 'reporter', key: sent.replyKey }
  const correction = granted(await openItem<MessageContent>(item, room.people.noor, reporter))
  assert.equal(correction.kind, 'correction')
  assert.equal(correction.about, sent.transcript.item)
  assert.deepEqual(await violations(caller, 'transcript'), [])

  const [, ...others] = roster.officers
  const noor = roster.officers[0]
  assert.ok(noor)
  await publishNext({ officers: [{ ...noor, key: aPerson('x', 'integrity').key }, ...others.slice(0, -1)] })
  await caller.reload()
  await caller.locator('#reporter .card').first().waitFor()
  await comeBack(caller, receipt)
  const changes = await said(caller)
  assert.match(changes, /New key: Noor \(integrity officer\)/)
  assert.match(changes, /Lina \(integrity officer\) left|Lina left/)
  await caller.close()
})

test('a report of retaliation is a new one, linked to the earlier, under a receipt of its own', async () => {
  const page = await openSealed(context, room.origin, 'en')
  const receipt = await write(page)
  await confirm(page, receipt)
  const earlier = posted('reports').at(-1)
  await page.goto(`${room.origin}/sealed/en/`)
  await comeBack(page, receipt)
  await page.locator('button', { hasText: 'report retaliation' }).click()
  await page.locator('.notice.sealed', { hasText: 'linked to your earlier report' }).waitFor()
  assert.equal(await page.locator('#kind-retaliation').isChecked(), true)
  await go(page)
  await page.locator('#body').check()
  await go(page)
  await go(page)
  await page.fill('#what', 'canary transferred')
  for (let step = 0; step < 6; step++) await go(page)
  await page.locator('#identity').check()
  await go(page)
  await go(page)
  const groups = await page.locator('.receipt-digits').allTextContents()
  const second = groups.join('').replace(/\D/g, '')
  assert.notEqual(second, receipt)
  await confirm(page, second)
  const sent = posted('reports').at(-1)
  assert.ok(sent.linked.access && sent.linked.access !== earlier.access)
  assert.equal(granted(await openItem<ReportContent>(sent.item, room.people.sami)).linked, true)
  await page.close()
})

test('a receipt on paper is digits, and nothing says what they are', async () => {
  const page = await openSealed(context, room.origin, 'en')
  await write(page)
  await page.emulateMedia({ media: 'print' })
  const visible = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (one) => one.children.length === 0 && one.checkVisibility() && !one.matches('.unseen, .unseen *'),
      )
      .map((one) => one.textContent?.trim())
      .filter(Boolean),
  )
  assert.equal(visible.length, 7)
  for (const group of visible) assert.match(group ?? '', /^\d\D\d\D\d\D\d$/)
  await page.close()
})
