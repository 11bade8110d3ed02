import { no, type Result, yes } from '#kernel'
import type { Officer } from '../model/wire.ts'
import { allOfficers } from '../store/officers.ts'
import { invite, officerOf } from './enrol.ts'
import type { Room } from './room.ts'

/** The passphrase of everybody in a demonstration. Where a person's safety hangs on it, nobody's is known. */
export const DEMONSTRATION_PASSPHRASE = 'sawt demonstration only'

/** New one-time links to enrol one's own passkey for each invented officer; elsewhere there is no such thing. */
export async function demonstrationInvites(
  room: Room,
): Promise<Result<{ officer: Officer; invite: string; passphrase: string }[], 'not-found'>> {
  if (!room.demonstration) return no('not-found')
  const officers = await allOfficers(room.db)
  return yes(
    await Promise.all(
      officers.map(async (officer) => ({
        officer: officerOf(officer),
        invite: await invite(room, officer.id, officer.key ? 'device' : 'first'),
        passphrase: DEMONSTRATION_PASSPHRASE,
      })),
    ),
  )
}
