import { Hono } from 'hono'
import { tidyRoom } from '#integrity'
import { systemClock } from '#kernel'
import {
  beating,
  CannotStart,
  type Config,
  connect,
  type Log,
  listen,
  openLog,
  readConfig,
  visitDatabase,
} from '#platform'
import { command } from './commands/command.ts'
import { connectSealed } from './run.ts'
import { openWing } from './sealed-wing.ts'
import { sealedRoom } from './web/sealed/index.ts'

const HELP = `Runs the sealed room alone, in a process of its own, until it is told to stop.

  sawt sealed

For a machine, a hostname and an onion address of its own. Opens the room's schema and folder and nothing else of
Sawt. SEALED_PORT, SEALED_URL, SEALED_DATABASE_URL and SEALED_KEY are told in docs/operating/sealed-room.md.`

/** `sawt sealed`. Resolves when it was told to stop. */
export const sealed = command('sealed', { help: HELP, options: {}, run: runUntilTold })

async function runUntilTold(): Promise<number> {
  try {
    const config = readConfig(process.env)
    const log = openLog(config.logLevel)
    const stopped = untilTold()
    await using opened = await open(config, log)
    process.stdout.write(
      `\nThe sealed room answers on port ${opened.port}, as ${config.sealed.url ?? config.publicUrl}\n\n`,
    )
    await stopped
    return 0
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    process.stderr.write(`\n${error.message}\n`)
    return 1
  }
}

const HOUR = 60 * 60 * 1000

async function open(config: Config, log: Log) {
  const stack = new AsyncDisposableStack()
  const db = config.sealed.databaseUrl
    ? connectSealed(config, {})
    : await beside(config, log, (stop) => stack.defer(stop))
  stack.defer(db.close)
  const { room, ...choices } = openWing({ config, log, clock: systemClock, sealed: db })
  const app = new Hono().route('/', sealedRoom(room, choices)).get('/', (c) => c.redirect('/sealed/ar/', 302))
  const server = await listen(app.fetch, { host: config.host, port: config.sealed.port })
  stack.defer(server.drain)
  const tidying = beating(HOUR, log, 'sealed-tidying', () => tidyRoom(room))
  stack.defer(tidying.stop)
  return { port: server.port, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** Without an address of its own: the database of the Sawt that runs on this machine, in the room's role. */
async function beside(config: Config, log: Log, onStop: (stop: () => Promise<void>) => void) {
  const database = await visitDatabase(config, log)
  onStop(database.stop)
  return connect({ ...database.owner, role: 'sawt_sealed', application_name: 'sawt-sealed' })
}

const untilTold = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done())
  })
