import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CannotStart } from '../../cannot-start.ts'
import type { Binaries } from './binaries.ts'
import type { Settled } from './folder.ts'
import { isAlive } from './postmaster.ts'

type Wanted = Settled & { readonly binaries: Binaries; readonly durable: boolean }

/**
 * Makes the cluster unless there is one. A crash on the way leaves nothing that looks like one.
 *
 * @returns whether it was made now
 */
export async function ensureCluster({ folder, account, binaries, durable }: Wanted): Promise<boolean> {
  if (existsSync(join(folder, 'PG_VERSION'))) return checkMajor(folder, binaries)
  sweepHalfMade(folder)
  const making = `${folder}.new-${process.pid}`
  mkdirSync(making, { mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(making, account.uid, account.gid)
  const child = spawn(binaries.initdb, [`--pgdata=${making}`, ...SHAPE, ...(durable ? [] : ['--no-sync'])], {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  const [said, [code]] = await Promise.all([text(child.stderr), ended])
  if (code === 0) return putInPlace(making, folder)
  rmSync(making, { recursive: true, force: true })
  throw new CannotStart(`The database could not be set up in ${folder}: ${said.trim()}`)
}

/**
 * C.UTF-8 of PostgreSQL's own: sorting never changes under an index when the system's libraries do, and
 * trigrams see Arabic (with LC_CTYPE=C they silently find nothing). Local connections are trusted because
 * the socket lies in a folder that only the account and root can enter; there are no others.
 */
const SHAPE = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--auth-local=trust',
  '--auth-host=reject',
]

/** What a start that died during initdb left behind; one that is still at it keeps its own. */
function sweepHalfMade(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.new-`) && Number(name.split('-').at(-1))
    if (!pid || (pid !== process.pid && isAlive(pid))) continue
    rmSync(join(dirname(folder), name), { recursive: true })
  }
}

function putInPlace(making: string, folder: string): boolean {
  try {
    renameSync(making, folder)
  } catch (error) {
    // Another start was faster; both will now serve the same one, and only one of them gets to keep it.
    rmSync(making, { recursive: true })
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
    return false
  }
  const parent = openSync(dirname(folder), 'r')
  fsyncSync(parent)
  closeSync(parent)
  return true
}

function checkMajor(folder: string, { version }: Binaries): false {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === version.split('.')[0]) return false
  throw new CannotStart(
    `The data in ${folder} was written by PostgreSQL ${found}, and this Sawt brings ${version}. Start the Sawt that wrote it, export, and import here.`,
  )
}
