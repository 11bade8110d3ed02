import { setTimeout as pause } from 'node:timers/promises'
import { aMailServer } from '../../src/messages/servers.examples.ts'
import { balance, type Outcome } from './books.ts'
import { underLoad } from './load.ts'
import { type Bench, moveClock, type Place, sharedPlace, until } from './place.ts'
import { balanceLadder, balancePost, letLeasesEnd, untilQuiet } from './post.ts'

/** Enough for every rung of every ladder to be due. */
const TWO_MONTHS = 60 * 24
const HOURS_A_ROUND = 3

/**
 * SIGKILL of `sawt worker`, in a process of its own, while residents submit, mails go out and rungs are climbed:
 * the clock of the demonstration goes three hours ahead with every worker.
 */
export async function killWorkers(bench: Bench, times: number): Promise<Outcome> {
  const { place, server, env, load, target } = await aBusyPlace(bench)
  const recoveries: number[] = []
  for (let round = 0; round < times; round++) {
    const began = performance.now()
    const worker = await place.start('worker', env)
    await worksAgain(server)
    recoveries.push((performance.now() - began) / 1000)
    await moveClock(place, (round + 1) * HOURS_A_ROUND)
    await pause(200 + Math.random() * 1_500)
    await worker.kill()
  }
  await load.stop()
  await letLeasesEnd(place)
  await place.start('worker', env)
  return closing(place, server, await balance(place, target, load), {
    ...{ what: 'worker killed', times: `${times} times`, recoveries },
  })
}

/** Two workers all the time: whatever both see is done by one of them. */
export async function twoWorkers(bench: Bench, seconds: number): Promise<Outcome> {
  const { place, server, env, load, target } = await aBusyPlace(bench)
  await Promise.all([place.start('worker', env), place.start('worker', env)])
  for (let second = 0; second < seconds; second++) {
    await pause(1_000)
    await moveClock(place, (second + 1) * HOURS_A_ROUND)
  }
  await load.stop()
  const books = await balance(place, target, load)
  const outcome = await closing(place, server, books, {
    ...{ what: 'two workers at once', times: `${seconds} s`, recoveries: [] },
  })
  // Nobody was killed: then there is no reason for a mail to go twice.
  if (!outcome.notes.some((note) => / 0 repeated/.test(note))) outcome.broken.push('a mail went twice')
  return outcome
}

async function aBusyPlace(bench: Bench) {
  const place = await sharedPlace(bench)
  const server = await aMailServer(bench)
  const env = { SMTP_URL: server.url }
  const { address } = await place.start('web', env)
  const target = { ...place.tokens, address }
  const load = underLoad(() => target, { clients: 2, pace: 400, mail: true })
  return { place, server, env, load, target }
}

const worksAgain = (server: { taken: unknown[] }) => {
  const known = server.taken.length
  return until('a mail', () => server.taken.length > known)
}

type Books = Awaited<ReturnType<typeof balance>>

/** Lets everything come to its end, and adds mails and rungs to the account. */
async function closing(
  place: Place,
  server: Parameters<typeof balancePost>[1],
  books: Books,
  about: Pick<Outcome, 'what' | 'times' | 'recoveries'>,
): Promise<Outcome> {
  await untilQuiet(place, 600)
  await moveClock(place, TWO_MONTHS)
  await pause(7_000)
  await untilQuiet(place, 600)
  const [post, ladder] = [await balancePost(place, server), await balanceLadder(place)]
  return {
    ...about,
    n: books.n + post.mails + ladder.rungs,
    lost: books.lost + post.lost + post.untold + ladder.missing,
    doubled: books.doubled + post.doubled + ladder.doubled,
    notes: [
      `${books.n} answers (lost ${books.lost}, doubled ${books.doubled}); ${books.notes.join('; ')}`,
      `${post.mails} mails (lost ${post.lost + post.untold}, doubled ${post.doubled}; ${post.announced} repeated under the same Message-ID after a kill, and counted as such)`,
      `${ladder.rungs} rungs climbed (missing ${ladder.missing}, doubled ${ladder.doubled})`,
    ],
    broken: books.broken,
  }
}
