import type { Directory } from '#entities'
import { catchUp } from '#platform'
import { type KeptHead, lastHead } from '../../store/proof/heads.ts'
import { chainSealer } from './seal-events.ts'
import { signHead } from './sign-head.ts'
import type { ProofTools } from './signing-key.ts'

/**
 * Seals what is new, signs the day's head when it is due, and lays it beside the data as a file.
 *
 * Meant to run every few seconds rather than at every event: a batch costs a row, and nobody waits for it.
 */
export async function keepProof(tools: ProofTools & { directory(): Promise<Directory> }): Promise<void> {
  await catchUp(tools.db, chainSealer)
  const head = await signHead(tools)
  if (!head.ok && head.reason === 'no-key')
    throw new Error(
      `The signing key ${head.details?.id} is not in ${tools.proof.keysDir}: bring it from the machine that made it`,
    )
  const latest = head.ok ? head.value : await lastHead(tools.db)
  if (latest) tools.proof.writeHead(latest.day.toString(), headFile(latest))
}

/** What an outside witness keeps: the text that was signed, and its signature. */
export const headFile = ({ signed, signature }: Pick<KeptHead, 'signed' | 'signature'>): string =>
  `${JSON.stringify({ signed, signature }, null, 2)}\n`
