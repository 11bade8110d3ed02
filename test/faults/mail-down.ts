import { setTimeout as pause } from 'node:timers/promises'
import { aMailServer } from '../../src/messages/servers.examples.ts'
import { balance, type Outcome } from './books.ts'
import { underLoad } from './load.ts'
import { type Bench, moveClock, sharedPlace } from './place.ts'
import { balancePost, untilQuiet } from './post.ts'

/** The mail server is away for an hour of the demonstration's time while residents submit; then it is back. */
export async function mailDown(bench: Bench, steps: number): Promise<Outcome> {
  const place = await sharedPlace(bench)
  const first = await aMailServer(bench)
  const env = { SMTP_URL: first.url }
  const { address } = await place.start('web', env)
  const target = { ...place.tokens, address }
  await place.start('worker', env)
  const load = underLoad(() => target, { clients: 2, pace: 100, mail: true })
  await pause(1_000)
  await first.stop()
  for (let step = 1; step <= steps; step++) {
    await moveClock(place, step / steps)
    await pause(1_200)
  }
  await load.stop()
  const back = performance.now()
  const second = await aMailServer(bench, { port: Number(new URL(first.url).port) })
  // Whatever waits is tried again at the latest four hours after its last attempt.
  await moveClock(place, 6)
  await untilQuiet(place)
  const recoveries = [(performance.now() - back) / 1000]
  const books = await balance(place, target, load)
  const post = await balancePost(place, { taken: [...first.taken, ...second.taken] })
  return {
    ...{ what: 'mail server down', times: `an hour in ${steps} steps`, recoveries, broken: books.broken },
    n: books.n + post.mails,
    lost: books.lost + post.lost + post.untold,
    doubled: books.doubled + post.doubled + post.announced,
    notes: [`${books.n} answers, ${post.mails} mails, ${second.taken.length} of them after it came back`],
  }
}
