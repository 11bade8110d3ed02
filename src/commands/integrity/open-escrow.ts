import { combineEscrow } from '#sealing'
import type { Say } from '../command.ts'
import { type EscrowFile, readFile } from './files.ts'
import { refused } from './say.ts'
import { shareIn } from './shares.ts'

/** The escrow's private half from three sheets; undefined, and said why, when they are not its. */
export async function openEscrow(
  say: Say,
  escrow: string,
  sheets: readonly string[],
): Promise<Uint8Array | undefined> {
  const shares = sheets.map((sheet) => ({ sheet, share: shareIn(sheet) }))
  const mistyped = shares.filter(({ share }) => !share)
  for (const { sheet } of mistyped)
    refused(say, `${sheet} holds no whole share: its check does not fit. Compare it with the paper.`)
  if (mistyped.length > 0) return undefined
  const opened = await combineEscrow(
    shares.flatMap(({ share }) => share ?? []),
    readFile<EscrowFile>(escrow),
  )
  if (opened.ok) return opened.value
  refused(
    say,
    opened.reason === 'too-few-shares'
      ? 'Three different shares are needed: --share FILE, three times.'
      : 'These sheets are not shares of this escrow key, or one of them stands twice.',
  )
  return undefined
}
