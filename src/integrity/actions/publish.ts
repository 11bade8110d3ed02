import { no, type Result, yes } from '#kernel'
import { type RosterRefusal, rosterHash, type SignedRoster, trustRosters } from '#sealing'
import { record } from '../store/audit.ts'
import { allRosters, insertRoster } from '../store/rosters.ts'
import { from64, fromHex, type Room, today } from './room.ts'

/** All rosters as the Authority signed them, oldest first. */
export const rosters = async (room: Room): Promise<SignedRoster[]> =>
  (await allRosters(room.db)).map(({ document, signature }) => ({
    document,
    signature: signature.toString('base64url'),
  }))

/**
 * Publishes the next roster: signed by the Authority, continuing the chain, and kept for ever.
 *
 * @param authority the Authority's public key
 */
export async function publishRoster(
  room: Room,
  signed: SignedRoster,
  authority: Buffer,
): Promise<Result<{ serial: number; hash: string }, RosterRefusal>> {
  const trusted = trustRosters([...(await rosters(room)), signed], authority)
  if (!trusted.ok) return trusted
  const roster = trusted.value.at(-1)
  if (!roster) return no('roster-missing')
  const { document } = signed
  const row = {
    serial: roster.serial,
    hash: fromHex(rosterHash(document)),
    document,
    signature: from64(signed.signature),
  }
  await insertRoster(room.db, row, today(room))
  await record(room.db, today(room), 'operator', 'roster-published')
  return yes({ serial: roster.serial, hash: roster.hash })
}
