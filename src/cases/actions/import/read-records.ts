import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { type CsvRecord, recordCutter } from '../../model/import/records.ts'

export interface OpenedFile {
  /** Bytes on disk, packed or not. */
  size: number
  /** SHA-256 of those bytes. */
  hash: Buffer
}

/** Reads a file once, for its size and its hash. @throws the file system's own error */
export async function lookAt(path: string): Promise<OpenedFile> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) hash.update(piece)
  return { size: (await stat(path)).size, hash: hash.digest() }
}

export interface Piece {
  records: CsvRecord[]
  /** Bytes of the file read so far. */
  read: number
}

const PIECE = 256 * 1024

/** The records of a CSV file, `.csv` or `.csv.gz`, piece by piece. Bytes that the encoding does not know become U+FFFD. */
export async function* readRecords(path: string, encoding: string, delimiter: string): AsyncGenerator<Piece> {
  let read = 0
  const file = createReadStream(path, { highWaterMark: PIECE })
  file.on('data', (piece) => {
    read += piece.length
  })
  const unpacked = path.endsWith('.gz') ? createGunzip() : undefined
  // A break in the file must end the reading with its error, not leave it waiting.
  if (unpacked) file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const cut = recordCutter(delimiter)
  for await (const piece of unpacked ?? file)
    yield { records: cut(decoder.decode(piece, { stream: true })), read }
  yield { records: cut(decoder.decode(), true), read }
}
