import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { ESCROW } from '#sealing'
import { acknowledgeBy, eraseOn, feedbackBy, nextClock } from '../model/clocks.ts'
import { disclose, places } from '../model/outer.ts'
import { openSteps, type Standing } from '../model/steps.ts'
import type {
  Envelope,
  Identity,
  Kind,
  Outcome,
  Pair,
  Report,
  Risk,
  Seriousness,
  Stage,
  Summary,
} from '../model/wire.ts'
import { historyOf, record } from '../store/audit.ts'
import { filesOf } from '../store/files.ts'
import { type Ask, asksOf, holdersOf, markSeen } from '../store/holders.ts'
import { answersOf, identityOf, requestsOf } from '../store/identities.ts'
import { itemsFor } from '../store/items.ts'
import type { OfficerRow } from '../store/officers.ts'
import { type ListedRow, listHeld, type ReportRow } from '../store/reports.ts'
import { keptOf, type Shell } from './keep-item.ts'
import { fromHex, type Room, rosterNow, today, toHex } from './room.ts'
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

/** A report, opened by one who has an envelope for it; what is new in it counts as seen. */
export async function openReport(
  room: Room,
  officer: OfficerRow,
  id: string,
): Promise<Result<Report, 'not-found'>> {
  const found = await readReport(room, room.db, officer, id)
  if (found.ok) await markSeen(room.db, fromHex(id), officer.id)
  return found
}

export async function readReport(
  room: Room,
  db: Db,
  officer: OfficerRow,
  id: string,
): Promise<Result<Report, 'not-found'>> {
  const [row] = await listHeld(db, officer.id, false, fromHex(id))
  const key = row && (await room.vault.key(id))
  if (!row || !key) return no('not-found')
  const report = { id, key }
  const [items, files, history] = [
    await itemsFor(db, row.id, officer.id),
    await filesOf(db, row.id),
    await historyOf(db, row.id),
  ]
  const roster = await rosterNow(room, db)
  const holders = await holdersOf(db, row.id)
  return yes({
    ...(await summary(room, db, row)),
    replyKey: row.replyKey && disclose(key, places.replyKey(id), row.replyKey).toString('base64url'),
    items: items
      .filter(({ purpose }) => purpose !== 'identity-share')
      .map((item) => keptOf(report, item, officer.id)),
    files: files.map(({ file, item, chunks }) => ({ id: toHex(file), item: toHex(item), chunks })),
    identity: await identityFor(db, report, officer.id),
    history: history.map(({ day, who, what }) => ({ day: day.toString(), who, what })),
    steps: openSteps(await standingOf(db, row), officer.id),
    mayReceive: (roster?.officers ?? []).map((one) => one.id).filter((one) => !holders.includes(one)),
  })
}

async function summary(room: Room, db: Db, row: ListedRow): Promise<Summary> {
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

/** What decides about the next step. */
export async function standingOf(db: Db, row: ReportRow): Promise<Standing> {
  const [identity, requests] = [await identityOf(db, row.id), await requestsOf(db, row.id)]
  const states = requests.map(({ state }) => state)
  return {
    stage: row.stage as Stage,
    held: row.held,
    answerable: row.replyKey !== null,
    holders: (await holdersOf(db, row.id)).length,
    asks: (await asksOf(db, row.id)).map(({ what, officer }) => ({ what, by: officer })),
    identity: !identity
      ? 'none'
      : states.includes('open')
        ? 'asked'
        : states.includes('released')
          ? 'released'
          : 'kept',
  }
}

async function identityFor(db: Db, report: Shell, officer: string): Promise<Identity | null> {
  const id = fromHex(report.id)
  const identity = await identityOf(db, id)
  const row = identity && (await itemsFor(db, id, ESCROW)).find(({ item }) => item.equals(identity.item))
  if (!identity || !row) return null
  const { item, nonce, body } = keptOf(report, row, ESCROW)
  const [requests, answers] = [await requestsOf(db, id), await answersOf(db, id)]
  return {
    ...{ item, nonce, body, commitment: identity.commitment.toString('base64url') },
    requests: requests.map((one) => ({
      request: toHex(one.request),
      by: one.officer,
      on: one.day.toString(),
      state: one.state as 'open',
      answers: answers
        .filter(({ request }) => request.equals(one.request))
        .map(({ custodian, day, gave, sealed }) => ({
          ...{ custodian, gave, on: day.toString() },
          envelope:
            one.officer === officer && sealed ? shareIn(report, toHex(one.request), custodian, sealed) : null,
        })),
    })),
  }
}

const shareIn = (report: Shell, request: string, custodian: string, sealed: Buffer): Envelope =>
  JSON.parse(disclose(report.key, places.share(report.id, request, custodian), sealed).toString())

/** One sealed chunk of a file, as the reporter's browser made it. */
export async function readChunk(
  room: Room,
  officer: OfficerRow,
  id: string,
  file: string,
  index: number,
): Promise<Result<Buffer, 'not-found'>> {
  const [row] = await listHeld(room.db, officer.id, false, fromHex(id))
  const key = row && (await room.vault.key(id))
  const found = row && (await filesOf(room.db, row.id)).find((one) => toHex(one.file) === file)
  if (!key || !found || index >= found.chunks) return no('not-found')
  const chunk = await room.vault.chunk(toHex(found.folder), file, index)
  if (!chunk) return no('not-found')
  if (index === 0) await record(room.db, today(room), officer.id, 'file-opened', fromHex(id))
  const own = disclose(key, places.fileKey(id, file), found.key)
  return yes(disclose(own, places.chunk(file, index), chunk))
}
