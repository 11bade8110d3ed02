import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stoppedClock } from '#kernel'
import { freshDatabase } from '../../../test/kit/database.ts'
import type { CalendarContent } from '../model/calendar-content.ts'
import { dueAt } from '../model/due.ts'
import { addHoliday } from './add-holiday.ts'
import { calendarHistory, listCalendars } from './list-calendars.ts'
import { calendarAt, loadPromiseBook } from './load-promise-book.ts'
import { type CalendarChange, saveCalendar } from './save-calendar.ts'

const hours: [string, string][] = [['07:00', '14:15']]
const content: CalendarContent = {
  weeks: [{ days: { 7: hours, 1: hours, 2: hours, 3: hours, 4: hours } }],
  holidays: [],
}
const ministries: CalendarChange = {
  id: 'ministries',
  nameAr: 'الوزارات',
  nameEn: 'Ministries',
  timeZone: 'Asia/Bahrain',
  content,
}
const officer = { id: '0198a1f0-0000-7000-8000-000000000001' }
const eid = { from: '2026-03-19', to: '2026-03-23', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } }
const started = Temporal.ZonedDateTime.from('2026-03-17T10:00[Asia/Bahrain]')
const clock = stoppedClock('2026-03-10T08:00:00Z')

test('an announced holiday is a new version, and the old date stays explainable from the old one', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock }
  await saveCalendar(tools, officer, ministries)
  await saveCalendar(tools, officer, { ...ministries, id: 'courts' })
  const announced = await addHoliday(tools, officer, {
    calendars: ['ministries', 'courts'],
    holiday: eid,
    reason: 'Circular 5',
  })
  assert.deepEqual(announced.ok && announced.value.map(({ version }) => version), [2, 2])
  const book = await loadPromiseBook(db)
  const before = await calendarAt(db, 'courts', 1)
  assert.ok(before)
  assert.equal(dueAt(started, 3, book.calendar('courts')).toPlainDate().toString(), '2026-03-25')
  assert.equal(dueAt(started, 3, before).toPlainDate().toString(), '2026-03-22')
  assert.equal(await calendarAt(db, 'courts', 9), undefined)
})

test('the history says who changed a calendar, when and why, the newest first', async (t) => {
  const { db } = await freshDatabase(t)
  await saveCalendar({ db, clock }, { id: null }, ministries)
  await saveCalendar({ db, clock }, officer, {
    ...ministries,
    nameEn: 'All ministries',
    reason: ' New name ',
  })
  const told = (await calendarHistory(db, 'ministries')).map((row) => [
    row.version,
    row.reason,
    row.createdBy,
  ])
  assert.deepEqual(told, [
    [2, 'New name', officer.id],
    [1, null, null],
  ])
  const [now] = await listCalendars(db)
  assert.deepEqual(
    [now?.nameEn, now?.version, now?.changedAt.toString()],
    ['All ministries', 2, '2026-03-10T08:00:00Z'],
  )
})

test('a refused change changes nothing, not even the number that wakes other processes', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock }
  await saveCalendar(tools, officer, ministries)
  const before = await loadPromiseBook(db)
  const reasonOf = async (change: Partial<CalendarChange>) => {
    const outcome = await saveCalendar(tools, officer, { ...ministries, reason: 'Why', ...change })
    return outcome.ok ? 'saved' : outcome.reason
  }
  assert.equal(await reasonOf({ reason: '  ' }), 'calendar-reason-missing')
  assert.equal(await reasonOf({ nameAr: ' ' }), 'calendar-name-missing')
  assert.equal(await reasonOf({ id: '../x' }), 'calendar-id-malformed')
  assert.equal(await reasonOf({ timeZone: 'Asia/Nowhere' }), 'calendar-zone-unknown')
  assert.equal(
    await reasonOf({ content: { weeks: [{ days: {} }], holidays: [] } }),
    'calendar-week-never-open',
  )
  assert.equal(await reasonOf({ basedOn: 7 }), 'calendar-changed-meanwhile')
  assert.equal((await loadPromiseBook(db)).configuration, before.configuration)
  assert.equal((await calendarHistory(db, 'ministries')).length, 1)
})

test('a holiday reaches all the calendars it names or none of them', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock }
  await saveCalendar(tools, officer, ministries)
  const announce = (...calendars: string[]) =>
    addHoliday(tools, officer, { calendars, holiday: eid, reason: 'Circular 5' })
  const unknown = await announce('ministries', 'nobody')
  assert.equal(!unknown.ok && unknown.reason, 'calendar-unknown')
  assert.equal((await calendarHistory(db, 'ministries')).length, 1)
  assert.ok((await announce('ministries')).ok)
  const twice = await announce('ministries')
  assert.equal(!twice.ok && twice.reason, 'holiday-already-there')
})

test('two administrators who save at once make two versions; one who saw an older one is told', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock }
  await saveCalendar(tools, officer, ministries)
  const blind = [1, 2, 3, 4].map((n) =>
    saveCalendar(tools, officer, { ...ministries, reason: `Change ${n}` }),
  )
  const announced = addHoliday(tools, officer, {
    calendars: ['ministries'],
    holiday: eid,
    reason: 'Circular 5',
  })
  assert.ok((await Promise.all([...blind, announced])).every(({ ok }) => ok))
  assert.equal((await listCalendars(db))[0]?.version, 6)
  const careful = [1, 2].map(() =>
    saveCalendar(tools, officer, { ...ministries, reason: 'Seen 6', basedOn: 6 }),
  )
  const outcomes = (await Promise.all(careful)).map((outcome) => (outcome.ok ? 'saved' : outcome.reason))
  assert.deepEqual(outcomes.sort(), ['calendar-changed-meanwhile', 'saved'])
})

test('not even the application can rewrite a calendar that dates were told from', async (t) => {
  const { db } = await freshDatabase(t)
  await saveCalendar({ db, clock }, officer, ministries)
  for (const attempt of ['update calendar_versions set version = 2', 'delete from calendar_versions']) {
    await assert.rejects(db.pool.query(attempt), /permission denied/)
  }
})
