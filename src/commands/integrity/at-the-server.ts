import { existsSync, writeFileSync } from 'node:fs'
import type { Hono } from 'hono'
import {
  addOfficer,
  exportRecovery,
  findOfficer,
  type InvitePurpose,
  importRecovery,
  invite,
  leave,
  listOfficers,
  type NewOfficer,
  publishRoster,
  type Room,
  recoveredFile,
  rosterNow,
  today,
} from '#integrity'
import type { SignedRoster } from '#sealing'
import type { Say } from '../command.ts'
import { publicKeyIn, readFile, writeNew } from './files.ts'
import { fingerprintOf } from './offline.ts'
import { refused } from './say.ts'

/** What the commands at the server work with. */
export interface AtServer extends Say {
  room: Room
  /** The room's folder. */
  dir: string
  /** Bodies that one may report about: the service's entities. */
  bodies(): Promise<{ id: string; name: { ar: string; en: string } }[]>
  /** The static pages as browsers get them. */
  pages?: Hono | undefined
}

/** What browsers get, file by file with its SHA-256: to be published elsewhere and compared. */
export async function showManifest({ pages, print, ...at }: AtServer): Promise<number> {
  const answered = await pages?.request('/sealed/manifest.json')
  if (!answered?.ok) return refused({ print, ...at }, 'The pages of the sealed room are not built here.')
  print(JSON.stringify(await answered.json(), null, 2))
  return 0
}

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

/** The next roster, from everybody who has a key: to be carried to the Authority's machine and signed there. */
export async function draftRoster(at: AtServer, { out }: { out: string }): Promise<number> {
  const [people, last] = [await listOfficers(at.room), await rosterNow(at.room)]
  const keyed = people.flatMap(({ key, ...one }) => (key ? [{ ...one, key }] : []))
  const draft = {
    v: 1,
    serial: (last?.serial ?? 0) + 1,
    issued: today(at.room).toString(),
    previous: last?.hash ?? null,
    officers: keyed.filter(({ office }) => office !== 'custodian'),
    custodians: keyed
      .filter(({ office }) => office === 'custodian')
      .map(({ id, name, body, key }) => ({ id, name, key, body: body ?? '' })),
    bodies: await at.bodies(),
  }
  writeNew(out, draft, 0o644)
  at.print(
    `The draft of roster ${draft.serial} is in ${out}: ${draft.officers.length} officers, ${draft.custodians.length} custodians.`,
  )
  at.print('Compare the fingerprints with the people themselves before it is signed: sawt integrity officers')
  return 0
}

/** Publishes a signed roster. With the first one the Authority's public key becomes the room's, for good. */
export async function publish(
  at: AtServer,
  { file, authority }: { file: string; authority?: string },
): Promise<number> {
  const kept = `${at.dir}/authority.pub`
  const known = existsSync(kept) ? publicKeyIn(kept) : undefined
  const given = authority ? publicKeyIn(authority) : known
  if (!given) return refused(at, 'The first roster needs --authority FILE.pub, the Authority’s public key.')
  if (known && !known.equals(given))
    return refused(at, `That is not this room’s Authority, whose key is in ${kept}.`)
  const published = await publishRoster(at.room, readFile<SignedRoster>(file), given)
  if (!published.ok) return refused(at, `The roster was refused: ${REASONS[published.reason]}`)
  if (!known) writeFileSync(kept, `${given.toString('base64url')}\n`, { mode: 0o644 })
  at.print(`Roster ${published.value.serial} is published: ${published.value.hash}`)
  return 0
}

const REASONS = {
  'roster-malformed': 'it is not written as a roster must be.',
  'roster-unsigned': 'its signature is not the Authority’s.',
  'roster-chain-broken': 'it does not continue the last one. Draft it anew and sign that.',
  'roster-missing': 'there is none.',
}

export async function exportLost(
  at: AtServer,
  { officer, out }: { officer: string; out: string },
): Promise<number> {
  const exported = await exportRecovery(at.room, officer)
  if (!exported.ok)
    return refused(
      at,
      exported.reason === 'not-found'
        ? `There is no officer ${officer}; see: sawt integrity officers`
        : 'The officer has no key: invite them with --lost first, and publish a roster with the new key.',
    )
  writeNew(out, exported.value)
  at.print(
    `${exported.value.keys.length} sealed keys are in ${out}. Nobody opens them without three trustees.`,
  )
  return 0
}

export async function importRecovered(at: AtServer, { file }: { file: string }): Promise<number> {
  const read = recoveredFile.safeParse(readFile(file))
  if (!read.success) return refused(at, `${file} is no file of recovered keys.`)
  const imported = await importRecovery(at.room, read.data)
  if (!imported.ok) return refused(at, 'These keys are not for that officer’s reports.')
  at.print(`${imported.value} keys are the officer’s again.`)
  return 0
}
