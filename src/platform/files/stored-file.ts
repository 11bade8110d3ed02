import type { Readable } from 'node:stream'
import type { Result } from '#kernel'

/** A file that is on disk for good; what a row of `files` needs to know about it. */
export interface StoredFile {
  readonly id: string
  /** Cleaned, at most 120 characters, with the extension its content deserves. */
  readonly name: string
  /** By content, never by what the sender claimed. */
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: Buffer
  /** The untouched upload behind a re-encoded image: may show where it was taken, so it is kept and not served. */
  readonly original: boolean
  /** For an original: the id of the image that is shown instead. */
  readonly of?: string
}

export type FileRefusal =
  | 'file-type-not-allowed'
  | 'file-too-large'
  | 'file-empty'
  | 'file-broken'
  | 'file-infected'
  | 'image-too-large'
  | 'scanner-unavailable'
  | 'storage-full'

export interface Receiving {
  /** As the sender called it; any text. */
  readonly name: string
  /** Bytes; 10 MB unless told. */
  readonly limit?: number
}

/** Where uploads live. Rows in the database are the caller's: a file without a row is reachable by nobody. */
export interface Files {
  /**
   * Takes one upload in: streams it to disk, counts, hashes, sniffs, scans, and re-encodes images.
   *
   * When it answers yes, everything it names survives a power cut. An image becomes two files: the one to
   * show, first, and its original. A refusal leaves nothing behind. The source is always read to its end
   * or destroyed. Throws only when the disk itself fails.
   */
  receive(source: Readable, about: Receiving): Promise<Result<readonly StoredFile[], FileRefusal>>
  /** The bytes of a file; undefined when there is none by that id. */
  read(id: string): Promise<Readable | undefined>
  /** Forgets a file; one that is not there is already forgotten. */
  remove(id: string): Promise<void>
  /** Removes what uploads cut short by a crash left behind before `before`; resolves to how many. */
  sweep(before: Temporal.Instant): Promise<number>
}

/**
 * Where finished files are put. A local folder is the first; a bucket can be the second.
 */
export interface Shelf {
  /** Takes over a finished file from the local disk; it has left `path` and is durable when this resolves. */
  put(id: string, path: string): Promise<void>
  read(id: string): Promise<Readable | undefined>
  remove(id: string): Promise<void>
}
