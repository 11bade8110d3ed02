import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from './connect.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations')

/**
 * Brings the schema up to date, as the owner of the database. Numbered, forward only, one transaction a
 * file; two processes starting together wait for each other.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate({ role: _, ...owner }: Connection): Promise<string[]> {
  const dbClient = new pg.Client(owner)
  await dbClient.connect()
  try {
    if (await ranAll(dbClient)) return []
    // Most starts find nothing to do; what runs migrations would stay in memory for as long as the process lives.
    const { runner } = await import('node-pg-migrate')
    const ran = await runner({
      dbClient,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'migrations',
      singleTransaction: false,
      advisoryLockMode: 'wait',
      logger: { debug: quiet, info: quiet, warn: console.warn, error: console.error },
    })
    return ran.map(({ name }) => name)
  } finally {
    await dbClient.end()
  }
}

async function ranAll(client: pg.Client): Promise<boolean> {
  const { rows: there } = await client.query(`select to_regclass('migrations') is not null as there`)
  if (!there[0]?.there) return false
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const ran = new Set(rows.map(({ name }) => `${name}.sql`))
  return readdirSync(MIGRATIONS).every((file) => ran.has(file))
}

const quiet = () => undefined
