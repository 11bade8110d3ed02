import * as codes from '../store/codes.ts'
import * as sessions from '../store/sessions.ts'
import { onTheWall, type Tools } from './tools.ts'

/**
 * Removes sessions and codes whose time is over. They open nothing any more; this keeps the tables small and
 * contacts no longer than needed. For the background, every hour or so.
 *
 * @returns how many rows went
 */
export async function sweepSignIns(tools: Pick<Tools, 'db' | 'clock' | 'wall'>): Promise<number> {
  const { db, clock } = tools
  return (await sessions.removeExpired(db, onTheWall(tools))) + (await codes.removeExpired(db, clock.now()))
}
