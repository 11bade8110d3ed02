import { mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openFolder } from './folder.ts'
import { receive } from './receive.ts'
import { openScanner } from './scan.ts'
import type { Files } from './stored-file.ts'
import { turns } from './turns.ts'

export interface FilesPlace {
  /** The folder; made when it is missing. */
  readonly dir: string
  /** `tcp://host:port` of ClamAV. When given, nothing is accepted that it has not called clean. */
  readonly clamd?: string
}

/** Opens the place where uploads live. Several processes may share one folder. */
export function openFiles({ dir, clamd }: FilesPlace): Files {
  const incoming = join(dir, 'incoming')
  mkdirSync(incoming, { recursive: true, mode: 0o700 })
  const shelf = openFolder(dir)
  const scan = clamd ? openScanner(clamd) : undefined
  const desk = { incoming, shelf, scan, inTurn: turns(2) }
  return {
    receive: (source, about) => receive(desk, source, about),
    read: shelf.read,
    remove: shelf.remove,
    sweep: (before) => sweep(incoming, before.epochMilliseconds),
  }
}

async function sweep(incoming: string, before: number): Promise<number> {
  let swept = 0
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // Another process may finish or sweep the same upload meanwhile.
    const touched = await stat(path).then(
      (found) => found.mtimeMs,
      () => Number.POSITIVE_INFINITY,
    )
    if (touched >= before) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}
