import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { courier, openChannels, type ReportFacts, say } from '#messages'
import { sql } from '#platform'
import { reader, words } from '#words'
import { anApp } from '../../test/kit/app.ts'
import { aBusyYear } from '../../test/kit/busy-year.ts'
import { aMailServer } from '../messages/servers.examples.ts'
import { sendReports } from './index.ts'
import { movers } from './model/reports/compare.ts'

interface Sent {
  staff: string
  language: 'ar' | 'en'
  facts: Parameters<typeof say>[0]['facts']
}

test('on the first of the month leaders and planners get last month and last quarter by mail, once, in their language', async (t) => {
  const app = await anApp(t)
  const { country } = app
  await aBusyYear(country, 700)
  const tools = { ...app.tools, gateways: { ...app.tools.gateways, demonstration: true } }
  const written = await sendReports(tools)
  const sent = await country.db.rows<Sent>(sql`
    select s.name as staff, m.language, m.facts from messages m join staff s on s.id = m.staff_id
     where m.kind = 'report' order by s.name, m.facts->'report'->>'kind'`)
  assert.equal(written, sent.length)
  assert.deepEqual(
    sent.map(({ staff, facts }) => [staff, facts.report?.kind, facts.report?.scope?.en ?? 'nation']),
    [
      ['Ahlam', 'month', 'nation'],
      ['Ahlam', 'quarter', 'nation'],
      ['Dr Maryam', 'month', 'Ministry of Works'],
      ['Dr Maryam', 'quarter', 'Ministry of Works'],
      ['Minister', 'month', 'Infrastructure'],
      ['Minister', 'quarter', 'Infrastructure'],
      ['Omar', 'month', 'nation'],
      ['Omar', 'quarter', 'nation'],
    ],
  )
  assert.equal(await sendReports(tools), 0)
  country.clock.forward({ hours: 3 })
  assert.equal(await sendReports(tools), 0)
})

test('a report is sentences with the figures in them, in both languages', async (t) => {
  const app = await anApp(t)
  await aBusyYear(app.country, 700)
  await sendReports({ ...app.tools, gateways: { ...app.tools.gateways, demonstration: true } })
  const [found] = await app.country.db.rows<Sent>(sql`
    select '' as staff, language, facts from messages
     where kind = 'report' and facts->'report'->>'scope' is null order by facts->'report'->>'kind' limit 1`)
  const facts = found?.facts ?? assert.fail()
  const [expected] = await app.country.db.rows<{ received: number; onTime: number }>(sql`
    select count(*) filter (where received_at >= '2026-08-31 21:00Z' and received_at < '2026-09-30 21:00Z') as received,
           round(100.0 * count(*) filter (where answered_at <= answer_by and answered_at >= '2026-08-31 21:00Z'
                                            and answered_at < '2026-09-30 21:00Z')
                 / count(*) filter (where answered_at >= '2026-08-31 21:00Z' and answered_at < '2026-09-30 21:00Z')) as "onTime"
      from cases`)
  const said = (locale: 'ar' | 'en') =>
    say({ kind: 'report', facts, reader: reader(locale, 'Asia/Bahrain'), publicUrl: 'https://sawt.example' })
  const english = said('en')
  assert.equal(english.subject, 'Monthly report: The national picture, September 2026')
  assert.match(english.text, new RegExp(`\\b${expected?.received} cases came in`))
  assert.match(english.text, new RegExp(`\\b${expected?.onTime}% of them by the date`))
  assert.match(english.text, /https:\/\/sawt\.example\/en\/reports\/2026-09/)
  assert.match(said('ar').subject ?? '', /^التقرير الشهري: الصورة الوطنية، سبتمبر 2026$/)
  assert.doesNotMatch(said('ar').text, /undefined|NaN|null/)
})

