import { hash } from 'node:crypto'
import type { Directory } from '#entities'
import { no, type Result, yes } from '#kernel'
import { consistencyRanges } from '../../model/proof/ranges.ts'
import { signed } from '../../model/proof/signing.ts'
import { lastBatch } from '../../store/proof/chain.ts'
import { addHead, headsBefore, type KeptHead, lastHead } from '../../store/proof/heads.ts'
import { hashesOf } from './prove.ts'
import { type ProofTools, signingKey } from './signing-key.ts'

/**
 * Signs the day's head when there is none yet: the first thing of a day, in the nation's time.
 *
 * @returns the head, or why there is none: `signed-already`, `nothing-sealed`, `no-key`
 */
export async function signHead(
  tools: ProofTools & { directory(): Promise<Directory> },
): Promise<Result<KeptHead, 'signed-already' | 'nothing-sealed' | 'no-key'>> {
  const { db, clock, publicUrl } = tools
  const { timeZone } = await tools.directory()
  const now = clock.now().round('second')
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const [before, batch] = [await lastHead(db), await lastBatch(db)]
  if (before && Temporal.PlainDate.compare(before.day, day) >= 0) return no('signed-already')
  if (!batch) return no('nothing-sealed')
  const key = await signingKey(tools)
  if (!key.ok) return key
  const { size, root } = batch
  const head = {
    kind: 'sawt-head-1',
    service: publicUrl,
    day: day.toString(),
    at: now.toString(),
    size,
    root: root.toString('hex'),
    previous: before ? hash('sha256', before.signed) : null,
    key: key.value.id,
  }
  const growth = Buffer.concat(await hashesOf(db, consistencyRanges(before?.size ?? 0, size)))
  const kept = { ...signed(key.value, head), day, number: (before?.number ?? 0) + 1, size, growth }
  return (await addHead(db, kept)) > 0 ? yes(kept) : no('signed-already')
}

/** Heads as they are published, the newest first. */
export const publishedHeads = (tools: Pick<ProofTools, 'db'>, before: number, limit: number) =>
  headsBefore(tools.db, before, limit)
