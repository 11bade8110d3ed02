import assert from 'node:assert/strict'
import { test } from 'node:test'
import { say } from '#messages'
import { sql } from '#platform'
import { reader } from '#words'
import { anApp } from '../../test/kit/app.ts'
import { aBusyYear } from '../../test/kit/busy-year.ts'
import { sendReports } from './index.ts'

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
  assert.match(english.text, new RegExp(`\\b${expected?.received} came in`))
  assert.match(english.text, new RegExp(`\\b${expected?.onTime}% of them on time`))
  assert.match(english.text, /https:\/\/sawt\.example\/en\/analysis\?period=2026-09/)
  assert.match(said('ar').subject ?? '', /^التقرير الشهري: الصورة الوطنية، سبتمبر 2026$/)
  assert.doesNotMatch(said('ar').text, /undefined|NaN|null/)
})

test('in the middle of the month nothing is written, nor before the morning of the first', async (t) => {
  const app = await anApp(t)
  app.country.clock.forward({ hours: 24 * 16 })
  assert.equal(await sendReports(app.tools), 0)
})
