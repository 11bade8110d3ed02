import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { disclose, places } from '../model/outer.ts'
import { openSteps, type Standing } from '../model/steps.ts'
import type { Report, Stage } from '../model/wire.ts'
import { historyOf, record } from '../store/audit.ts'
import { filesOf } from '../store/files.ts'
import { asksOf, holdersOf, markSeen } from '../store/holders.ts'
import { identityOf, requestsOf } from '../store/identities.ts'
import { itemsFor } from '../store/items.ts'
import type { OfficerRow } from '../store/officers.ts'
import { listHeld, type ReportRow } from '../store/reports.ts'
import { identityFor } from './identity-for.ts'
import { keptOf } from './keep-item.ts'
import { summary } from './list-reports.ts'
import { fromHex, type Room, rosterNow, today, toHex } from './room.ts'

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
