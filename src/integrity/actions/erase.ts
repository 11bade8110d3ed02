import type { Db } from '#platform'
import { record } from '../store/audit.ts'
import { filesOf, isFolderUsed } from '../store/files.ts'
import { removeContent } from '../store/items.ts'
import { sweepSignIns } from '../store/officers.ts'
import { isReport, markErased, reportsToErase } from '../store/reports.ts'
import { sweepSpent, sweepTickets } from '../store/spent.ts'
import { fromHex, type Room, today, toHex } from './room.ts'

/**
 * Erases a report: its key is destroyed first, so that whatever copies of its ciphertext remain anywhere can never be
 * opened again; then what is here. Days and codes stay, for the statistics.
 *
 * A crash in between leaves a report without its key, which the next sweep finishes.
 */
export async function eraseReport(room: Room, tx: Db, id: Buffer): Promise<void> {
  const day = today(room)
  const folders = new Set((await filesOf(tx, id)).map(({ folder }) => toHex(folder)))
  await room.vault.destroyKey(toHex(id), day)
  for (const folder of folders) await room.vault.removeFolder(folder, day)
  await removeContent(tx, id)
  await markErased(tx, id, day)
  await record(tx, day, 'room', 'erased', id)
}

/**
 * The room's own work, now and then: erases what was closed twelve months ago and is not held, and removes what
 * nobody took in: uploads, keys without a report, challenges that were used.
 *
 * @returns how many reports were erased
 */
export async function tidyRoom(room: Room): Promise<number> {
  const due = await reportsToErase(room.db, today(room).subtract({ months: 12 }))
  for (const { id } of due) await room.db.transaction((tx) => eraseReport(room, tx, id))
  const yesterday = today(room).subtract({ days: 1 })
  await sweepSpent(room.db, yesterday)
  await sweepTickets(room.db, yesterday)
  await sweepSignIns(room.db, yesterday)
  await sweepVault(room, yesterday)
  return due.length
}

async function sweepVault(room: Room, before: Temporal.PlainDate): Promise<void> {
  for (const { folder, day } of await room.vault.folders())
    if (day < before.toString() && !(await isFolderUsed(room.db, fromHex(folder))))
      await room.vault.removeFolder(folder, today(room))
  for (const { report, day } of await room.vault.keys())
    if (day < before.toString() && !(await isReport(room.db, fromHex(report))))
      await room.vault.destroyKey(report, today(room))
}