test('the report comes by mail as text, as HTML and as a paper, each in the language of its reader', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const server = await aMailServer(t)
  await aBusyYear(country, 700)
  await country.owner.run(sql`update staff set language = 'en' where id = ${country.people.analyst.id}`)
  const gateways = { demonstration: false, smtpUrl: server.url }
  const tools = { ...app.tools, gateways }
  const written = await sendReports(tools)
  const post = courier(tools, openChannels(tools, gateways))
  t.after(() => post.close())
  while ((await post.deliver()) > 0);
  assert.equal(server.taken.length, written)
  const mails = await Promise.all(server.taken.map(({ text }) => PostalMime.parse(text)))
  const [arabic, english] = ['التقرير الشهري: الصورة', 'Monthly report: The national'].map(
    (begins) => mails.find(({ subject }) => subject?.startsWith(begins)) ?? assert.fail(begins),
  )
  for (const heading of ['In brief', 'What people needed', 'How they were answered', 'How to read'])
    assert.match(english?.text ?? '', new RegExp(heading))
  assert.match(arabic?.text ?? '', /بإيجاز[\s\S]*ما احتاج إليه الناس[\s\S]*كيف أُجيبوا/)
  assert.match(arabic?.html ?? '', /<h2[^>]*>بإيجاز<\/h2>/)
  for (const mail of mails) {
    const [paper] = mail.attachments
    assert.match(paper?.filename ?? '', /^sawt-(month-2026-09|quarter-2026-07)\.pdf$/)
    assert.equal(paper?.mimeType, 'application/pdf')
    const pdf = Buffer.from(paper?.content as ArrayBuffer)
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    const folder = process.env.SAWT_PICTURES
    if (folder) {
      const name = `${folder}/${mail.subject?.replaceAll(/[^\p{L}\d]+/gu, '-')}`
      writeFileSync(`${name}.pdf`, pdf)
      writeFileSync(`${name}.txt`, mail.text ?? '')
      writeFileSync(`${name}.html`, mail.html ?? '')
    }
  }
})

const name = (en: string) => ({ ar: en, en })
const LAST_MONTH: ReportFacts = {
  ...{ kind: 'month', from: '2026-09-01', before: '2026-08-01', scope: null },
  ...{ received: 180, receivedBefore: 120, answered: 11, onTime: 0.9, medianDays: 3, p90Days: 9.5 },
  ...{ open: 2, overdue: 1, rated: 3, satisfied: 2 / 3, most: [], slowest: [], known: [], fixed: [] },
}

test('a report that was written before an upgrade is said with what it has', () => {
  for (const locale of ['ar', 'en'] as const) {
    const said = say({
      ...{ kind: 'report', facts: { report: LAST_MONTH }, publicUrl: 'https://sawt.example' },
      reader: reader(locale, 'Asia/Bahrain'),
    })
    assert.match(
      said.text,
      locale === 'ar' ? /وصل 180 طلبًا، بزيادة 50\u200e%\u200e على/ : /180 cases came in, 50% more/,
    )
    assert.match(said.text, locale === 'ar' ? /أُجيب 11 طلبًا/ : /11 were answered/)
    assert.match(
      said.text,
      locale === 'ar' ? /بقي طلبان مفتوحين.*منها واحد/ : /2 cases were still open.*one of them/,
    )
    assert.match(said.text, locale === 'ar' ? /قيّم 3 أشخاص/ : /3 people rated/)
  }
})

test('what a change comes from is named when it is more than chance, and what went the other way is not', () => {
  const lines = [
    { name: name('water'), now: 90, before: 40 },
    { name: name('roads'), now: 40, before: 36 },
    { name: name('waste'), now: 50, before: 44 },
  ]
  const names = (received: number, receivedBefore: number) =>
    movers(lines, { received, receivedBefore }).map((each) => each.name.en)
  assert.deepEqual(names(180, 120), ['water'])
  assert.deepEqual(names(126, 120), [])
  assert.deepEqual(names(18, 12), [])
})

test('in the middle of the month nothing is written, nor before the morning of the first', async (t) => {
  const app = await anApp(t)
  app.country.clock.forward({ hours: 24 * 16 })
  assert.equal(await sendReports(app.tools), 0)
})

test('what was promised is said as it was kept: all of it, some, none', () => {
  for (const [locale, all, some, none, one] of [
    ['ar', /نُفذت كلها/, /نُفذ منها في وقته 2/, /لم يُنفذ منها شيء/, /واحد .*ولم يُنفذ في وقته/],
    [
      'en',
      /all of them were done in time/,
      /done in time: 2/,
      /none was done/,
      /One action .*not done in time/,
    ],
  ] as const) {
    const { report } = words(locale).insight
    assert.match(report.promised('3', 3, '3', 'all'), all)
    assert.match(report.promised('3', 3, '2', 'some'), some)
    assert.match(report.promised('3', 3, '0', 'none'), none)
    assert.match(report.promised('1', 1, '0', 'none'), one)
  }
})
