import { exportRecovery, importRecovery, recoveredFile } from '#integrity'
import type { AtServer } from './at-the-server.ts'
import { readFile, writeNew } from './files.ts'
import { refused } from './say.ts'

export async function exportLost(
  at: AtServer,
  { officer, out }: { officer: string; out: string },
): Promise<number> {
  const exported = await exportRecovery(at.room, officer)
  if (!exported.ok)
    return refused(
      at,
      exported.reason === 'not-found'
        ? `There is no officer ${officer}; see: sawt integrity officers`
        : 'The officer has no key: invite them with --lost first, and publish a roster with the new key.',
    )
  writeNew(out, exported.value)
  at.print(
    `${exported.value.keys.length} sealed keys are in ${out}. Nobody opens them without three trustees.`,
  )
  return 0
}

export async function importRecovered(at: AtServer, { file }: { file: string }): Promise<number> {
  const read = recoveredFile.safeParse(readFile(file))
  if (!read.success) return refused(at, `${file} is no file of recovered keys.`)
  const imported = await importRecovery(at.room, read.data)
  if (!imported.ok) return refused(at, 'These keys are not for that officer’s reports.')
  at.print(`${imported.value} keys are the officer’s again.`)
  return 0
}
