import type { Db } from '#platform'
import type { Officer, Resident } from '../model/officer.ts'
import { SEEN_EVERY, STAFF_IDLE, tokenHash } from '../model/session.ts'
import * as sessions from '../store/sessions.ts'

export type Visitor =
  | { readonly kind: 'staff'; readonly officer: Officer; readonly confirmedAt: Temporal.Instant }
  | { readonly kind: 'resident'; readonly resident: Resident; readonly confirmedAt: Temporal.Instant }

/**
 * Who a session's secret belongs to, with the grants in force at `now`. One statement, because every page
 * asks it; rights that ended a moment ago are gone.
 *
 * @param wall the moment by which sessions last, where it is not `now`
 *
 * Undefined for unknown, expired, idle and half-finished sessions alike.
 */
export async function findSession(
  db: Db,
  token: string,
  now: Temporal.Instant,
  wall = now,
): Promise<Visitor | undefined> {
  const found = await sessions.findSession(db, tokenHash(token), {
    now: wall,
    grantedAt: now,
    idleSince: wall.subtract(STAFF_IDLE),
    seenBefore: wall.subtract(SEEN_EVERY),
  })
  if (!found) return undefined
  const { confirmedAt, staffId, residentId, name, language, grants, phone, email } = found
  if (staffId)
    return { kind: 'staff', officer: { id: staffId, name: name ?? '', language, grants }, confirmedAt }
  if (!residentId) return undefined
  return { kind: 'resident', resident: { id: residentId, name, phone, email, language }, confirmedAt }
}
