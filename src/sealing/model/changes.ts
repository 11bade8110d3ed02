import type { Custodian, Names, Roster, RosteredOfficer } from './roster.ts'

/** What is different in a later roster, for people to read: a key that was exchanged is the first thing to see. */
export type RosterChange =
  | {
      change: 'joined' | 'left' | 'new-key' | 'renamed'
      role: 'officer' | 'custodian'
      id: string
      name: Names
    }
  | { change: 'moved'; role: 'officer' | 'custodian'; id: string; name: Names }
  | { change: 'new-key'; role: 'escrow' }

export function changesBetween(before: Roster, after: Roster): RosterChange[] {
  return [
    ...peopleChanges('officer', before.officers, after.officers, officerPlace),
    ...peopleChanges('custodian', before.custodians, after.custodians, ({ body }) => body),
    ...(before.escrow.key === after.escrow.key ? [] : [{ change: 'new-key', role: 'escrow' } as const]),
  ]
}

function peopleChanges<Person extends RosteredOfficer | Custodian>(
  role: 'officer' | 'custodian',
  before: readonly Person[],
  after: readonly Person[],
  place: (person: Person) => string,
): RosterChange[] {
  const found: RosterChange[] = []
  for (const person of after) {
    const { id, name } = person
    const earlier = before.find((one) => one.id === id)
    if (!earlier) found.push({ change: 'joined', role, id, name })
    else {
      if (earlier.key !== person.key) found.push({ change: 'new-key', role, id, name })
      if (earlier.name.ar !== name.ar || earlier.name.en !== name.en)
        found.push({ change: 'renamed', role, id, name })
      if (place(earlier) !== place(person)) found.push({ change: 'moved', role, id, name })
    }
  }
  for (const { id, name } of before)
    if (!after.some((one) => one.id === id)) found.push({ change: 'left', role, id, name })
  return found
}

const officerPlace = ({ office, body, conflicts }: RosteredOfficer): string =>
  JSON.stringify([office, body, [...conflicts].sort()])
