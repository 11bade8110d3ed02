import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { checkDatabase, type DatabaseFault } from './check.ts'
import { type Connection, connect } from './connect.ts'
import { type EmbeddedPostgres, startPostgres } from './embedded/start.ts'
import { visitPostgres } from './embedded/visit.ts'

export interface OpenDatabase {
  /** The owner of everything, for migrations; the application adds its role. */
  readonly owner: Connection
  /** Ends the embedded database; an outside one goes on. */
  stop(): Promise<void>
}

/**
 * The database of DATABASE_URL, or the embedded one.
 *
 * @throws CannotStart when it cannot be reached or cannot carry Sawt, with the remedy
 */
export async function openDatabase(
  config: Config,
  log: Log,
  onLost: (cause: unknown) => void,
): Promise<OpenDatabase> {
  return open(config, log, (dataDir) => startPostgres({ dataDir, log, onLost }))
}

/** The same database for one command, also beside a Sawt that runs on it. */
export const visitDatabase = (config: Config, log: Log): Promise<OpenDatabase> =>
  open(config, log, (dataDir) => visitPostgres({ dataDir, log }))

async function open(config: Config, log: Log, embedded: (dataDir: string) => Promise<EmbeddedPostgres>) {
  if (!config.databaseUrl) {
    const { connection, stop } = await embedded(join(config.dataDir, 'postgres'))
    return { owner: { ...connection }, stop }
  }
  const owner = { connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 }
  await check(owner, log)
  return { owner, stop: async () => undefined }
}

async function check(owner: Connection, log: Log): Promise<void> {
  const found = await examine(owner)
  if (!found.ok) throw new CannotStart(REMEDIES[found.reason](found.details ?? {}))
  if (Number.parseInt(found.value.version, 10) >= 18) return
  log.warn({ version: found.value.version }, 'this PostgreSQL will do; Sawt is measured with 18')
}

async function examine(owner: Connection) {
  const db = connect({ ...owner, max: 1 })
  try {
    return await checkDatabase(db)
  } catch (error) {
    throw new CannotStart(
      `The database of DATABASE_URL does not answer: ${(error as Error).message}. Check the address, the password and that it runs.`,
    )
  } finally {
    await db.close()
  }
}

const REMEDIES: Record<DatabaseFault, (details: Readonly<Record<string, string | number>>) => string> = {
  'database-too-old': ({ version }) =>
    `DATABASE_URL leads to PostgreSQL ${version}. Sawt needs 15 or later; 18 is what it is measured with.`,
  'database-not-utf8': ({ encoding }) =>
    `The database of DATABASE_URL is encoded as ${encoding}. Create one with: create database sawt encoding 'UTF8' template template0`,
  'database-blind-to-arabic': () =>
    `The database of DATABASE_URL does not know Arabic letters (its LC_CTYPE is C). Create one with: create database sawt encoding 'UTF8' lc_ctype 'C.UTF-8' template template0`,
}
