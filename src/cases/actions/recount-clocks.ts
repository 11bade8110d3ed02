import { innerDue } from '#promises'
import { apply } from '../model/apply.ts'
import type { CaseEvent, Facts } from '../model/event.ts'
import { entityDueBy } from '../model/recount.ts'
import { type CaseState, CLOCK_HOLDER } from '../model/state.ts'
import { eventsOf } from '../store/events.ts'
import { record } from '../store/record.ts'
import type { Moved } from '../store/recount.ts'
import * as store from '../store/recount.ts'
import type { Moment, Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import { nextActAt } from './next-act.ts'
import { type RecountTools, tellRecount } from './tell-recount.ts'

const BATCH = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Counts the clocks of open cases again after a calendar changed: an announced holiday, other hours. What
 * moved is an event with both dates; the date told to the resident does not move. Each entity is told once, of
 * all its cases together.
 *
 * @returns how many cases moved, or undefined when no calendar has changed
 */
export async function recountClocks(tools: RecountTools): Promise<number | undefined> {
  const changed = await store.calendarToRecount(tools.db)
  // This process may not have noticed the change yet: then it counts at the next beat, not by the old calendar.
  if (!changed || (await tools.book()).calendar(changed.id).version < changed.version) return undefined
  let moved = 0
  for (let after: string | undefined = FIRST; after; ) {
    const batch = await recountBatch(tools, changed.id, after)
    moved += batch.moved
    after = batch.last
  }
  await tellRecount(tools, changed)
  return moved
}

const recountBatch = ({ db, clock, directory, book }: Tools, calendarId: string, after: string) =>
  db.transaction(async (tx) => {
    const now = clock.now()
    const moment: Moment = {
      tx,
      now,
      directory: await directory(),
      book: await book(),
      taker: { id: null, roles: [] },
    }
    const found = await store.openByCalendar(tx, calendarId, after, BATCH)
    const moved: Moved[] = []
    for (const state of found) moved.push(...(await recount(state, calendarId, moment)))
    const version = moment.book.calendar(calendarId).version
    if (moved.length > 0) await store.addMoved(tx, { id: calendarId, version, now }, moved)
    return { moved: moved.length, last: found.length === BATCH ? found.at(-1)?.id : undefined }
  })

async function recount(state: CaseState, calendarId: string, moment: Moment): Promise<Moved[]> {
  const entityDue = entityDueBy(await eventsOf(moment.tx, state.id), calendarOf(state.entity, moment)) ?? null
  const counted = { ...state, entityDue: entityDue ?? state.entityDue }
  const due = innerClock(counted, moment) ?? state.clockDue
  if (same(counted.entityDue, state.entityDue) && same(due, state.clockDue)) return []
  const facts: Facts = {
    calendar: calendarId,
    calendarVersion: moment.book.calendar(calendarId).version,
    entityDue: counted.entityDue?.toString(),
    due: due?.toString(),
  }
  const event: CaseEvent = {
    caseId: state.id,
    seq: state.seq + 1,
    step: 'recount',
    at: moment.now,
    role: 'system',
    actorId: null,
    facts,
  }
  const after = apply(state, event, state.stage)
  await record(moment.tx, { state: after, event, nextActAt: nextActAt(after, moment) })
  return movedBy(state, after, moment)
}

/** Whose date moved: the entity's own, or that of a step of the central office, which also holds for others. */
function movedBy(
  before: CaseState,
  { entity, entityDue, clockDue }: CaseState,
  { directory }: Moment,
): Moved[] {
  const own = entityDue !== null && !same(before.entityDue, entityDue)
  const holder = own && entity && directory.joined(entity) ? entity : directory.central?.id
  const to = own ? entityDue : clockDue
  return holder && to ? [{ entity: holder, to }] : []
}

/** The inner clock that runs, counted again from where it began. */
function innerClock(
  { clock, clockSince, entity, entityDue }: CaseState,
  moment: Moment,
): Temporal.Instant | undefined {
  if (clock === 'reply') return entityDue ?? undefined
  if (!clock || clock === 'follows' || !clockSince) return undefined
  const calendar = calendarOf(CLOCK_HOLDER[clock] === 'entity' ? entity : null, moment)
  const due = innerDue(
    clockSince.toZonedDateTimeISO(calendar.timeZone),
    moment.book.inner[clock],
    calendar,
  ).toInstant()
  return clock === 'first-action' && entityDue && Temporal.Instant.compare(entityDue, due) < 0
    ? entityDue
    : due
}

const same = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
  one === other || (one !== null && other !== null && one.equals(other))
