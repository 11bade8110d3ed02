import { setTimeout as pause } from 'node:timers/promises'
import { balance, type Outcome } from './books.ts'
import { servesAgain } from './kill-application.ts'
import { underLoad } from './load.ts'
import { type Bench, onePlace } from './place.ts'

/** SIGKILL of PostgreSQL's first process under submits and steps; the application brings it back by itself. */
export async function killDatabase(bench: Bench, times: number): Promise<Outcome> {
  const place = onePlace(bench)
  const { address } = await place.start()
  const target = { ...place.tokens, address }
  const load = underLoad(() => target)
  const recoveries: number[] = []
  for (let round = 0; round < times; round++) {
    await pause(100 + Math.random() * 200)
    const killed = performance.now()
    await place.replacedDatabase(() => place.killDatabase())
    await servesAgain(load)
    recoveries.push((performance.now() - killed) / 1000)
  }
  await load.stop()
  const books = await balance(place, target, load)
  return { what: 'database killed', times: `${times} times`, recoveries, ...books }
}
