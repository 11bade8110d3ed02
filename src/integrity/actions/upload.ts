import { randomBytes } from 'node:crypto'
import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { Work } from '../model/bodies.ts'
import { enclose, places, uploadKey } from '../model/outer.ts'
import { CHUNK_SIZES, isFile, MOST_CHUNKS, MOST_FILES } from '../model/sizes.ts'
import type { SentFile } from '../model/wire.ts'
import { insertFiles } from '../store/files.ts'
import { insertTicket, isTicketOpen, takeTicket } from '../store/spent.ts'
import { from64, fromHex, type Room, sha256, today, toHex } from './room.ts'
import { spendWork } from './spend-work.ts'

/** Twelve bytes of nonce and sixteen of tag: what the room's own encryption adds. */
const ENCLOSED = 28

/** Files leave this much of the disk to reports, which are small: whoever fills it silences nobody. */
const LEFT_TO_REPORTS = 1024 ** 3

/** A ticket to upload files under; the room keeps its hash alone, and deletes after a day what no report took in. */
export function openUpload(room: Room, work: Work): Promise<Result<{ ticket: string }>> {
  return room.db.transaction(async (tx) => {
    const spent = await spendWork(room, tx, work)
    if (!spent.ok) return spent
    if ((await room.vault.free()) < LEFT_TO_REPORTS) return no('busy')
    const ticket = randomBytes(32)
    await insertTicket(tx, sha256(ticket), today(room))
    return yes({ ticket: ticket.toString('base64url') })
  })
}

/** A ticket for the general process, which proved itself otherwise. */
export async function openMovedUpload(room: Room): Promise<{ ticket: string }> {
  const ticket = randomBytes(32)
  await insertTicket(room.db, sha256(ticket), today(room))
  return { ticket: ticket.toString('base64url') }
}

/** Keeps one sealed chunk. Sent again, it replaces itself. */
export async function putChunk(
  room: Room,
  ticket: string,
  file: string,
  index: number,
  content: Buffer,
  mostFiles = MOST_FILES,
): Promise<Result<null, 'ticket-unknown' | 'chunk-size' | 'too-many-files' | 'busy'>> {
  if (!CHUNK_SIZES.includes(content.length) || index >= MOST_CHUNKS) return no('chunk-size')
  const secret = from64(ticket)
  const folder = sha256(secret)
  if (secret.length !== 32 || !(await isTicketOpen(room.db, folder))) return no('ticket-unknown')
  if ((await room.vault.free()) < LEFT_TO_REPORTS) return no('busy')
  const others = await room.vault.filesIn(toHex(folder))
  if (!others.includes(file) && others.length >= mostFiles) return no('too-many-files')
  const enclosed = enclose(uploadKey(secret), places.chunk(file, index), content)
  await room.vault.putChunk(toHex(folder), file, index, enclosed, today(room))
  return yes(null)
}

/** Takes uploaded files into a report, if every chunk of them is there. */
export async function takeFiles(
  room: Room,
  tx: Db,
  report: { id: string; key: Buffer },
  item: string,
  { ticket, files }: { ticket?: string | undefined; files: readonly SentFile[] },
): Promise<Result<null, 'ticket-unknown' | 'files-incomplete'>> {
  if (!ticket) return files.length === 0 ? yes(null) : no('ticket-unknown')
  const secret = from64(ticket)
  const folder = sha256(secret)
  if (!(await takeTicket(tx, folder, fromHex(report.id)))) return no('ticket-unknown')
  const whole = await Promise.all(files.map((file) => isWhole(room, toHex(folder), file)))
  if (whole.includes(false)) return no('files-incomplete')
  const key = uploadKey(secret)
  const rows = files.map(({ id, chunks }) => ({
    file: fromHex(id),
    item: fromHex(item),
    chunks,
    folder,
    key: enclose(report.key, places.fileKey(report.id, id), key),
  }))
  return (await insertFiles(tx, fromHex(report.id), rows)) === rows.length
    ? yes(null)
    : no('files-incomplete')
}

async function isWhole(room: Room, folder: string, { id, chunks }: SentFile): Promise<boolean> {
  const indices = Array.from({ length: chunks }, (_, index) => index)
  const sizes = await Promise.all(indices.map((index) => room.vault.chunkSize(folder, id, index)))
  const beyond = await room.vault.chunkSize(folder, id, chunks)
  return beyond === undefined && isFile(sizes.map((size) => (size === undefined ? size : size - ENCLOSED)))
}
