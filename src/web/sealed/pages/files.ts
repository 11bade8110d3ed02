import { createHash } from 'node:crypto'

/** One static file of the room. */
export interface SealedFile {
  type: string
  body: Buffer
  /** Its name holds its hash: it never changes. */
  fixed: boolean
}

/** What a browser is told that the bytes must hash to. */
export const integrityOf = (body: Buffer): string =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`

export const shortHash = (body: Buffer): string => sha256(body).slice(0, 12)

export const sha256 = (body: Buffer): string => createHash('sha256').update(body).digest('hex')
