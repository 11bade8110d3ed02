import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addOfficer,
  DEMONSTRATION_PASSPHRASE,
  type NewOfficer,
  plantKey,
  publishRoster,
  type Room,
  rosterNow,
  today,
} from '#integrity'
import { canonicalJson } from '#kernel'
import { base64url, newAuthority, newEscrow, newKeyPair, type Roster, signRoster } from '#sealing'
import { authorityFile, type EscrowFile, sealWith, stretch } from './files.ts'
import { shareText } from './shares.ts'

const README = `These keys are for a demonstration. They were made on this server and lie open beside it, so they protect nobody.
For real use the Authority's key and the escrow are made on a machine that is never connected:
docs/operating/sealed-room.md. The passphrase of everything here is: ${DEMONSTRATION_PASSPHRASE}
`

const PEOPLE: readonly NewOfficer[] = [
  person('integrity', 'نورة الكعبي', 'Noora Al Kaabi', null),
  person('integrity', 'سامي حداد', 'Sami Haddad', null),
  person('integrity', 'هالة منصور', 'Hala Mansour', null),
  person('audit', 'عيسى الدوسري', 'Isa Al Doseri', null),
  person('custodian', 'القاضية مريم فخرو', 'Judge Mariam Fakhro', 'judiciary'),
  person('custodian', 'خالد العبادي', 'Khalid Al Abadi', 'ombudsman'),
  person('custodian', 'رنا الزعبي', 'Rana Al Zoubi', 'audit-bureau'),
]

function person(office: NewOfficer['office'], ar: string, en: string, body: string | null): NewOfficer {
  return { office, name: { ar, en }, body, conflicts: [] }
}

/**
 * Makes the room of a demonstration work at once: an Authority, an escrow, people with keys under one known
 * passphrase, and a first roster. Everything lies in the room's folder `demonstration` and says so.
 */
export async function seedSealedDemonstration(
  room: Room,
  dir: string,
  bodies: readonly { id: string; name: { ar: string; en: string } }[],
): Promise<boolean> {
  if (!room.demonstration || (await rosterNow(room))) return false
  // Once in the life of a demonstration, and never in a room that protects somebody.
  const { generateIdentity, identityToRecipient } = await import('age-encryption')
  const folder = join(dir, 'demonstration')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [authority, escrow, age] = [newAuthority(), await newEscrow(), await generateIdentity()]
  const people = await Promise.all(PEOPLE.map((one) => enrol(room, one)))
  const escrowFile: EscrowFile = {
    ...{ kind: 'sawt-sealed/escrow', publicKey: escrow.publicKey, commitment: escrow.commitment },
    made: today(room).toString(),
  }
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 })
  put('README.txt', README)
  put(
    'authority.json',
    JSON.stringify(authorityFile(authority.privateKey, authority.publicKey, DEMONSTRATION_PASSPHRASE)),
  )
  put('escrow.json', JSON.stringify(escrowFile))
  put('age-identity.txt', `${age}\n`)
  for (const [at, share] of escrow.shares.entries())
    put(`share-${at + 1}.txt`, shareText(share, at + 1, 5, escrowFile))
  writeFileSync(join(dir, 'authority.pub'), `${base64url(Uint8Array.from(authority.publicKey))}\n`)

  const roster: Roster = {
    ...{ v: 1, serial: 1, issued: today(room).toString(), previous: null },
    officers: people.flatMap(({ office, ...one }) =>
      office === 'custodian' ? [] : [{ ...one, office, conflicts: one.conflicts }],
    ),
    custodians: people
      .filter(({ office }) => office === 'custodian')
      .map(({ id, name, body, key }) => ({ id, name, key, body: body ?? '' })),
    escrow: { key: escrow.publicKey, commitment: escrow.commitment, threshold: 3, of: 5 },
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    age: await identityToRecipient(age),
  }
  const document = canonicalJson(roster)
  const signature = base64url(Uint8Array.from(signRoster(document, authority.privateKey)))
  const published = await publishRoster(room, { document, signature }, Buffer.from(authority.publicKey))
  if (!published.ok) throw new Error(`The demonstration's roster was refused: ${published.reason}`)
  return true
}

async function enrol(room: Room, one: NewOfficer) {
  const id = await addOfficer(room, one)
  const { privateKey, publicKey } = newKeyPair()
  const salt = randomBytes(16)
  const about = { v: 1, officer: id, wrap: 'passphrase' }
  const closed = sealWith(stretch(DEMONSTRATION_PASSPHRASE, salt), about, privateKey)
  await plantKey(room, id, publicKey, {
    v: 1,
    wrap: 'passphrase',
    salt: salt.toString('base64url'),
    ...closed,
  })
  return { ...one, id, key: publicKey }
}
