import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../../cannot-start.ts'
import type { Log } from '../../log.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Settled } from './folder.ts'
import { findPostmaster, isAlive, type Postmaster } from './postmaster.ts'
import { serverArguments } from './settings.ts'

export interface Server extends Settled {
  readonly binaries: Binaries
  readonly durable: boolean
  readonly log: Log
}

/**
 * The ready server of a cluster: the one that is there (a killed Sawt leaves its database running), or a
 * new one. It is started detached, so that Ctrl-C reaches Sawt alone and the database outlives its drain.
 */
export async function raise(server: Server): Promise<Postmaster> {
  const patience = Date.now() + 20_000
  for (;;) {
    // Recovery may take long and is waited for; a server that keeps dying is not.
    const found = findPostmaster(server.folder) ?? (Date.now() < patience && (await launch(server)))
    if (!found) throw new CannotStart(`The database does not start: ${lastWords(server)}`)
    if (found !== 'not-yet' && found.ready) return found
    await pause(25)
  }
}

/** Ends the server as its manual asks for a fast shutdown: sessions end, everything is on disk. */
export async function lower(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await pause(10)
}

/** Whether a server found running was started by another version of Sawt: other binaries or settings. */
export function isOutdated(server: Server, { pid }: Postmaster): boolean {
  const started = readFileSync(join(server.folder, 'postmaster.opts'), 'utf8').trim()
  const wanted = [server.binaries.postgres, ...argumentsOf(server).map((argument) => `"${argument}"`)]
  return started !== wanted.join(' ') || isReplaced(pid)
}

function isReplaced(pid: number): boolean {
  if (process.platform !== 'linux') return false
  return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)')
}

/** A server that is starting, or a sign to look again: another start was faster, or a killed one's children linger. */
async function launch(server: Server): Promise<Postmaster | 'not-yet'> {
  const { folder, account, binaries } = server
  const output = openSync(join(folder, 'start.log'), 'w', 0o600)
  const child = spawn(binaries.postgres, argumentsOf(server), {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  child.unref()
  while (child.exitCode === null && child.signalCode === null) {
    const found = findPostmaster(folder)
    if (found) return found
    await pause(10)
  }
  if (/lock file|still in use|shutting down/.test(lastWords(server))) return 'not-yet'
  throw new CannotStart(`The database does not start: ${lastWords(server)}`)
}

const argumentsOf = ({ folder, account, durable }: Server) =>
  serverArguments(folder, socketFolder(folder, account), durable)

/** The system cuts a socket's path at about 107 bytes; a deep data folder gets a short one in /tmp. */
function socketFolder(folder: string, account: Account): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) < 100) return folder
  const short = `/tmp/sawt-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  if (!existsSync(short)) {
    mkdirSync(short, { mode: 0o700 })
    if (account.uid !== undefined && account.gid !== undefined) chownSync(short, account.uid, account.gid)
  }
  const found = lstatSync(short)
  // Anyone may make folders in /tmp: one that is not ours alone could be a trap.
  if (found.isDirectory() && found.uid === (account.uid ?? process.getuid?.()) && !(found.mode & 0o77))
    return short
  throw new CannotStart(`${short} belongs to somebody else. Remove it, or set DATA_DIR to a shorter path.`)
}

/** What the server said before its log began. */
const lastWords = ({ folder }: Server) => readFileSync(join(folder, 'start.log'), 'utf8').trim().slice(-600)
