import { PassThrough, type Writable } from 'node:stream'
import type { Files, StoredFile } from '#platform'
import { withoutControls } from './clean-text.ts'
import type { FieldRefusal, PostedFile } from './posted-form.ts'

export interface FileLimits {
  readonly files?: Files
  readonly maxFiles: number
  readonly maxFile?: number
}

/** Takes the files of one form in, as they stream by; `isTrusted` tells whether its token has come and is good. */
export function receiveFiles({ files, maxFiles, maxFile }: FileLimits, isTrusted: () => boolean) {
  const arriving: Promise<Arrived>[] = []
  const refusals: FieldRefusal[] = []
  let arrived: readonly Arrived[] = []
  return {
    take(field: string, name: string): Writable | undefined {
      const refuse = (refusal: Pick<FieldRefusal, 'reason' | 'details'>) => {
        refusals.push({ ...refusal, ...shown(field, name) })
        return undefined
      }
      if (!files) return refuse({ reason: 'files-not-wanted' })
      if (!isTrusted()) return refuse({ reason: 'file-broken' })
      if (arriving.length >= maxFiles)
        return refuse({ reason: 'too-many-files', details: { limit: maxFiles } })
      const hose = new PassThrough()
      arriving.push(receiveOne(files, hose, { field, name, limit: maxFile }))
      return hose
    },

    /** Waits for all; throws when the disk failed, after removing what had arrived. */
    async settle() {
      arrived = await Promise.all(arriving)
      const failed = arrived.find((one) => 'error' in one)
      if (failed) await this.forget()
      if (failed) throw failed.error
      return {
        stored: arrived.filter((one) => 'stored' in one),
        refusals: [...arrived.filter((one) => 'reason' in one), ...refusals],
      }
    },

    async forget() {
      for (const one of arrived) {
        if ('stored' in one) await Promise.all(one.stored.map(async ({ id }) => files?.remove(id)))
      }
    },
  }
}

type Arrived = PostedFile | FieldRefusal | { readonly error: unknown }

async function receiveOne(
  files: Files,
  hose: PassThrough,
  { field, name, limit }: { field: string; name: string; limit: number | undefined },
): Promise<Arrived> {
  try {
    const received = await files.receive(hose, limit ? { name, limit } : { name })
    if (received.ok) return { field, stored: received.value satisfies readonly StoredFile[] }
    const { reason, details } = received
    return { reason, ...(details && { details }), ...shown(field, name) }
  } catch (error) {
    // Kept until the whole form has been read, so that the reading is not left half done.
    return { error }
  } finally {
    // Whoever writes into it must not wait for a reader that is gone.
    hose.destroy()
  }
}

/** Names as they may be shown beside a refusal. */
const shown = (field: string, file: string) => ({
  field: withoutControls(field).slice(0, 200),
  file: withoutControls(file).slice(0, 120),
})
