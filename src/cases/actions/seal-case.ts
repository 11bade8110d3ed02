import type { Result } from '#kernel'
import { filesToSeal, wordsToSeal } from '../store/seal.ts'
import type { Tools } from './act.ts'
import type { Performed } from './perform.ts'
import { takeStep, type Who } from './take-step.ts'

/** What goes into the sealed room. No person sees it on the way. */
export interface ToSeal {
  texts: { at: Temporal.Instant; role: string; text: string }[]
  files: { id: string; name: string; mediaType: string; size: number; original: boolean }[]
}

/**
 * Moves a case into the sealed room: handed over and erased here in one transaction, the case held, so that nothing is
 * added to it in between. When it cannot be handed over, nothing changes.
 *
 * @param handOver must do the same when it is called again: a crash may come after it
 * @returns the files that nobody reaches any more; their bytes are for the caller to remove
 */
export async function sealCase(
  tools: Tools,
  who: Who,
  caseId: string,
  handOver: (given: ToSeal) => Promise<Result<unknown>>,
): Promise<Result<Performed & { files: string[] }>> {
  let files: ToSeal['files'] = []
  const done = await takeStep(tools, who, {
    caseId,
    step: 'seal',
    input: {},
    within: async (tx) => {
      files = await filesToSeal(tx, caseId)
      const texts = (await wordsToSeal(tx, caseId)).map(({ at, role, words }) => ({
        at,
        role,
        text: said(words),
      }))
      return handOver({ texts, files })
    },
  })
  return done.ok ? { ok: true, value: { ...done.value, files: files.map(({ id }) => id) } } : done
}

/** Every text in what was written, each on its own lines. */
function said(words: object): string {
  return Object.values(words)
    .map((value) => (typeof value === 'object' && value !== null ? said(value) : String(value)))
    .join('\n')
}
