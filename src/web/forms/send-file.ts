import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { StoredFile } from '#platform'

/**
 * Sends a file that somebody uploaded, always to be saved, never to be opened by us.
 *
 * A file can be two things at once, a picture and a program, a PDF and a page: the browser is told what it
 * is, forbidden to guess, and given a sandbox should it open it after all. Pictures still show in `<img>`.
 */
export function sendFile(
  c: Context,
  file: Pick<StoredFile, 'name' | 'mediaType' | 'size'>,
  bytes: Readable,
): Response {
  return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
    'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': attachment(file.name),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  })
}

/** RFC 6266: the name in UTF-8, and for old programs without what is not ASCII. */
export function attachment(name: string): string {
  const plain = name.toWellFormed().replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, escapeByte)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

const escapeByte = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
