import { no, type Result, yes } from '#kernel'
import type { MovedBody } from '../model/bodies.ts'
import { officersOf } from '../model/recipients.ts'
import { record } from '../store/audit.ts'
import { addHolders } from '../store/holders.ts'
import { insertReport, isReport } from '../store/reports.ts'
import { keepItem, type Shell } from './keep-item.ts'
import { fromHex, type Room, rosterNow, today } from './room.ts'
import { takeFiles } from './upload.ts'

/**
 * Takes in what reached the ordinary desk by mistake, sealed there to the officers and to escrow. Nobody holds a
 * receipt for it. Handed over twice under one id it is one report.
 */
export async function receiveMoved(room: Room, body: MovedBody): Promise<Result<null>> {
  const roster = await rosterNow(room)
  if (roster?.hash !== body.roster) return no('roster-old')
  const officers = officersOf(roster, body.item.envelopes)
  if (!officers || body.item.report !== body.id || body.item.item !== body.id) return no('wrong-recipients')
  const [id, day] = [fromHex(body.id), today(room)]
  return room.db.transaction(async (tx) => {
    if (await isReport(tx, id)) return yes(null)
    const report: Shell = { id: body.id, key: await room.vault.makeKey(body.id, day) }
    const row = {
      id,
      kind: 'moved',
      access: null,
      replyKey: null,
      roster: fromHex(body.roster),
      received: day,
    }
    if (!(await insertReport(tx, { ...row, linked: null }))) return yes(null)
    await keepItem(tx, report, { sender: 'room', officer: null, kind: 'text' }, body.item, day)
    await addHolders(tx, id, officers, day)
    await record(tx, day, 'room', 'moved', id)
    return takeFiles(room, tx, report, body.id, body)
  })
}
