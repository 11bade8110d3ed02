import { setImmediate } from 'node:timers/promises'
import { type Directory, plantDirectory } from '#entities'
import { newId, newReference } from '#kernel'
import type { Db } from '#platform'
import type { PromiseBook } from '#promises'
import { historyOf, type Placed } from '../../model/import/history.ts'
import type { ReadRow } from '../../model/import/read-row.ts'
import { promised } from '../../model/promised.ts'
import { CLOCK_HOLDER } from '../../model/state.ts'
import * as store from '../../store/import.ts'
import { calendarOf } from '../calendar-of.ts'
import { nextActAt } from '../next-act.ts'
import { startClock } from '../start-clock.ts'
import type { Missing, Registry } from './places.ts'

/** What one import writes with. */
export interface Importing {
  db: Db
  source: string
  fingerprint: Buffer
  directory: Directory
  book: PromiseBook
  registry: Registry
  now(): Temporal.Instant
  /** Dates that were promised before, by promise, calendar and day: counting working days is the dearest part. */
  dates: Map<string, ReturnType<typeof promised>>
  /** Days by time zone and quarter of an hour. */
  days: Map<string, Map<number, string>>
}

export interface Batch {
  rows: ReadRow[]
  /** Records of the file up to the end of this batch. */
  records: number
  last: boolean
}

/** A batch made ready while the one before it is still being written. */
export interface Ready extends Batch {
  made: store.Imported[]
}

/** Rows made ready between two looks at what else is to be done: some milliseconds. */
const SLICE = 200

/** Makes histories of the rows that are no cases yet; the costly half, done beside the database's own work. */
export async function prepare(importing: Importing, batch: Batch): Promise<Ready> {
  const known = await store.knownAlready(importing.db, importing.source, idsOf(batch.rows))
  const fresh = batch.rows.filter(({ sourceId }) => !known.has(sourceId))
  const draw = drawer(importing)
  const made: store.Imported[] = []
  for (const [index, row] of fresh.entries()) {
    if (index % SLICE === 0) await setImmediate()
    made.push(imported(importing, row, draw))
  }
  return { ...batch, made }
}

/**
 * Writes what was made ready, and the position of the import with it: one transaction. Begins again when a
 * public number was given to somebody else in the meantime.
 */
export async function writeBatch(importing: Importing, ready: Ready): Promise<store.ImportPosition> {
  for (let attempt = 1; ; attempt++) {
    try {
      const missing = importing.registry.missing()
      const position = await importing.db.transaction((tx) => write(importing, ready, missing, tx))
      importing.registry.planted(missing)
      return position
    } catch (error) {
      if (!isTaken(error) || attempt === 5) throw error
    }
  }
}

async function write(importing: Importing, { rows, made, records, last }: Ready, missing: Missing, tx: Db) {
  const { source } = importing
  const position = await store.holdImport(tx, importing)
  if (!position) throw new Error('An import without a position writes nothing')
  // Another process brought the same file further while this one waited.
  if (position.records >= records && !last) return position
  const known = await store.knownAlready(tx, source, idsOf(rows))
  const fresh = made.filter(({ row }) => !known.has(row.sourceId))
  const numbered = await withFreeNumbers(importing, fresh, tx)
  if (missing.entities.length + missing.categories.length > 0) await plantDirectory(tx, missing)
  if (numbered.length > 0) await store.putHistories(tx, source, numbered)
  const moved = {
    records: Math.max(records, position.records),
    imported: position.imported + numbered.length,
    known: position.known + rows.length - numbered.length,
    stages: counted(position.stages, numbered),
    finishedAt: last ? importing.now() : null,
  }
  await store.moveImport(tx, importing, moved, importing.now())
  return moved
}

const idsOf = (rows: ReadRow[]) => rows.map(({ sourceId }) => sourceId)

function imported(importing: Importing, row: ReadRow, draw: (row: ReadRow) => string): store.Imported {
  const history = historyOf(row, placed(importing, row, draw(row)))
  const { clock } = history.state
  // What was left lying before Sawt does not climb on the day it is brought: thousands would at once. The
  // first step that somebody takes on it here starts its ladder.
  const resident = clock !== null && CLOCK_HOLDER[clock] === 'resident'
  return { ...history, row, nextActAt: resident ? nextActAt(history.state, importing) : null }
}

/** The same with other numbers for those whose number is somebody's: about one in a thousand in a country's best year. */
async function withFreeNumbers(
  importing: Importing,
  made: store.Imported[],
  tx: Db,
): Promise<store.Imported[]> {
  const references = made.map(({ state }) => state.reference)
  const taken = made.length > 0 ? await store.takenReferences(tx, references) : new Set<string>()
  if (taken.size === 0) return made
  const draw = drawer(importing, references)
  const again = made.map((one) => (taken.has(one.state.reference) ? imported(importing, one.row, draw) : one))
  return withFreeNumbers(importing, again, tx)
}

/** Draws public numbers, of the year that a row was received in, that were not drawn here before. */
function drawer(importing: Importing, before: string[] = []): (row: ReadRow) => string {
  const { timeZone } = calendarOf(null, importing)
  const drawn = new Set(before)
  return ({ received }) => {
    const year = Number(dayOf(importing, received, timeZone).slice(0, 4))
    let reference = newReference(year)
    while (drawn.has(reference)) reference = newReference(year)
    drawn.add(reference)
    return reference
  }
}

function placed(importing: Importing, row: ReadRow, reference: string): Placed {
  const { directory, book, registry, source } = importing
  const orphan = row.stage === 'received' ? null : (directory.central?.id ?? null)
  const entity = row.entity ? registry.entity(row.entity) : orphan
  const category = row.category ? registry.category(row.category) : null
  const owed = row.due ? undefined : owedBy(importing, row, entity, category)
  return {
    ...{ id: newId(), reference, source, entity, category },
    place: row.place?.text ? registry.place(row.place.text) : null,
    answerBy: row.due ?? owed?.due ?? row.received,
    ...(owed ? { promise: owed.promise } : {}),
    due: (state, at) =>
      startClock({ ...state, clock: null }, state, { now: at, directory, book } as Parameters<
        typeof startClock
      >[2]),
  }
}

function owedBy(importing: Importing, row: ReadRow, entity: string | null, category: string | null) {
  const { directory, book, dates } = importing
  const calendar = calendarOf(entity, { directory, book })
  const about = { type: row.type, category: category ?? undefined, entity: entity ?? undefined }
  const rule = book.promise(about)
  const day = dayOf(importing, row.received, calendar.timeZone)
  const key = `${rule.id} ${rule.version} ${calendar.id} ${day}`
  const found = dates.get(key) ?? promised(book, { ...about, calendar: calendar.id }, row.received)
  dates.set(key, found)
  return found
}

const QUARTER = 900_000

/** The date of a moment, remembered: clocks differ by whole quarters of an hour wherever people live. */
function dayOf({ days }: Importing, at: Temporal.Instant, timeZone: string): string {
  const there = days.get(timeZone) ?? new Map<number, string>()
  days.set(timeZone, there)
  const key = Math.floor(at.epochMilliseconds / QUARTER)
  const known = there.get(key)
  if (known) return known
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  there.set(key, day)
  return day
}

function counted(before: Record<string, number>, made: store.Imported[]): Record<string, number> {
  const stages = { ...before }
  for (const { state } of made) stages[state.stage] = (stages[state.stage] ?? 0) + 1
  return stages
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'cases_reference_key'
