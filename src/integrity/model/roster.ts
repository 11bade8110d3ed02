import { type KnownRoster, type Roster, readRoster, rosterHash } from '#sealing'

/** A stored document as a roster. It was verified when it came in; what cannot be read any more is a bug. */
export function knownRoster(document: string): KnownRoster {
  const read = readRoster(document)
  if (!read.ok) throw new Error('A stored roster is no roster')
  return { ...read.value, hash: rosterHash(document) }
}

/** Whether somebody stands in the roster with this very key. */
export const isRostered = (roster: Roster | undefined, id: string, key: string | null): boolean =>
  [...(roster?.officers ?? []), ...(roster?.custodians ?? [])].some((one) => one.id === id && one.key === key)
