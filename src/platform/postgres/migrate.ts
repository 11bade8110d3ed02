import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
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

const quiet = () => undefined
