import { createHmac } from 'node:crypto'
import type { MovedBody } from '#integrity'
import { no, type Result, yes } from '#kernel'
import {
  bytes,
  CHUNK,
  type KnownRoster,
  LARGEST_FILE,
  newSealedFile,
  type Recipient,
  recipientsOf,
  type SealedFile,
  type SignedRoster,
  sealFile,
  sealItem,
  trustRosters,
} from '#sealing'

/** The sealed room as the ordinary desk reaches it: in the same process, or on another machine. */
export interface RoomDoor {
  rosters(): Promise<SignedRoster[]>
  ticket(): Promise<Result<string>>
  put(ticket: string, file: string, index: number, chunk: Buffer): Promise<Result<unknown>>
  receive(body: MovedBody): Promise<Result<unknown>>
}

/** What is moved. Files are read one by one, when their turn comes. */
export interface ToMove {
  caseId: string
  /** The entity that had the case, whose own people must not judge it. */
  entity: string | null
  text: string
  files: readonly { name: string; mediaType: string; size: number; read(): Promise<Buffer> }[]
}

export interface Mover {
  move(given: ToMove): Promise<Result<unknown, string>>
}

/**
 * Seals a text to the room's officers here, in the general process, and hands it over. The key is made for it and
 * forgotten; afterwards this process can open it no more than any other.
 *
 * @param secret the service's own: the same case handed over again, after a crash, is the same report
 * @param authority the Authority's public key
 */
export function mover(door: RoomDoor, secret: Buffer, authority: () => Uint8Array | undefined): Mover {
  return {
    move: async (given) => {
      const key = authority()
      const trusted = key && trustRosters(await door.rosters(), key)
      const roster = trusted?.ok ? trusted.value.at(-1) : undefined
      const recipients = roster && readersOf(roster, given.entity)
      if (!roster || !recipients) return no('no-sealed-room')
      const id = derived(secret, 'report', given.caseId).subarray(0, 16).toString('hex')
      const sent = await sendFiles(door, id, given.files)
      if (!sent.ok) return sent
      const binding = { report: id, purpose: 'moved', item: id } as const
      const { files, ticket } = sent.value
      const text = `${movedCode(secret, given.caseId)}\n\n${given.text}`
      const item = await sealItem({ kind: 'moved', text, files }, binding, recipients)
      if (!item.ok) return item
      return door.receive({
        ...{ id, roster: roster.hash, ...(ticket && { ticket }) },
        item: item.value as MovedBody['item'],
        files: files.map(({ id, chunks }) => ({ id, chunks })),
      })
    },
  }
}

/** The integrity unit without whoever is in conflict; the audit bureau where nobody is left. */
function readersOf(roster: KnownRoster, entity: string | null): Recipient[] | undefined {
  const bodies = entity ? [entity] : []
  for (const aboutUnit of [false, true]) {
    const found = recipientsOf(roster, { bodies, aboutUnit, excluded: [] })
    if (found.ok) return found.value
  }
  return undefined
}

type Sent = { files: SealedFile[]; ticket?: string }

async function sendFiles(door: RoomDoor, report: string, files: ToMove['files']): Promise<Result<Sent>> {
  if (files.length === 0) return yes({ files: [] })
  const ticket = await door.ticket()
  if (!ticket.ok) return ticket
  const sealed: SealedFile[] = []
  for (const { name, mediaType: type, size, read } of files) {
    const file = newSealedFile({ name, type, size: Math.min(size, LARGEST_FILE) }, false)
    if (!file.ok) return file
    let index = 0
    for await (const chunk of sealFile(report, file.value, readable(await read()))) {
      const put = await door.put(ticket.value, file.value.id, index++, Buffer.from(chunk))
      if (!put.ok) return put
    }
    sealed.push(file.value)
  }
  return yes({ files: sealed, ticket: ticket.value })
}

const readable = (content: Buffer) => ({
  size: content.length,
  slice: (start: number, end: number) => ({
    arrayBuffer: async () => bytes(content.subarray(start, Math.min(end, start + CHUNK))).buffer,
  }),
})

/**
 * By this the resident and the room know that they speak of the same text: eight digits, shown on the resident's page
 * and sealed with the text, stored nowhere.
 */
export function movedCode(secret: Buffer, caseId: string): string {
  const digits = String(derived(secret, 'code', caseId).readUInt32BE() % 10 ** 8).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const derived = (secret: Buffer, what: string, caseId: string): Buffer =>
  createHmac('sha256', secret).update(`moved ${what}\0${caseId}`).digest()
