import { dropOldBands } from '../store/reading.ts'
import type { Tools } from './tools.ts'

/** After four months a case is met no longer; those of a problem are kept, to see whether it comes back. */
const MET = { hours: 120 * 24 }
const BATCH = 20_000

/** Forgets the keys of old cases. */
export async function tidyProblems({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  while ((await dropOldBands(db, clock.now().subtract(MET), BATCH)) === BATCH);
}
