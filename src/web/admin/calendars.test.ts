import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recountClocks } from '#cases'
import { sql } from '#platform'
import { dueAt } from '#promises'
import * as a from '../../../test/kit/situations.ts'
import { hoursIn, hoursText } from './calendars/hours.ts'
import { anOffice, type Office, saidIn, typedIn } from './office.examples.ts'

const EID = {
  nameAr: 'عيد الفطر',
  nameEn: 'Eid al-Fitr',
  from: '2026-10-11',
  to: '2026-10-13',
  reason: 'Circular 14',
}

const dueIn = async ({ tools }: Office, days: number) => {
  const calendar = (await tools.book()).calendar('government')
  const now = tools.clock.now().toZonedDateTimeISO(calendar.timeZone)
  return dueAt(now, days, calendar).toPlainDate().toString()
}

test('an announced holiday counts at once in every calendar that was chosen', async (t) => {
  const office = await anOffice(t)
  assert.equal(await dueIn(office, 10), '2026-10-15')
  const added = await office.fill('/ar/admin/calendars/holiday', EID)
  assert.match(saidIn(added), /أُضيف/)
  assert.equal(await dueIn(office, 10), '2026-10-20')
  const again = await office.fill('/ar/admin/calendars/holiday', EID)
  assert.equal(again.status, 422)
  assert.match(again.html, /id="from-error"/)
  assert.equal(typedIn(again).nameAr, 'عيد الفطر')
})

test('a holiday without a reason, a name or a calendar is refused beside its field', async (t) => {
  const { fill } = await anOffice(t)
  for (const [field, change] of [
    ['reason', { reason: ' ' }],
    ['nameEn', { nameEn: '' }],
    ['from', { from: '2026-02-30' }],
    ['to', { to: '2026-10-01' }],
    ['to', { to: '2027-10-01' }],
    ['hours', { hours: '9-12' }],
    ['calendars', { calendars: [] }],
    ['calendars', { calendars: ['moon'] }],
  ] as const) {
    const refused = await fill('/en/admin/calendars/holiday', { ...EID, ...change })
    assert.equal(refused.status, 422, field)
    assert.match(refused.html, new RegExp(`id="${field}-error"`), field)
    assert.equal(typedIn(refused).nameAr, EID.nameAr)
  }
})

test('a change of the calendar never moves a date that a resident was told', async (t) => {
  const { fill, country } = await anOffice(t)
  const { id, answerBy } = await a.submitted(country)
  await fill('/en/admin/calendars/holiday', EID)
  const row = await country.db.row<{ at: Temporal.Instant }>(
    sql`select answer_by as at from cases where id = ${id}`,
  )
  assert.equal(row?.at.toString(), answerBy.toString())
})

test('the page of a calendar says what a change moved, for whom, and who was told', async (t) => {
  const { fill, adel, country, tools } = await anOffice(t)
  const { reference } = await a.routed(country)
  await fill('/en/admin/calendars/holiday', { ...EID, from: '2026-10-05', to: '2026-10-07' })
  assert.equal(await recountClocks(tools), 1)
  const page = saidIn(await adel.get('/en/admin/calendars/government'))
  assert.match(page, /What the change moved/)
  assert.match(page, /Ministry of Works 2 1 .*13 October.* Salem/)
  assert.ok(!page.includes(reference.slice(2, 6)), 'an administrator reads no case')
})

test('Ramadan’s hours are a season between two dates, and are seen in its month', async (t) => {
  const { fill, adel } = await anOffice(t)
  const days = Object.fromEntries([7, 1, 2, 3, 4].map((day) => [`day-${day}`, '٠٨:٠٠-١٤:٠٠']))
  const season = {
    nameAr: 'رمضان',
    nameEn: 'Ramadan',
    from: '2027-02-08',
    until: '2027-03-08',
    reason: 'Announced',
  }
  const added = await fill('/ar/admin/calendars/government/season', { ...season, ...days })
  assert.equal(added.path, '/ar/admin/calendars/government?done=added')
  const month = saidIn(await adel.get('/en/admin/calendars/government?month=2027-02'))
  assert.match(month, /7 07:00–14:15 8 08:00–14:00 Ramadan/)
  assert.match(month, /Ramadan · From 8 February 2027 To 8 March 2027 Sunday – Thursday 08:00–14:00/)
})

