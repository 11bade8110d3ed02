import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { ESCROW, REPORTER } from '#sealing'
import type { MessageBody, Work } from '../model/bodies.ts'
import { acknowledgeBy, feedbackBy, retaliationPrompts } from '../model/clocks.ts'
import { isExactlyFor } from '../model/recipients.ts'
import type { ItemKind, Outcome, Purpose, Sender, Stage, Visit } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import { holdersOf } from '../store/holders.ts'
import { type AnswerRow, answersOf, identityOf, requestsOf } from '../store/identities.ts'
import { itemsFor, type KeptItem } from '../store/items.ts'
import { type ReportRow, reportByAccess } from '../store/reports.ts'
import { keepItem, keptOf, type Shell } from './keep-item.ts'
import { from64, type Room, rosterNow, sha256, today, toHex } from './room.ts'
import { spendWork } from './spend-work.ts'
import { takeFiles } from './upload.ts'

const NOBODY = Buffer.alloc(16)

/**
 * What the holder of a receipt may see; null where there is no such report, after the same work: the same
 * statements run, and a key is read.
 */
export async function visit(room: Room, body: Work & { access: string }): Promise<Result<Visit | null>> {
  const spent = await spendWork(room, room.db, body)
  if (!spent.ok) return spent
  const row = await reportByAccess(room.db, sha256(from64(body.access)))
  const id = row?.id ?? NOBODY
  const key = row ? await room.vault.key(toHex(id)) : await room.vault.decoy()
  const items = await itemsFor(room.db, id, REPORTER)
  const holders = await reachableHolders(room, room.db, id)
  const identity = await identityOf(room.db, id)
  const requests = await requestsOf(room.db, id)
  const answers = await answersOf(room.db, id)
  if (!row || !key) return yes(null)
  const asked = requests.at(-1)
  return yes({
    ...standing(row),
    holders,
    identity: {
      kept: identity !== undefined,
      requestedOn: asked?.day.toString() ?? null,
      releasedOn: asked?.state === 'released' ? lastGiven(answers, asked.request) : null,
    },
    messages: items
      .filter(({ purpose }) => ['report', 'message', 'transcript'].includes(purpose))
      .map((item) => told({ id: toHex(id), key }, item)),
  })
}

/** The day on which the last custodian who was needed gave their share. */
const lastGiven = (answers: readonly AnswerRow[], request: Buffer): string | null =>
  answers
    .filter((one) => one.gave && one.request.equals(request))
    .map(({ day }) => day.toString())
    .toSorted()
    .at(-1) ?? null

const standing = (row: ReportRow) => ({
  id: toHex(row.id),
  stage: row.stage as Stage,
  roster: toHex(row.roster),
  received: row.received.toString(),
  acknowledgeBy: acknowledgeBy(row.received).toString(),
  acknowledgedOn: row.acknowledgedOn?.toString() ?? null,
  feedbackBy: feedbackBy(row.received, row.acknowledgedOn).toString(),
  feedbackOn: row.feedbackOn?.toString() ?? null,
  closedOn: row.closedOn?.toString() ?? null,
  outcome: row.outcome as Outcome | null,
  retaliationPrompts: retaliationPrompts(row.received).map(String),
})

/** A found receipt shows replies and status, never the report: only what is sealed to the reporter has a body. */
function told(report: Shell, row: KeptItem): Visit['messages'][number] {
  const common = {
    item: toHex(row.item),
    from: row.sender as Sender,
    day: row.day.toString(),
    kind: row.kind as ItemKind,
    purpose: row.purpose as Purpose,
  }
  if (!row.envelope) return common
  const { nonce, body, envelope } = keptOf(report, row, REPORTER)
  return { ...common, nonce, body, ...(envelope && { envelope }) }
}

/** Those who hold a report and stand in the current roster: to whom new items are sealed. */
export async function reachableHolders(room: Room, db: Db, report: Buffer): Promise<string[]> {
  const [holders, roster] = [await holdersOf(db, report), await rosterNow(room, db)]
  return holders.filter((id) => roster?.officers.some((officer) => officer.id === id))
}

/** Adds the reporter's message to the dialogue. The same item sent again is there already. */
export async function sendMessage(room: Room, body: MessageBody): Promise<Result<null>> {
  // Spent also when the message is then refused.
  const spent = await spendWork(room, room.db, body)
  if (!spent.ok) return spent
  return room.db.transaction(async (tx) => {
    const row = await reportByAccess(tx, sha256(from64(body.access)))
    const key = row && (await room.vault.key(toHex(row.id)))
    if (!row || !key) return no('not-found')
    const report = { id: toHex(row.id), key }
    const recipients = [...(await reachableHolders(room, tx, row.id)), ESCROW]
    const proven = body.item.envelopes.every(({ by }) => by === REPORTER)
    if (!proven || body.item.report !== report.id || body.item.item === report.id)
      return no('wrong-recipients')
    if (!isExactlyFor(body.item.envelopes, recipients)) return no('wrong-recipients')
    const written = { sender: REPORTER, officer: null, kind: 'text' } as const
    if (!(await keepItem(tx, report, written, body.item, today(room)))) return yes(null)
    await record(tx, today(room), REPORTER, 'message', row.id)
    return takeFiles(room, tx, report, body.item.item, body)
  })
}
