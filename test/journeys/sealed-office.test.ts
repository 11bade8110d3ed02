import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  type Holder,
  type MessageContent,
  openItem,
  type ReportContent,
  recipientsOf,
  sealIdentity,
  sealItem,
} from '#sealing'
import { type InTheOffice, inTheOffice, rosterWith } from '../kit/office-browser.ts'
import { aListeningRoom, type ListeningRoom } from '../kit/sealed-pages.ts'
import { aReporter, call, granted, type Reporter, upload, work } from '../kit/sealed-reporter.ts'
import type { Person } from '../kit/sealed-room.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TEXT = 'المدير يوقّع فواتير لشركة أخيه. شاهدت ثلاثًا منها بعيني.'

/** A report as a reporter's browser makes it: with files, and an identity apart. */
async function reported(room: ListeningRoom, reporter: Reporter) {
  const { ticket, files } = await upload(room, reporter.id, [200, 70_000, 1_200_000])
  const content: ReportContent = {
    ...{
      kind: 'report',
      language: 'ar',
      violation: 'corruption',
      body: 'works',
      bodyName: '',
      aboutUnit: false,
    },
    ...{
      people: [{ name: 'فلان', post: 'مدير' }],
      what: TEXT,
      when: 'هذا الشهر',
      where: '',
      known: '',
      others: '',
    },
    ...{ risk: '', excluded: [], files, roster: room.hash, reply: reporter.reply.publicKey },
    ...{ taken: 'reporter', linked: false },
  }
  const recipients = granted(recipientsOf(room.roster, { bodies: ['works'], aboutUnit: false, excluded: [] }))
  const item = granted(
    await sealItem(content, { report: reporter.id, purpose: 'report', item: reporter.id }, recipients),
  )
  const custodians = room.roster.custodians.map(({ id, key }) => ({ id, key }))
  const who = { kind: 'identity', name: 'Fatima Ali', contact: 'by letter', remarks: '' } as const
  const identity = granted(await sealIdentity(who, reporter.id, custodians))
  const sent = await call(room, 'POST', '/sealed/api/reports', {
    ...(await work(room)),
    ...{ ticket, id: reporter.id, access: reporter.accessHash, replyKey: reporter.reply.publicKey },
    ...{ roster: room.hash, item, identity, files: files.map(({ id, chunks }) => ({ id, chunks })) },
  })
  assert.equal(sent.status, 201, sent.text)
}

/** What the office wrote to the reporter, opened with the receipt's key. */
async function heard(room: ListeningRoom, reporter: Reporter, officers: readonly Person[], keys: Keys) {
  const { visit } = (await reporter.visit()).body
  const holder: Holder = reporter.holder
  const texts: string[] = []
  for (const message of visit.messages.filter((one: { envelope?: object }) => one.envelope)) {
    const by = officers.find(({ id }) => id === message.envelope.by)
    const sealed = { v: 1, report: reporter.id, ...message, envelopes: [message.envelope] }
    const from = by && { id: by.id, key: keys[by.id] ?? by.key }
    texts.push(granted(await openItem<MessageContent>(sealed, holder, from)).text)
  }
  return { visit, texts, room }
}

type Keys = Record<string, string>

/** Those who are named have keys that their own browsers made, signed by the Authority. */
async function anOffice<Who extends keyof ListeningRoom['people']>(
  t: Parameters<typeof aListeningRoom>[0],
  size: { locale: 'ar' | 'en'; width: number },
  ...who: Who[]
) {
  const listening = await aListeningRoom(t)
  const keys: Keys = {}
  const entered: (readonly [Who, InTheOffice])[] = []
  for (const name of who) {
    const one = await inTheOffice(listening, listening.people[name], size)
    keys[one.person.id] = await one.enrol()
    entered.push([name, one])
  }
  const people = Object.fromEntries(entered) as Record<Who, InTheOffice>
  return { room: await rosterWith(listening, keys), keys, ...people }
}

async function take(page: Page, step: string, fill: () => Promise<void> = async () => undefined) {
  const more = page.locator('.office-more button', { hasText: step })
  if (await more.count()) await more.first().click()
  await page.locator('.office-step h3', { hasText: step }).waitFor()
  await fill()
  await page.locator('.office-step button[type=submit]').click()
  await page.locator('.office-steps .notice.done').waitFor()
}

async function faultless(page: Page) {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    // biome-ignore lint/suspicious/noExplicitAny: put there a line before
    (window as any).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
  )
  assert.deepEqual(
    violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [id, nodes[0]?.html]),
    [],
  )
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('main *')]
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
          .map((one) => `${one.tagName} ${one.className}`),
  )
  assert.deepEqual(wide, [], 'nothing is wider than the page')
}

