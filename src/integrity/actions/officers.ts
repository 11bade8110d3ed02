import { randomUUID } from 'node:crypto'
import type { Officer, Wrap } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import { allOfficers, insertOfficer, markLeft, officerById, setOfficerKey } from '../store/officers.ts'
import { keepWrap, officerOf } from './enrol.ts'
import { from64, type Room, today } from './room.ts'

export type NewOfficer = Omit<Officer, 'id' | 'key'>

/** Somebody who will hold a key, known by name before they have one. @returns their id */
export async function addOfficer(room: Room, { name, ...officer }: NewOfficer): Promise<string> {
  const id = randomUUID()
  await insertOfficer(room.db, { ...officer, id, nameAr: name.ar, nameEn: name.en, key: null })
  await record(room.db, today(room), 'operator', 'officer-added')
  return id
}

export const listOfficers = async (room: Room): Promise<Officer[]> =>
  (await allOfficers(room.db)).map(officerOf)

export async function findOfficer(room: Room, id: string): Promise<Officer | undefined> {
  const found = await officerById(room.db, id)
  return found && officerOf(found)
}

/** Somebody leaves: they cannot sign in any more, and their wrapped key is gone. */
export async function leave(room: Room, id: string): Promise<boolean> {
  const left = await room.db.transaction((tx) => markLeft(tx, id, today(room)))
  if (left) await record(room.db, today(room), 'operator', 'officer-left')
  return left
}

/** For a demonstration alone, where keys are not made in anybody's browser. */
export async function plantKey(room: Room, id: string, key: string, wrap: Wrap): Promise<void> {
  if (!room.demonstration) throw new Error('Keys are made in browsers')
  await setOfficerKey(room.db, id, from64(key), today(room))
  await keepWrap(room.db, id, wrap)
}
