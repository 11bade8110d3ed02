import { randomBytes } from 'node:crypto'
import { no, type Result, yes } from '#kernel'
import { disclose, enclose, places } from '../model/outer.ts'
import { record } from '../store/audit.ts'
import { filesOf, insertFiles } from '../store/files.ts'
import { addHolders } from '../store/holders.ts'
import type { OfficerRow } from '../store/officers.ts'
import { insertReport, listHeld } from '../store/reports.ts'
import { fromHex, type Room, rosterNow, today, toHex } from './room.ts'

export const MOST_AGE = 25 * 1024 * 1024

/** In an hour; nobody without script can do work for it, so all together are held back. */
const MOST_IN_AN_HOUR = 30

/**
 * Keeps a file that was encrypted with age to the office's own recipient, for all officers of the integrity unit.
 * Nobody holds a receipt for it, so nobody can be answered.
 */
export async function receiveAge(
  room: Room,
  file: Buffer,
): Promise<Result<null, 'not-age' | 'busy' | 'too-large' | 'roster-old'>> {
  if (!isAge(file)) return no('not-age')
  if (file.length > MOST_AGE) return no('too-large')
  const roster = await rosterNow(room)
  const officers = roster?.officers.filter(({ office }) => office === 'integrity').map(({ id }) => id) ?? []
  if (!roster || officers.length === 0) return no('roster-old')
  if (!room.mayTakeAge(MOST_IN_AN_HOUR)) return no('busy')
  const [id, folder, day] = [toHex(randomBytes(16)), randomBytes(32), today(room)]
  const key = await room.vault.makeKey(id, day)
  await room.vault.putChunk(toHex(folder), id, 0, enclose(key, places.chunk(id, 0), file), day)
  await room.db.transaction(async (tx) => {
    const row = { id: fromHex(id), kind: 'age', access: null, replyKey: null, received: day, linked: null }
    await insertReport(tx, { ...row, roster: fromHex(roster.hash) })
    await insertFiles(tx, row.id, [
      { file: row.id, item: row.id, chunks: 1, folder, key: enclose(key, places.fileKey(id, id), key) },
    ])
    await addHolders(tx, row.id, officers, day)
    await record(tx, day, 'reporter', 'report', row.id)
  })
  return yes(null)
}

/** The file as it came, to be opened away from this server. */
export async function readAge(
  room: Room,
  officer: OfficerRow,
  id: string,
): Promise<Result<Buffer, 'not-found'>> {
  const [row] = await listHeld(room.db, officer.id, false, fromHex(id))
  const key = row?.kind === 'age' ? await room.vault.key(id) : undefined
  const [file] = row && key ? await filesOf(room.db, row.id) : []
  const kept = file && (await room.vault.chunk(toHex(file.folder), id, 0))
  if (!key || !kept) return no('not-found')
  await record(room.db, today(room), officer.id, 'file-opened', fromHex(id))
  return yes(disclose(key, places.chunk(id, 0), kept))
}

const isAge = (file: Buffer): boolean =>
  ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'].some((start) =>
    file.subarray(0, start.length).equals(Buffer.from(start)),
  )
