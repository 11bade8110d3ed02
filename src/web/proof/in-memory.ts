import type { Readable } from 'node:stream'
import { newId, no, yes } from '#kernel'
import type { Files } from '#platform'

/**
 * A place for one upload that is read and forgotten: a receipt is somebody's own, and is not to touch our
 * disk. What it is shows in what it says, so nothing is sniffed.
 */
export function inMemory(): { files: Files; text(): string | undefined } {
  let kept: Buffer | undefined
  const files: Files = {
    async receive(source: Readable, { name, limit = 1024 * 1024 }) {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of source) {
        size += chunk.length
        if (size <= limit) chunks.push(chunk)
      }
      if (size > limit) return no('file-too-large', { megabytes: Math.round(limit / 1024 / 1024) })
      if (size === 0) return no('file-empty')
      kept = Buffer.concat(chunks)
      const about = { name, mediaType: 'application/octet-stream', sha256: Buffer.alloc(0), original: false }
      return yes([{ id: newId(), size, ...about }])
    },
    read: async () => undefined,
    remove: async () => {
      kept = undefined
    },
    sweep: async () => 0,
  }
  // A PDF is bytes, with the letters of its code at the end; everything else that holds a receipt is UTF-8.
  const text = () => kept?.toString(kept.subarray(0, 4).toString('latin1') === '%PDF' ? 'latin1' : 'utf8')
  return { files, text }
}
