import { MET } from '../model/growth.ts'
import { dropOldBands } from '../store/reading.ts'
import type { Tools } from './tools.ts'

const BATCH = 20_000

/** Forgets the keys of old cases, except those of a problem: one sees whether it comes back. */
export async function tidyProblems({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  while ((await dropOldBands(db, clock.now().subtract(MET), BATCH)) === BATCH);
}
