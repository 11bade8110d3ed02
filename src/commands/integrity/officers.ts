import {
  addOfficer,
  findOfficer,
  type InvitePurpose,
  invite,
  leave,
  listOfficers,
  type NewOfficer,
  rosterNow,
} from '#integrity'
import type { AtServer } from './at-the-server.ts'
import { fingerprintOf } from './offline.ts'
import { refused } from './say.ts'

export async function inviteOfficer(
  at: AtServer,
  given: {
    officer?: string
    lost?: boolean
    'name-ar'?: string
    'name-en'?: string
    office?: string
    body?: string
    conflict?: string[]
  },
): Promise<number> {
  const known = given.officer ? await findOfficer(at.room, given.officer) : undefined
  if (given.officer && !known)
    return refused(at, `There is no officer ${given.officer}; see: sawt integrity officers`)
  const asked = known ? undefined : newOfficer(given)
  if (!known && !asked)
    return refused(at, 'A new officer needs --name-ar, --name-en and --office integrity|audit|custodian.')
  const id = known?.id ?? (await addOfficer(at.room, asked as NewOfficer))
  const purpose: InvitePurpose = !known?.key ? 'first' : given.lost ? 'lost' : 'device'
  const secret = await invite(at.room, id, purpose)
  at.print(`Officer ${id}. The link is good once, for seven days; hand it over in person:`)
  at.print(`${at.room.url}/sealed/ar/office#enrol/${secret}`)
  return 0
}

function newOfficer(given: {
  'name-ar'?: string
  'name-en'?: string
  office?: string
  body?: string
  conflict?: string[]
}): NewOfficer | undefined {
  const { 'name-ar': ar, 'name-en': en, office, body, conflict } = given
  const offices: readonly string[] = ['integrity', 'audit', 'custodian']
  if (!ar || !en || !office || !offices.includes(office)) return undefined
  return {
    name: { ar, en },
    office: office as NewOfficer['office'],
    body: body ?? null,
    conflicts: conflict ?? [],
  }
}

export async function showOfficers(at: AtServer): Promise<number> {
  const roster = await rosterNow(at.room)
  const rostered = [...(roster?.officers ?? []), ...(roster?.custodians ?? [])]
  for (const { id, office, name, key } of await listOfficers(at.room)) {
    const standing = !key
      ? 'no key yet'
      : rostered.some((one) => one.id === id && one.key === key)
        ? 'in the roster'
        : 'not in the roster'
    at.print(`${id}  ${office.padEnd(9)}  ${standing.padEnd(17)}  ${name.en} · ${name.ar}`)
    if (key) at.print(`    ${fingerprintOf(key)}`)
  }
  return 0
}

export async function officerLeaves(at: AtServer, { officer }: { officer: string }): Promise<number> {
  if (!(await leave(at.room, officer)))
    return refused(at, `There is no officer ${officer}; see: sawt integrity officers`)
  at.print(
    'They cannot sign in any more. Sign and publish a roster without them, so that nothing new is sealed to them.',
  )
  return 0
}
