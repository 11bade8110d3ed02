import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { KnownRoster } from '#sealing'
import { ESCROW, REPORTER } from '#sealing'
import type { ReportBody } from '../model/bodies.ts'
import { enclose, places } from '../model/outer.ts'
import { isExactlyFor, isForCustodians, officersOf } from '../model/recipients.ts'
import { record } from '../store/audit.ts'
import { addHolders } from '../store/holders.ts'
import { insertIdentity } from '../store/identities.ts'
import { insertReport, isReport, isSameReport, reportByAccess } from '../store/reports.ts'
import { keepItem, type Shell } from './keep-item.ts'
import { from64, fromHex, type Room, rosterNow, sha256, today } from './room.ts'
import { spendWork } from './spend-work.ts'
import { takeFiles } from './upload.ts'

/**
 * Takes in a report, whole or not at all. Sent again by the same browser it is the same report.
 *
 * The server checks that it is sealed to people of the current roster, to escrow, and to nobody else; it cannot
 * check what is inside.
 */
export async function submitReport(room: Room, body: ReportBody): Promise<Result<null>> {
  if (await isSameReport(room.db, fromHex(body.id), from64(body.access))) return yes(null)
  const roster = await rosterNow(room)
  if (roster?.hash !== body.roster) return no('roster-old')
  const officers = soundFor(roster, body)
  if (!officers) return no('wrong-recipients')
  // Spent also when the report is then refused: one challenge must not be good for trying for ever.
  const spent = await spendWork(room, room.db, body)
  if (!spent.ok) return spent
  return room.db.transaction(async (tx) => {
    if (await isReport(tx, fromHex(body.id))) return no('id-taken')
    return takeIn(room, tx, body, officers)
  })
}

/** The officers it is for, when every part of it belongs together and is sealed to whom it must be. */
function soundFor(roster: KnownRoster, { id, item, identity, transcript }: ReportBody): string[] | undefined {
  const parts = [item, identity, transcript].filter((part) => part !== undefined)
  const belongs = parts.every((part) => part.report === id) && item.item === id
  const ids = new Set(parts.map((part) => part.item))
  const officers = officersOf(roster, item.envelopes)
  if (!officers || !belongs || ids.size !== parts.length) return undefined
  if (identity && !isForCustodians(roster, identity.envelopes)) return undefined
  if (transcript && !isExactlyFor(transcript.envelopes, [...officers, ESCROW, REPORTER])) return undefined
  return officers
}

async function takeIn(room: Room, tx: Db, body: ReportBody, officers: string[]): Promise<Result<null>> {
  const day = today(room)
  const { id, linked, item, identity, transcript } = body
  const earlier = linked && (await reportByAccess(tx, sha256(from64(linked.access))))
  const report: Shell = { id, key: await room.vault.makeKey(id, day) }
  const inserted = await insertReport(tx, {
    id: fromHex(id),
    kind: 'sealed',
    access: from64(body.access),
    replyKey: enclose(report.key, places.replyKey(id), from64(body.replyKey)),
    roster: fromHex(body.roster),
    received: day,
    linked: earlier?.id ?? null,
  })
  if (!inserted) return no('id-taken')
  const reporter = { sender: 'reporter', officer: null, kind: 'text' } as const
  await keepItem(tx, report, reporter, item, day)
  if (transcript) await keepItem(tx, report, { ...reporter, sender: 'office' }, transcript, day)
  if (identity) {
    await keepItem(tx, report, reporter, identity, day)
    await insertIdentity(tx, fromHex(id), fromHex(identity.item), from64(identity.commitment))
  }
  await addHolders(tx, fromHex(id), officers, day)
  await record(tx, day, REPORTER, 'report', fromHex(id))
  return takeFiles(room, tx, report, id, body)
}
