import * as codes from '../store/codes.ts'
import * as sessions from '../store/sessions.ts'
import type { Tools } from './tools.ts'

/**
 * Removes sessions and codes whose time is over. They open nothing any more; this keeps the tables small and
 * contacts no longer than needed. For the background, every hour or so.
 *
 * @returns how many rows went
 */
export async function sweepSignIns({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<number> {
  const now = clock.now()
  return (await sessions.removeExpired(db, now)) + (await codes.removeExpired(db, now))
}
