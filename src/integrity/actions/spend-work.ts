import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { Work } from '../model/bodies.ts'
import { bitsFor, challengeOf, metBy } from '../model/work.ts'
import { spend } from '../store/spent.ts'
import { type Room, today } from './room.ts'

/** A challenge for whoever asks. Nothing of it is stored. */
export function askChallenge(room: Room): { challenge: string; bits: number } {
  const bits = bitsFor(room.asked(), room.bits)
  return { challenge: challengeOf(room.secret, room.wall.now(), bits), bits }
}

/** Accepts a challenge that was met, once. */
export async function spendWork(
  room: Room,
  db: Db,
  { challenge, counter }: Work,
): Promise<Result<null, 'work-unknown' | 'work-used'>> {
  const met = metBy(room.secret, room.wall.now(), challenge, counter)
  if (!met) return no('work-unknown')
  return (await spend(db, met, today(room))) ? yes(null) : no('work-used')
}