test('a report goes to two officers, is worked on in their browsers alone, and its reporter hears', async (t) => {
  const { room, keys, noor, sami } = await anOffice(t, { locale: 'ar', width: 1440 }, 'noor', 'sami')
  const reporter = await aReporter(room)
  await reported(room, reporter)
  for (const officer of [noor, sami]) {
    await officer.signIn()
    await officer.page.click('.office-report')
    await officer.page.getByText(TEXT).waitFor()
  }
  const { page } = noor
  await faultless(page)
  await take(page, 'أشعر المبلّغ بالاستلام')
  await take(page, 'قدّر الخطورة', async () => {
    await page.selectOption('#step-seriousness', 'high')
    await page.selectOption('#step-retaliation', 'medium')
  })
  await take(page, 'أضف ملاحظة أو نتيجة', async () => {
    await page.selectOption('#step-noteKind', 'plan')
    await page.fill('#step-text', 'نطلب الفواتير الأصلية')
  })
  await page.getByText('نطلب الفواتير الأصلية').waitFor()
  for (let at = 1; at <= 3; at++) {
    await page.getByRole('button', { name: 'فك التشفير' }).first().click()
    await page
      .getByRole('button', { name: 'حفظ', exact: true })
      .nth(at - 1)
      .waitFor()
  }
  await take(page, 'أغلق بنتيجة', async () => {
    await page.selectOption('#step-outcome', 'substantiated')
    await page.selectOption('#step-retaliated', 'no')
    await page.fill('#step-text', 'أُوقفت العقود وأُحيل الأمر إلى النيابة.')
  })
  const { visit, texts } = await heard(room, reporter, [noor.person, sami.person], keys)
  assert.equal(visit.stage, 'closed')
  assert.equal(texts.length, 2)
  assert.equal(texts.at(-1), 'أُوقفت العقود وأُحيل الأمر إلى النيابة.')
  await sami.go('closed')
  await sami.page.click('.office-report')
  await sami.page.getByText('نطلب الفواتير الأصلية').waitFor()
  assert.deepEqual([noor.faults, sami.faults], [[], []])
  const sent = room.asked.map(({ body, headers, path }) => `${path}${headers}${body}`).join('\n')
  for (const secret of [TEXT, 'فلان', 'نطلب الفواتير', 'النيابة', 'Fatima'])
    assert.ok(!sent.includes(Buffer.from(secret).toString('latin1')), `${secret} went over the wire`)
})

test('an identity is released by two custodians, after its reporter was told, and opened by who asked', async (t) => {
  const { room, keys, noor, judge, notary } = await anOffice(
    t,
    { locale: 'en', width: 360 },
    'noor',
    'judge',
    'notary',
  )
  const reporter = await aReporter(room)
  await reported(room, reporter)
  await noor.signIn()
  await noor.page.click('.office-report')
  await noor.page.getByText(TEXT).waitFor()
  await faultless(noor.page)
  await take(noor.page, 'Acknowledge to the reporter')
  await take(noor.page, 'Ask for the identity', () =>
    noor.page.fill('#step-reason', 'The court needs a witness.'),
  )
  const told = await heard(room, reporter, [noor.person], keys)
  assert.match(told.texts.at(-1) ?? '', /custodians/)
  assert.ok(told.visit.identity.requestedOn)
  for (const custodian of [judge, notary]) {
    await custodian.signIn()
    await custodian.page.getByText('The court needs a witness.').waitFor()
    await faultless(custodian.page)
    assert.equal(await custodian.page.getByText(TEXT).count(), 0)
    await custodian.page.getByRole('button', { name: 'I agree and give my share' }).click()
    await custodian.page.getByText('You agreed').waitFor()
  }
  await noor.signIn()
  await noor.page.click('.office-report')
  await noor.page.getByRole('button', { name: 'Open the envelope' }).click()
  await noor.page.getByText('Fatima Ali').waitFor()
  assert.deepEqual([noor.faults, judge.faults, notary.faults], [[], [], []])
})

test('a report that was tampered with is shown as such, never as if it were whole', async (t) => {
  const { room, noor } = await anOffice(t, { locale: 'en', width: 1440 }, 'noor')
  const reporter = await aReporter(room)
  await reported(room, reporter)
  room.meddle(async (request) => {
    if (!new URL(request.url).pathname.endsWith(`/reports/${reporter.id}`)) return undefined
    const response = await room.app.fetch(request)
    const answer = (await response.json()) as { report: { items: { body: string }[] } }
    const [item] = answer.report.items
    if (item) item.body = `${item.body.slice(0, 40)}AAAA${item.body.slice(44)}`
    return Response.json(answer)
  })
  await noor.signIn()
  await noor.page.click('.office-report')
  await noor.page.getByText('This part does not open').waitFor()
  assert.equal(await noor.page.getByText(TEXT).count(), 0)
})

test('a roster that the Authority did not sign stops the work, and says so', async (t) => {
  const { room, noor } = await anOffice(t, { locale: 'en', width: 1440 }, 'noor')
  room.meddle(async (request) => {
    if (!request.url.endsWith('/sealed/api/rosters')) return undefined
    const response = await room.app.fetch(request)
    const { rosters } = (await response.json()) as { rosters: { document: string }[] }
    for (const one of rosters) one.document = one.document.replace('Noor', 'Mole')
    return Response.json({ rosters })
  })
  await noor.signIn()
  await noor.page.getByText('The roster cannot be trusted').waitFor()
})