test('a new weekend holds from its date on; days before keep theirs', async (t) => {
  const { fill, adel } = await anOffice(t)
  const change = { from: '2026-11-01', reason: 'Decree 7', 'day-7': '', 'day-5': '07:00-12:00' }
  const changed = await fill('/en/admin/calendars/government/hours', change)
  assert.match(saidIn(changed), /Saved/)
  const counted = saidIn(await adel.get('/en/admin/calendars/government?from=2026-10-29&days=2'))
  assert.match(counted, /The date Tuesday, 3 November 2026/)
  assert.match(counted, /Sunday, 1 November 2026 Closed Weekend/)
  assert.match(saidIn(await adel.get('/en/admin/calendars/government?month=2026-10')), /4 07:00–14:15/)
})

test('hours that overlap or run backwards are refused beside their day, and all seven are kept', async (t) => {
  const { fill } = await anOffice(t)
  for (const hours of ['14:15-07:00', '07:00-12:00, 11:00-13:00', 'morning']) {
    const change = { from: '2026-11-01', reason: 'x', 'day-3': hours, 'day-4': '10:00-11:00' }
    const refused = await fill('/ar/admin/calendars/government/hours', change)
    assert.equal(refused.status, 422)
    assert.match(refused.html, /id="day-3-error"/)
    const { 'day-3': third, 'day-4': fourth, from } = typedIn(refused)
    assert.deepEqual([third, fourth, from], [hours, '10:00-11:00', '2026-11-01'])
  }
})

test('two administrators at one calendar: the second is told, and nothing is overwritten', async (t) => {
  const { fill, adel, send } = await anOffice(t)
  const path = '/en/admin/calendars/government/hours'
  const opened = await adel.get(path)
  await fill('/en/admin/calendars/holiday', EID)
  const late = await send(opened, path, { from: '2026-11-01', reason: 'x' })
  assert.equal(late.status, 422)
  assert.match(saidIn(late), /A colleague changed this calendar/)
})

test('a holiday that is called off leaves the next version, and stays in the one before', async (t) => {
  const office = await anOffice(t)
  const { fill, adel } = office
  await fill('/en/admin/calendars/holiday', EID)
  const address = '/en/admin/calendars/government/remove?what=holiday&from=2026-10-11&to=2026-10-13'
  const removed = await fill(address, { reason: 'Called off' })
  assert.match(saidIn(removed), /Removed from the new version/)
  assert.equal(await dueIn(office, 10), '2026-10-15')
  assert.match(saidIn(await adel.get('/en/admin/calendars/government')), /Version 3 Called off Adel/)
  assert.match(saidIn(await adel.get('/en/admin/calendars/government?version=2')), /This is version 2/)
  assert.equal((await adel.get(address)).status, 404)
})

test('a new calendar serves an entity at once', async (t) => {
  const { fill, tools } = await anOffice(t)
  const hours = { 'day-7': '08:00-12:00، 16:00-19:00', 'day-1': '08:00–12:00' }
  const refused = await fill('/en/admin/calendars/new', {
    nameAr: 'البلدية',
    nameEn: 'Municipal',
    timeZone: 'Mars',
    ...hours,
  })
  assert.match(refused.html, /id="timeZone-error"/)
  await fill('/en/admin/calendars/new', { nameAr: 'البلدية', nameEn: 'Municipal', ...hours })
  await fill('/en/admin/entities/works', { calendar: 'municipal' }, '/entities/works')
  assert.equal((await tools.directory()).entity('works')?.calendarId, 'municipal')
  assert.equal((await tools.book()).calendar('municipal').weeks[0]?.days[7]?.length, 2)
})

test('hours that were read are written as they were typed', () => {
  const time = fc.integer({ min: 0, max: 1438 })
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  fc.assert(
    fc.property(fc.uniqueArray(time, { minLength: 2, maxLength: 6 }), (moments) => {
      const ordered = moments.toSorted((one, other) => one - other)
      const even = ordered.slice(0, ordered.length - (ordered.length % 2))
      const pairs = even.flatMap((open, at) =>
        at % 2 === 0 ? [[clock(open), clock(even[at + 1] ?? 0)] as const] : [],
      )
      const read = hoursIn(hoursText(pairs))
      assert.deepEqual(read.ok && read.value, pairs)
    }),
  )
})
