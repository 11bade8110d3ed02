import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes, fromBase64url } from '../model/bytes.ts'
import type { SealedFile } from '../model/contents.ts'
import { chunkData } from '../model/labels.ts'
import { CHUNK, chunksOf, LARGEST_FILE, paddedFileSize } from '../model/padding.ts'
import { decrypt, encrypt } from './aes.ts'
import { newSealedId, random } from './keys.ts'

/** What is asked of a file: to be read piece by piece, never whole. */
export interface Readable {
  size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** Prepares a file for sealing: its id and key, which stand only inside the item that sends it. */
export function newSealedFile(
  file: { name: string; type: string; size: number },
  cleaned: boolean,
): Result<SealedFile, 'file-too-large'> {
  const { name, type, size } = file
  if (size > LARGEST_FILE) return no('file-too-large')
  return yes({
    id: newSealedId(),
    name,
    type,
    size,
    chunks: chunksOf(size),
    key: base64url(random(32)),
    cleaned,
  })
}

/** The sealed chunks of a file, in order, each made when it is asked for. */
export async function* sealFile(report: string, file: SealedFile, content: Readable): AsyncGenerator<Bytes> {
  const key = keyOf(file)
  for (let index = 0; index < file.chunks; index++) {
    const start = index * CHUNK
    const piece = await content.slice(start, Math.min(start + CHUNK, file.size)).arrayBuffer()
    const padded = new Uint8Array(Math.min(CHUNK, paddedFileSize(file.size) - start))
    padded.set(new Uint8Array(piece))
    yield await encrypt(key, chunkNonce(index), dataOf(report, file, index), padded)
  }
}

/**
 * Opens a file, piece by piece. A chunk that is missing, added, repeated, out of order or from elsewhere is
 * refused, and what was opened before it must be thrown away.
 *
 * @param chunks the sealed chunks as they come from the server
 */
export async function openFile(
  report: string,
  file: SealedFile,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Bytes[], 'does-not-open'>> {
  if (file.chunks !== chunksOf(file.size)) return no('does-not-open')
  const opened: Bytes[] = []
  for await (const chunk of chunks) {
    const index = opened.length
    if (index >= file.chunks) return no('does-not-open')
    const piece = await decrypt(keyOf(file), chunkNonce(index), dataOf(report, file, index), bytes(chunk))
    if (!piece) return no('does-not-open')
    opened.push(piece.slice(0, Math.max(0, file.size - index * CHUNK)))
  }
  return opened.length === file.chunks ? yes(opened) : no('does-not-open')
}

const keyOf = ({ key }: SealedFile): Bytes => fromBase64url(key) ?? new Uint8Array(0)

const dataOf = (report: string, { id, chunks }: SealedFile, index: number): Bytes =>
  chunkData(report, id, index, index === chunks - 1)

function chunkNonce(index: number): Bytes {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(8, index)
  return nonce
}
