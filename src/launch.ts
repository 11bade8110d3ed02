import { parseArgs } from 'node:util'
import { CannotStart, type Config, type Log, openLog, readConfig } from '#platform'
import { type Parts, ROLES, type Running, run } from './run.ts'

/**
 * Runs Sawt from the command line until it is told to stop: `main [all|web|worker] [--country NAME]`.
 * Ends the process: 0 after a stop, 1 when it could not start or lost its database.
 */
export async function launch(words: string[], parts: Parts): Promise<void> {
  try {
    const { role, settings } = understand(words)
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
    process.exitCode = 1
  }
}

type Role = (typeof ROLES)[number]

function understand(words: string[]): { role: Role; settings: Record<string, string> } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { country: { type: 'string' } },
      allowPositionals: true,
    })
    const [given = 'all', ...more] = positionals
    const role = ROLES.find((name) => name === given)
    if (!role || more.length > 0) throw new CannotStart(USAGE)
    return { role, settings: values.country ? { SAWT_COUNTRY: values.country } : {} }
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart(USAGE)
  }
}

const USAGE = `Usage: npm start -- [all|web|worker] [--country bahrain|jordan]
  all     everything in one process (when nothing is said)
  web     only the pages and the API; several may run on one DATABASE_URL
  worker  only what works in the background; several may run on one DATABASE_URL`

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
