import { createHash } from 'node:crypto'
import type { Clock } from '#kernel'
import type { Db, Log } from '#platform'
import type { KnownRoster } from '#sealing'
import { challengeCounter, hourlyCounter } from '../model/asked.ts'
import { knownRoster } from '../model/roster.ts'
import { LEAST_BITS } from '../model/work.ts'
import { currentRoster } from '../store/rosters.ts'
import { openVault, type Vault } from '../store/vault.ts'

/** What the sealed room works with. Nothing of the rest of Sawt is among it. */
export interface Room {
  /** As the role sawt_sealed. */
  db: Db
  /** What day it is; in a demonstration this clock can be set forward. */
  clock: Clock
  /** Real time: challenges and sessions go by it. */
  wall: Clock
  /** Where a day begins and ends. */
  zone: string
  log: Pick<Log, 'error' | 'warn'>
  vault: Vault
  /** Signs challenges and sessions; the room's own. */
  secret: Buffer
  /** Where browsers reach the room, without a slash at the end. */
  url: string
  demonstration: boolean
  /** Least bits of work. */
  bits: number
  /** How many challenges were asked for in the last minute, this one included. */
  asked(): number
  /** Whether one more age file may come in this hour. */
  mayTakeAge(most: number): boolean
  /** Rosters that were read before, by hash. */
  read: Map<string, KnownRoster>
}

export type Given = Pick<Room, 'db' | 'clock' | 'zone' | 'log' | 'secret' | 'url' | 'demonstration'> &
  Partial<Pick<Room, 'wall' | 'bits'>> & {
    /** DATA_DIR/sealed */
    dir: string
  }

export function openRoom({ dir, wall, bits = LEAST_BITS, ...given }: Given): Room {
  const clock = wall ?? given.clock
  const [asked, age] = [challengeCounter(), hourlyCounter()]
  return {
    ...given,
    wall: clock,
    bits,
    vault: openVault(dir),
    asked: () => asked(clock.now()),
    mayTakeAge: (most) => age(clock.now()) <= most,
    read: new Map(),
  }
}

export const today = ({ clock, zone }: Room): Temporal.PlainDate =>
  clock.now().toZonedDateTimeISO(zone).toPlainDate()

/** The roster that new reports are sealed under; none before the first was published. */
export async function rosterNow(room: Room, db: Db = room.db): Promise<KnownRoster | undefined> {
  const stored = await currentRoster(db)
  if (!stored) return undefined
  const hash = stored.hash.toString('hex')
  const known = room.read.get(hash) ?? knownRoster(stored.document)
  room.read.set(hash, known)
  return known
}

export const sha256 = (of: Buffer | string): Buffer => createHash('sha256').update(of).digest()
export const fromHex = (id: string): Buffer => Buffer.from(id, 'hex')
export const toHex = (id: Buffer): string => id.toString('hex')
export const from64 = (text: string): Buffer => Buffer.from(text, 'base64url')
