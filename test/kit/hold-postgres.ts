import { CannotStart, openLog, startPostgres } from '#platform'

/** A Sawt reduced to its database: `node hold-postgres.ts FOLDER` starts it, says so, and waits to be killed. */
try {
  const dataDir = process.argv[2] ?? ''
  await startPostgres({ dataDir, log: openLog('silent'), onLost: () => process.exit(3) })
  process.stdout.write('started\n')
  setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stdout.write(`${error.message}\n`)
  process.exit(1)
}
