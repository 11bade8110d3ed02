import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Address, type EmbeddedPostgres, migrate, openLog, startPostgres } from '#platform'

const ROOT = join(import.meta.dirname, '../..')

/**
 * The PostgreSQL of the tests: one fast, forgetful cluster in data/test-postgres, shared by every run on
 * this checkout. Whoever comes first starts it; it is ended by the last `npm test` to leave.
 */
export function testPostgres(): Promise<EmbeddedPostgres> {
  // The one thing that the tests of a process share by design: its hold on the cluster.
  running ??= start()
  return running
}

let running: Promise<EmbeddedPostgres> | undefined

/** A database of one's own with the schema in it: a copy of a template, in some 30 ms. */
export const testDatabase = (): Promise<TestDatabase> => copyOf(migratedTemplate)

/** A database of one's own with nothing in it. */
export const emptyDatabase = (): Promise<TestDatabase> => copyOf(async () => 'template1')

export interface TestDatabase {
  readonly connection: Address
  /** Ends its sessions and removes it. */
  drop(): Promise<void>
}

async function start(): Promise<EmbeddedPostgres> {
  const dataDir = join(ROOT, 'data/test-postgres')
  const postgres = await startPostgres({ dataDir, log: openLog('warn'), durable: false, shared: true })
  await asOwner(postgres.connection, sweep)
  return postgres
}

let made = 0

async function copyOf(template: (server: Address) => Promise<string>): Promise<TestDatabase> {
  const server = (await testPostgres()).connection
  const name = `test_${process.pid}_${made++}`
  const from = await template(server)
  await asOwner(server, (owner) => owner.query(`create database ${name} template ${from}`))
  const drop = (owner: pg.Client) => owner.query(`drop database if exists ${name} with (force)`)
  return {
    connection: { ...server, database: name },
    drop: async () => {
      await asOwner(server, drop)
    },
  }
}

/** Migrated once for each state of db/migrations, whoever needs it first. */
async function migratedTemplate(server: Address): Promise<string> {
  const name = `migrated_${fingerprint()}`
  await asOwner(server, async (owner) => {
    if (await exists(owner, name)) return
    await owner.query('select pg_advisory_lock(1)')
    if (await exists(owner, name)) return
    await owner.query(`drop database if exists ${name}_half with (force)`)
    await owner.query(`create database ${name}_half template template1`)
    await migrate({ ...server, database: `${name}_half` })
    await owner.query(`alter database ${name}_half rename to ${name}`)
  })
  return name
}

function fingerprint(): string {
  const folder = join(ROOT, 'db/migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

async function exists(owner: pg.Client, name: string): Promise<boolean> {
  return (await owner.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

async function asOwner<Outcome>(server: Address, work: (owner: pg.Client) => Promise<Outcome>) {
  const owner = new pg.Client({ ...server, database: 'postgres' })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** Removes what runs that were killed could not. */
async function sweep(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^test_\\d+_\\d+$'`,
  )
  for (const { name } of rows) {
    if (isRunning(Number(name.split('_')[1]))) continue
    await owner.query(`drop database if exists ${name} with (force)`)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
