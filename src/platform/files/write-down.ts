import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { no, type Result, yes } from '#kernel'

export interface Written {
  /** Bytes. */
  readonly size: number
  readonly sha256: Buffer
}

/**
 * Streams a source into a new file, flushed to the disk, counting and hashing on the way.
 *
 * Stops at `limit` bytes. Of the content never more than a chunk is in memory. Throws when the disk fails
 * in any way but being full.
 */
export async function writeDown(
  source: Readable,
  path: string,
  limit: number,
): Promise<Result<Written, 'file-too-large' | 'file-empty' | 'file-broken' | 'storage-full'>> {
  const hash = createHash('sha256')
  let size = 0
  async function* measure(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > limit) throw new Error('over the limit')
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  } catch (error) {
    if (size > limit) return no('file-too-large', { megabytes: Math.floor(limit / (1024 * 1024)) })
    if (isDiskFull(error)) return no('storage-full')
    if (isDiskFault(error)) throw error
    return no('file-broken')
  }
  return size === 0 ? no('file-empty') : yes({ size, sha256: hash.digest() })
}

const isDiskFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Anything else that went wrong is the sender's: a connection that broke, a form that ended too early. */
function isDiskFault(error: unknown): boolean {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  return ['open', 'write', 'fsync', 'close'].includes(syscall) && code !== 'EPIPE' && code !== 'ECONNRESET'
}
