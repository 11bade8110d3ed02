import { newId } from '#kernel'
import type { Db } from '#platform'
import * as desk from '../../store/chat/desk.ts'

/** A ready answer as the seeds hold it. */
export interface CannedSeed {
  name: string
  ar: string
  en: string
}

/** Gives agents their first ready answers, where there are none yet; for demonstrations. @returns how many there are now */
export async function plantCanned({ db }: { db: Db }, seeds: readonly CannedSeed[]): Promise<number> {
  const there = await desk.cannedAnswers(db, { all: true })
  if (there.length > 0) return there.length
  for (const seed of seeds) await desk.putCanned(db, { id: newId(), ...seed, active: true })
  return seeds.length
}
