import type { Db } from '#platform'
import { acknowledgeBy, eraseOn, feedbackBy, nextClock } from '../model/clocks.ts'
import type { Kind, Outcome, Pair, Risk, Seriousness, Stage, Summary } from '../model/wire.ts'
import { type Ask, asksOf } from '../store/holders.ts'
import type { OfficerRow } from '../store/officers.ts'
import { type ListedRow, listHeld, type ReportRow } from '../store/reports.ts'
import { type Room, toHex } from './room.ts'
import { reachableHolders } from './visit.ts'

/** The officer's own reports: priority first, then by the nearest clock; the closed ones newest first. */
export async function listReports(room: Room, officer: OfficerRow, closed: boolean): Promise<Summary[]> {
  const rows = await listHeld(room.db, officer.id, closed, null)
  const sorted = rows.toSorted(closed ? (one, other) => later(other.closedOn, one.closedOn) : byUrgency)
  return Promise.all(sorted.map((row) => summary(room, room.db, row)))
}

function byUrgency(one: ReportRow, other: ReportRow): number {
  const priority = Number(isPriority(other)) - Number(isPriority(one))
  return priority || later(nextClock(one), nextClock(other)) || later(one.received, other.received)
}

/** What is owed on no day comes last. */
function later(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number {
  if (!one || !other) return Number(!one) - Number(!other)
  return Temporal.PlainDate.compare(one, other)
}

/** Retaliation after an earlier report goes first. */
const isPriority = (row: ReportRow) => row.linked !== null

/** A report without its items. */
export async function summary(room: Room, db: Db, row: ListedRow): Promise<Summary> {
  const asks = await asksOf(db, row.id)
  return {
    ...days(row),
    id: toHex(row.id),
    kind: row.kind as Kind,
    stage: row.stage as Stage,
    priority: isPriority(row),
    linked: row.linked && toHex(row.linked),
    roster: toHex(row.roster),
    outcome: row.outcome as Outcome | null,
    seriousness: row.seriousness as Seriousness | null,
    retaliation: row.retaliation as Risk | null,
    news: row.news,
    holders: await reachableHolders(room, db, row.id),
    hold: pair(asks, 'hold', row.held),
    lift: pair(asks, 'lift', false),
    erase: pair(asks, 'erase', false),
  }
}

const days = (row: ListedRow) => ({
  received: row.received.toString(),
  acknowledgeBy: acknowledgeBy(row.received).toString(),
  acknowledgedOn: row.acknowledgedOn?.toString() ?? null,
  feedbackBy: feedbackBy(row.received, row.acknowledgedOn).toString(),
  feedbackOn: row.feedbackOn?.toString() ?? null,
  closedOn: row.closedOn?.toString() ?? null,
  eraseOn: row.held ? null : (eraseOn(row.closedOn)?.toString() ?? null),
  referredOn: row.referredOn?.toString() ?? null,
  lastFromReporter: row.lastFromReporter?.toString() ?? null,
})

function pair(asks: readonly Ask[], what: string, inForce: boolean): Pair {
  const ask = asks.find((one) => one.what === what)
  return { askedBy: ask?.officer ?? null, askedOn: ask?.day.toString() ?? null, inForce }
}
