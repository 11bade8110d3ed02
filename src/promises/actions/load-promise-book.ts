import type { Db } from '#platform'
import type { Calendar } from '../model/calendar.ts'
import type { Rung } from '../model/ladder.ts'
import { parseCalendar } from '../model/parse-calendar.ts'
import { type PromiseBook, promiseBook } from '../model/promise-book.ts'
import * as calendars from '../store/calendars.ts'
import { configuration } from '../store/configuration.ts'
import * as ladder from '../store/ladder.ts'
import * as promises from '../store/promises.ts'
import { momentOfRow } from './list-ladder.ts'

/**
 * A snapshot of the calendars and promises in force. The number is read first: a change that arrives in
 * between is then loaded twice rather than missed.
 */
export async function loadPromiseBook(db: Db): Promise<PromiseBook> {
  const number = await configuration(db)
  const [rows, rules, rungs] = [
    await calendars.current(db),
    await promises.inForce(db),
    await ladder.rungs(db),
  ]
  return promiseBook({
    configuration: number,
    calendars: rows.map(readCalendar),
    rules,
    ladder: rungs.map(readRung),
  })
}

const readRung = (row: ladder.RungRow): Rung => ({
  id: row.id,
  clock: row.clock,
  at: momentOfRow(row),
  tells: row.tells,
})

/** A calendar as it was in one version, to explain a date that was computed from it. */
export async function calendarAt(db: Db, id: string, version: number): Promise<Calendar | undefined> {
  const row = await calendars.version(db, id, version)
  return row && readCalendar(row)
}

/** What is stored was accepted once, so a refusal here is a fault of ours. */
function readCalendar(row: calendars.CalendarRow): Calendar {
  const read = parseCalendar(row)
  if (!read.ok) throw new Error(`calendar ${row.id} version ${row.version} is ${read.reason}`)
  return read.value
}
