import { innerDue } from '#promises'
import { apply } from '../model/apply.ts'
import type { CaseEvent, Facts } from '../model/event.ts'
import { entityDueBy } from '../model/recount.ts'
import { type CaseState, CLOCK_HOLDER } from '../model/state.ts'
import { eventsOf } from '../store/events.ts'
import { record } from '../store/record.ts'
import * as store from '../store/recount.ts'
import type { Moment, Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import { nextActAt } from './next-act.ts'

const BATCH = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Counts the clocks of open cases again after a calendar changed: an announced holiday, other hours. What
 * moved is an event with both dates; the date told to the resident does not move.
 *
 * @returns how many cases moved, or undefined when no calendar has changed
 */
export async function recountClocks(tools: Tools): Promise<number | undefined> {
  const changed = await store.calendarToRecount(tools.db)
  // This process may not have noticed the change yet: then it counts at the next beat, not by the old calendar.
  if (!changed || (await tools.book()).calendar(changed.id).version < changed.version) return undefined
  let moved = 0
  for (let after: string | undefined = FIRST; after; ) {
    const batch = await recountBatch(tools, changed.id, after)
    moved += batch.moved
    after = batch.last
  }
  await store.recounted(tools.db, changed)
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
    let moved = 0
    for (const state of found) if (await recount(state, calendarId, moment)) moved++
    return { moved, last: found.length === BATCH ? found.at(-1)?.id : undefined }
  })

async function recount(state: CaseState, calendarId: string, moment: Moment): Promise<boolean> {
  const entityDue = entityDueBy(await eventsOf(moment.tx, state.id), calendarOf(state.entity, moment)) ?? null
  const counted = { ...state, entityDue: entityDue ?? state.entityDue }
  const due = innerClock(counted, moment) ?? state.clockDue
  if (same(counted.entityDue, state.entityDue) && same(due, state.clockDue)) return false
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
  return true
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
