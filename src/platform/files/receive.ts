import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId, no, type Result, yes } from '#kernel'
import { cleanName } from './clean-name.ts'
import { redraw } from './images.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { Scan } from './scan.ts'
import type { FileRefusal, Receiving, Shelf, StoredFile } from './stored-file.ts'
import type { turns } from './turns.ts'
import { type Written, writeDown } from './write-down.ts'

export interface Desk {
  /** Where uploads wait until they are judged; on the same disk as the shelf. */
  readonly incoming: string
  readonly shelf: Shelf
  readonly scan: Scan | undefined
  readonly inTurn: ReturnType<typeof turns>
}

type Received = Result<readonly StoredFile[], FileRefusal>

/** See `Files.receive`. */
export async function receive(desk: Desk, source: Readable, about: Receiving): Promise<Received> {
  const path = join(desk.incoming, newId())
  try {
    const written = await writeDown(source, path, about.limit ?? TEN_MEGABYTES)
    if (!written.ok) return written
    return await judge(desk, { path, name: about.name, ...written.value })
  } finally {
    await rm(path, { force: true })
  }
}

const TEN_MEGABYTES = 10 * 1024 * 1024

interface Upload extends Written {
  readonly path: string
  readonly name: string
}

async function judge(desk: Desk, upload: Upload): Promise<Received> {
  const kind = await kindOf(upload.path, upload.name)
  if (!kind) return no('file-type-not-allowed')
  // Before the image library: what is known to be hostile is not opened.
  const scanned = await desk.scan?.(upload.path)
  if (scanned && !scanned.ok) return scanned
  return kind.image ? keepImage(desk, upload, kind) : yes([await keep(desk, upload, kind)])
}

/** What is shown is drawn anew; the upload itself, with everything it may give away, is kept aside. */
async function keepImage(desk: Desk, upload: Upload, kind: Kind): Promise<Received> {
  const redrawn = await desk.inTurn(() => redraw(upload.path, kind))
  if (!redrawn.ok) return redrawn
  const path = join(desk.incoming, newId())
  try {
    const written = await writeDown(Readable.from([redrawn.value.bytes]), path, Number.POSITIVE_INFINITY)
    if (!written.ok) return written
    const shown = await keep(desk, { path, name: upload.name, ...written.value }, redrawn.value.kind)
    return yes([shown, await keepOriginal(desk, upload, kind, shown)])
  } finally {
    await rm(path, { force: true })
  }
}

async function keepOriginal(desk: Desk, upload: Upload, kind: Kind, shown: StoredFile): Promise<StoredFile> {
  try {
    return { ...(await keep(desk, upload, kind)), original: true, of: shown.id }
  } catch (error) {
    await desk.shelf.remove(shown.id)
    throw error
  }
}

async function keep(desk: Desk, { path, name, size, sha256 }: Upload, kind: Kind): Promise<StoredFile> {
  const id = newId()
  await desk.shelf.put(id, path)
  const { mediaType, extension } = kind
  return { id, name: cleanName(name, extension), mediaType, size, sha256, original: false }
}
