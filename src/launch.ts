import { CannotStart, type Config, type Log, openLog, readConfig } from '#platform'
import { command } from './commands/command.ts'
import { type Parts, ROLES, type Running, run } from './run.ts'

const HELP = `Runs Sawt on this machine until it is told to stop.

  npm start -- [all|web|worker] [--country bahrain|jordan]
  sawt start|web|worker [--country bahrain|jordan]

  all, start  everything in one process (when nothing is said)
  web         only the pages and the API; several may run on one DATABASE_URL
  worker      only what works in the background; several may run on one DATABASE_URL

--country    what an empty database of a demonstration is filled with
Settings are read from the environment; see README.md. Ends with 0 after a stop, with 1 when it could not start
or lost its database.`

const start = command('start', {
  help: HELP,
  options: { country: { type: 'string' } },
  words: 1,
  mistake: ({ words: [role = 'all'] }) =>
    isRole(role) ? undefined : `There is no ${role} to start. There are: ${ROLES.join(', ')}.`,
  async run(parts: Parts, { words: [role = 'all'], country }) {
    if (isRole(role)) await runUntilTold(role, country ? { SAWT_COUNTRY: country } : {}, parts)
    return 1
  },
})

const isRole = (word: string): word is Role => ROLES.some((role) => role === word)

/**
 * Runs Sawt from the command line until it is told to stop, and ends the process.
 *
 * @returns the exit code where nothing was started: what was asked was said, or it was not understood, or failed
 */
export async function launch(words: string[], parts: Parts): Promise<number> {
  const understood = start(words)
  return typeof understood === 'number' ? understood : understood(parts)
}

type Role = (typeof ROLES)[number]

/** Comes back only when Sawt could not start; what was wrong has been said. */
async function runUntilTold(role: Role, settings: Record<string, string>, parts: Parts): Promise<void> {
  try {
    const config = readConfig({ ...process.env, ...settings })
    const log = openLog(config.logLevel)
    const stopped = untilTold()
    process.on('uncaughtException', (err) => giveUp(log, err))
    const running = await run(role, config, log, parts, (err) => giveUp(log, err))
    process.stdout.write(`\n${running.greeting.join('\n')}\n\n`)
    await end(running, config, log, await stopped)
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    process.stderr.write(`\n${error.message}\n`)
  }
}

/**
 * Resolves when somebody asks Sawt to stop: a signal, or the end of the program that started it. Ctrl-C
 * arrives twice, from the terminal and from `npm start`; only a later one is impatience.
 */
function untilTold(): Promise<string> {
  const told = Promise.withResolvers<string>()
  let since: number | undefined
  const hear = (reason: string) => {
    if (since !== undefined && performance.now() - since > 1_000) process.exit(1)
    since ??= performance.now()
    told.resolve(reason)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  process.once('disconnect', () => told.resolve('the starting program ended'))
  process.channel?.unref()
  return told.promise
}

async function end(running: Running, { dataDir }: Config, log: Log, reason: string): Promise<never> {
  log.info({ reason }, 'stopping: requests at hand are finished')
  await running.stop()
  process.stdout.write(`Sawt has stopped; everything is kept in ${dataDir}.\n`)
  process.exit(0)
}

/** What we did not foresee: say it and end. The next start finds everything that was acknowledged. */
function giveUp(log: Log, err: unknown): never {
  log.fatal({ err }, 'Sawt ends')
  process.exit(1)
}
