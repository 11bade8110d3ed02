import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'sql-template-tag'
import { connect, type Database, sql } from '#platform'
import { aDataFolder, aToken, type Ends, type RealSawt, startSawt } from '../kit/real-sawt.ts'
import { postmasterOf } from '../kit/scratch.ts'
import type { Target } from './load.ts'

const HOLDER = join(import.meta.dirname, '../kit/hold-postgres.ts')

/** One Sawt on one machine: the process that does everything, with its embedded database. */
export interface Place {
  folder: string
  start(role?: Role, env?: Record<string, string>): Promise<RealSawt>
  tokens: Origin['tokens']
  /** What the database says, asked directly. Waits while it comes back. */
  rows<Row>(statement: Sql): Promise<Row[]>
  databasePid(): number
  killDatabase(): void
  /** Does something that ends the database, and waits for the next one. */
  replacedDatabase(end: () => void): Promise<void>
}

export type Role = 'start' | 'web' | 'worker'

/** A Sawt that was set up once, with its country and its tokens: what is tried begins as a copy of it. */
export interface Origin {
  folder: string
  tokens: Omit<Target, 'address'>
}

/** Where a fault is tried, and who ends what it begins. */
export interface Bench extends Ends {
  origin: Origin
}

export async function anOrigin(ends: Ends): Promise<Origin> {
  const folder = aDataFolder(ends)
  const sawt = await startSawt(folder)
  ends.after(sawt.kill)
  const [agent, reviewer] = await Promise.all([aToken(folder, 'agent'), aToken(folder, 'reviewer')])
  sawt.child.kill('SIGTERM')
  await once(sawt.child, 'exit')
  return { folder, tokens: { agent, reviewer } }
}

/** A folder on which `sawt start` brings up its own database. */
export function onePlace(bench: Bench, folder = aDataFolder(bench)): Place {
  return placeAt(bench, folder, {})
}

/** A database kept by a process of its own, on which web and worker processes come and go as on many machines. */
export async function sharedPlace(bench: Bench): Promise<Place> {
  const folder = aDataFolder(bench)
  takeOver(bench.origin, folder)
  const holder = spawn(process.execPath, ['--no-warnings', HOLDER, join(folder, 'postgres')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  bench.after(() => kill(holder))
  await once(holder.stdout, 'data')
  return placeAt(bench, folder, {
    DATABASE_URL: `postgres://postgres@localhost/sawt?host=${encodeURIComponent(socketOf(folder))}`,
    SAWT_DEMONSTRATION: '1',
  })
}

function placeAt(ends: Bench, folder: string, environment: Record<string, string>): Place {
  takeOver(ends.origin, folder)
  let db: Database | undefined
  ends.after(() => db?.close())
  const start: Place['start'] = async (role = 'start', env = {}) => {
    const sawt = await startSawt(folder, role, { ...environment, ...env })
    ends.after(sawt.kill)
    return sawt
  }
  const databasePid = () => {
    const pid = postmasterOf(folder)
    if (!pid) throw new Error('The database is not there')
    return pid
  }
  return {
    folder,
    start,
    tokens: ends.origin.tokens,
    rows: (statement) => {
      db ??= connect({ host: socketOf(folder), port: 5432, user: 'postgres', database: 'sawt', max: 1 })
      const asked = db
      return patiently(() => asked.rows(statement))
    },
    databasePid,
    killDatabase: () => process.kill(databasePid(), 'SIGKILL'),
    replacedDatabase: async (end) => {
      const before = databasePid()
      end()
      await until('another database', () => ![undefined, before].includes(postmasterOf(folder)))
    },
  }
}

/** Files keep their owners: the database has an account of its own. */
function takeOver({ folder: from }: Origin, to: string) {
  if (existsSync(join(to, 'postgres'))) return
  execFileSync('cp', ['-a', `${from}/.`, to])
}

/** The fifth line of postmaster.pid. */
const socketOf = (folder: string) =>
  readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[4] ?? folder

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function patiently<Outcome>(ask: () => Promise<Outcome>): Promise<Outcome> {
  const patience = Date.now() + 30_000
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > patience) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}

/** Asks until it is so. @returns the seconds it took */
export async function until(
  what: string,
  so: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<number> {
  const began = performance.now()
  while (!(await so())) {
    if (performance.now() - began > seconds * 1000) throw new Error(`Not within ${seconds} s: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
  return (performance.now() - began) / 1000
}

/** Sets the clock of this demonstration so many hours ahead, for every process; never back. */
export const moveClock = ({ rows }: Place, hours: number) =>
  rows(
    sql`update demonstration_clock set ahead_ms = greatest(ahead_ms, ${Math.round(hours * 3_600_000)}::bigint)`,
  )
