import { setTimeout as pause } from 'node:timers/promises'
import { balance, type Outcome } from './books.ts'
import { type Load, type Target, underLoad } from './load.ts'
import { type Bench, onePlace, until } from './place.ts'

/**
 * SIGKILL of the whole application in the middle of submits and steps; the next start takes over the database
 * that still runs. Clients go on all the time.
 */
export async function killApplication(bench: Bench, times: number): Promise<Outcome> {
  const place = onePlace(bench)
  let sawt = await place.start()
  const tokens = place.tokens
  const target = (): Target => ({ ...tokens, address: sawt.address })
  const load = underLoad(target)
  const recoveries: number[] = []
  for (let round = 0; round < times; round++) {
    await pause(100 + Math.random() * 200)
    await sawt.kill()
    const killed = performance.now()
    sawt = await place.start()
    await servesAgain(load)
    recoveries.push((performance.now() - killed) / 1000)
  }
  await load.stop()
  const books = await balance(place, target(), load)
  return { what: 'application killed', times: `${times} times`, recoveries, ...books }
}

/** Until clients hear a yes again. */
export function servesAgain(load: Load): Promise<number> {
  const known = load.acknowledged.length
  return until('a yes', () => load.acknowledged.length > known)
}
