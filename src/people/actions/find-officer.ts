import type { Db } from '#platform'
import type { Officer } from '../model/officer.ts'
import * as staff from '../store/staff.ts'

/** A member of staff by their address, with the grants in force at `now`; for commands, which have no session. */
export const findOfficer = (db: Db, email: string, now: Temporal.Instant): Promise<Officer | undefined> =>
  staff.officerByEmail(db, email, now)
