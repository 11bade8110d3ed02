import { networkInterfaces } from 'node:os'
import { type Clock, systemClock } from '#kernel'
import {
  type Config,
  type Connection,
  connect,
  type Database,
  type Log,
  listen,
  migrate,
  openDatabase,
} from '#platform'

export const ROLES = ['all', 'web', 'worker'] as const

export interface Tools {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  /** As the application's role, which owns nothing. */
  readonly db: Database
  /** As the sealed room's role, which has nothing of the rest. */
  readonly sealed: Database
  /** As the owner of the database: for what comes before the application. */
  readonly owner: Connection
}

/** What the rooms bring to a running Sawt. */
export interface Parts {
  /** Makes the database ready for its first resident; resolves to what the console should say of it. */
  prepare(tools: Tools): Promise<string[]>
  /** The web application; `close` ends the screens that are live, which never end by themselves. */
  buildApp(tools: Tools): {
    fetch(request: Request): Response | Promise<Response>
    close?(): unknown
  }
  /** Whatever works without being asked: the event feed, jobs, clocks. */
  startWork(tools: Tools): Promise<{ stop(): Promise<void> }>
}

export interface Running {
  /** What to print once everything answers. */
  readonly greeting: string[]
  /** In this order: no new requests, the work at hand finished, the database closed. */
  stop(): Promise<void>
}

/**
 * Brings up one role of Sawt. What has been opened is closed again when a later step fails.
 *
 * @param onLost called when the database is gone for good
 * @throws CannotStart with the remedy
 */
export async function run(
  role: (typeof ROLES)[number],
  config: Config,
  log: Log,
  parts: Parts,
  onLost: (cause: unknown) => void,
): Promise<Running> {
  const opened = new AsyncDisposableStack()
  try {
    const database = await openDatabase(config, log, onLost)
    opened.defer(database.stop)
    const ran = await migrate(database.owner)
    if (ran.length > 0) log.info({ migrations: ran.length }, 'schema brought up to date')
    const db = connect({ ...database.owner, role: 'sawt_app' })
    opened.defer(db.close)
    const sealed = connectSealed(config, database.owner)
    opened.defer(sealed.close)
    const tools: Tools = { config, log, clock: systemClock, db, sealed, owner: database.owner }
    const prepared = await parts.prepare(tools)
    if (role !== 'web') opened.defer((await parts.startWork(tools)).stop)
    if (role === 'worker')
      return { greeting: ['Sawt works in the background.'], stop: () => opened.disposeAsync() }
    const app = parts.buildApp(tools)
    const server = await listen(app.fetch, config)
    opened.defer(async () => {
      const drained = server.drain()
      await app.close?.()
      await drained
    })
    return { greeting: [...addresses(config, server.port), ...prepared], stop: () => opened.disposeAsync() }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** The sealed room's own connections: with a login of its own where there is one, always in its own role. */
export const connectSealed = ({ sealed }: Config, owner: Connection): Database =>
  connect({
    ...(sealed.databaseUrl ? { connectionString: sealed.databaseUrl } : owner),
    role: 'sawt_sealed',
    application_name: 'sawt-sealed',
  })

/** Where the service can be opened, also from a phone on the same network. */
function addresses({ host, publicUrl }: Config, port: number): string[] {
  const everywhere = ['0.0.0.0', '::'].includes(host)
  const near = everywhere ? ['localhost', ...ownAddresses()] : [host]
  const local = near.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`)
  return [
    'Sawt is ready:',
    ...new Set([publicUrl.startsWith('http://localhost') ? [] : publicUrl, local].flat()),
  ]
}

const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
