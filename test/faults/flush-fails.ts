import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { balance, type NotTried, type Outcome } from './books.ts'
import { servesAgain } from './kill-application.ts'
import { underLoad } from './load.ts'
import { type Bench, onePlace } from './place.ts'

const WHAT = 'disk does not flush'

/**
 * Every flush fails with an error of the disk (put in by strace), time after time, also for the databases that Sawt
 * brings up meanwhile. What could not be flushed must not be acknowledged; once the disk flushes again, Sawt serves.
 */
export async function flushFails(bench: Bench, times: number): Promise<Outcome | NotTried> {
  if (!canTrace())
    return { what: WHAT, notTried: 'there is no strace here that may look into other programs' }
  const place = onePlace(bench)
  const sawt = await place.start()
  const target = { ...place.tokens, address: sawt.address }
  const load = underLoad(() => target)
  const [recoveries, broken]: [number[], string[]] = [[], []]
  for (let round = 0; round < times; round++) {
    await servesAgain(load)
    const end = await failFlushes([sawt.child.pid ?? 0, ...family(place.databasePid())])
    // What was flushed before may still be on its way to a client.
    await pause(500)
    const known = load.acknowledged.length
    await pause(2_000)
    const more = load.acknowledged.length - known
    if (more > 0) broken.push(`${more} acknowledged while nothing was flushed`)
    await end()
    recoveries.push(await servesAgain(load))
  }
  await load.stop()
  const books = await balance(place, target, load)
  return { what: WHAT, times: `${times} times`, recoveries, ...books, broken: [...books.broken, ...broken] }
}

/** Until it is ended, every flush of these processes and their children fails. */
async function failFlushes(pids: readonly number[]) {
  const inject = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO']
  const strace = spawn('strace', ['-f', ...inject, ...pids.flatMap((pid) => ['-p', `${pid}`])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(strace.stderr, 'data')
  strace.stderr.resume()
  return async () => {
    strace.kill('SIGINT')
    await once(strace, 'exit')
  }
}

/** The first process of a database and its children. */
const family = (pid: number): number[] => [
  pid,
  ...spawnSync('ps', ['-o', 'pid=', '--ppid', `${pid}`], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(Number)
    .filter((each) => each > 0),
]

function canTrace(): boolean {
  if (process.platform !== 'linux') return false
  const trial = spawn('sleep', ['5'])
  const traced = spawnSync('timeout', ['-s', 'INT', '1', 'strace', '-qq', '-p', `${trial.pid}`], {
    encoding: 'utf8',
  })
  trial.kill()
  return !traced.error && !/not permitted|not found|failed to run/i.test(traced.stderr)
}
