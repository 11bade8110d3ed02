import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '#platform'
import { aMailServer } from '../../src/messages/servers.examples.ts'
import { postmasterOf } from '../kit/scratch.ts'
import { balance, type NotTried, type Outcome } from './books.ts'
import { type Load, underLoad } from './load.ts'
import { type Bench, onePlace, type Place, until } from './place.ts'
import { balanceLadder, balancePost } from './post.ts'
import { aSession } from './session.ts'

const WHAT = 'clock of the machine jumps'

/** Hours ahead of the true time, one after the other: a wrong summer time, a dead battery, a wrong year, set right again. */
const JUMPS = [3, 0, -2, 30 * 24, 1, 60 * 24]
/** By then every date of every case has passed. */
const END = 150 * 24

/**
 * The clock of the whole machine jumps, for Sawt and PostgreSQL alike, while residents submit. After each jump it goes
 * on serving: cases are taken, mails go out, who is signed in stays so (or is signed out because the time is over),
 * and every rung is climbed once.
 *
 * @param library libfaketime, put under both programs
 */
export async function clockJumps(bench: Bench, library: string | undefined, cases: number) {
  if (!library)
    return { what: WHAT, notTried: 'libfaketime is not here and could not be installed' } as NotTried
  const place = onePlace(bench)
  const clock = aMovableClock(place, library)
  const first = await place.start()
  const tokens = place.tokens
  first.child.kill('SIGTERM')
  await until('the end of the first start', () => !postmasterOf(place.folder))
  await startDatabase(place, clock.environment)
  // People have had their rights for longer than the clock goes back.
  await place.rows(sql`update grants set valid_from = valid_from - interval '30 days'`)
  const server = await aMailServer(bench)
  const sawt = await place.start('start', { ...clock.environment, SMTP_URL: server.url })
  const target = { ...tokens, address: sawt.address }
  const load = underLoad(() => target, { clients: 2, pace: 200, mail: true })
  const broken: string[] = []
  const recoveries: number[] = []
  for (const hours of JUMPS) {
    const session = await aSession(target.address)
    clock.set(hours)
    // The library looks at its file once a second.
    await pause(1_500)
    recoveries.push(await more(load, cases))
    await dueActs(place)
    if (hours < 24 && !(await session.isOpen())) broken.push(`signed out by a jump to ${hours} h`)
    if (hours >= 60 * 24 && (await session.isOpen())) broken.push('a session outlives its time')
  }
  await load.stop()
  const books = await balance(place, target, load)
  clock.set(END)
  await pause(1_500)
  await dueActs(place, 0)
  const seen = (await place.rows<{ ahead: boolean }>(sql`select now() > ${tomorrow()} as ahead`))[0]?.ahead
  if (!seen) broken.push('the clock of the database did not jump: nothing was proved')
  const [post, ladder] = [await balancePost(place, server), await balanceLadder(place)]
  return {
    ...{ what: WHAT, times: `${JUMPS.length} times`, recoveries },
    n: books.n + post.mails + ladder.rungs,
    lost: books.lost + post.lost + post.untold + ladder.missing,
    doubled: books.doubled + post.doubled + post.announced + ladder.doubled,
    notes: [
      `to ${JUMPS.map((hours) => (Math.abs(hours) < 24 ? `${hours} h` : `${hours / 24} d`)).join(', ')} ahead of the true time`,
      `${books.n} answers, ${post.mails} mails, ${ladder.rungs} rungs climbed (missing ${ladder.missing}, doubled ${ladder.doubled})`,
    ],
    broken: [...books.broken, ...broken],
  } satisfies Outcome
}

const tomorrow = () => Temporal.Now.instant().add({ hours: 24 })

/** Seconds until so many more were acknowledged. */
function more(load: Load, cases: number): Promise<number> {
  const wanted = load.acknowledged.length + cases
  return until(`${cases} more answers`, () => load.acknowledged.length >= wanted)
}

/**
 * Until time has done what is due, and what happened was told: by the clock as it is now.
 *
 * @param slack seconds; under load there is always something that has just come in
 */
async function dueActs({ rows }: Place, slack = 10) {
  await pause(6_000)
  await until(
    'nothing is due',
    async () =>
      (
        await rows<{ busy: boolean }>(sql`
          select exists (select from cases where next_act_at <= now() - make_interval(secs => ${slack}))
              or exists (select from messages where state = 'queued' and channel = 'mail'
                            and ready_at <= now() - make_interval(secs => ${slack}))
              or exists (select from case_events e, feed_cursors c
                          where ${slack} = 0 and c.consumer = 'messages'
                            and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq)) as busy`)
      )[0]?.busy === false,
    120,
  )
}

function aMovableClock({ folder }: Place, library: string) {
  const file = join(folder, 'clock')
  const set = (hours: number) => {
    writeFileSync(file, `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h\n`)
    chmodSync(file, 0o644)
  }
  set(0)
  const environment = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    // What jumps is the time of day; what measures durations goes on.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DISABLE_SHM: '1',
  }
  return { set, environment }
}

/** Starts the server as the application would, with the clock under it; the application takes it over. */
async function startDatabase({ folder }: Place, environment: Record<string, string>) {
  const data = join(folder, 'postgres')
  const [program = '', ...options] = readFileSync(join(data, 'postmaster.opts'), 'utf8').trim().split(' "')
  const { uid, gid } = statSync(data)
  const child = spawn(
    program,
    options.map((option) => option.replace(/"$/, '')),
    {
      ...(process.getuid?.() === 0 && { uid, gid }),
      ...{ cwd: '/', detached: true, stdio: 'ignore', env: { LC_ALL: 'C', ...environment } },
    },
  )
  child.unref()
  await until('the database is ready', () => /^ready/m.test(read(join(data, 'postmaster.pid'))))
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
