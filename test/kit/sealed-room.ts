import type { TestContext } from 'node:test'
import { openRoom, publishRoster } from '#integrity'
import { canonicalJson, stoppedClock } from '#kernel'
import { openLog } from '#platform'
import {
  base64url,
  type Holder,
  newAuthority,
  newEscrow,
  newKeyPair,
  type Roster,
  rosterHash,
  signRoster,
} from '#sealing'
import { insertOfficer, setOfficerKey } from '../../src/integrity/store/officers.ts'
import { sealedRoom } from '../../src/web/sealed/index.ts'
import { freshDatabase } from './database.ts'
import { removeScratch, scratchFolder } from './scratch.ts'

/** Where the room of a test believes to be. */
export const SEALED_ORIGIN = 'http://localhost'

export interface Person extends Holder {
  /** base64url */
  key: string
  nameEn: string
  office: 'integrity' | 'audit' | 'custodian'
}

/** A sealed room with an Authority, three officers, an auditor, three custodians and a published roster. */
export async function aRoom(
  t: Pick<TestContext, 'after'>,
  { demonstration = false, url = SEALED_ORIGIN } = {},
) {
  const dir = scratchFolder('sealed')
  t.after(() => removeScratch(dir))
  const databases = await freshDatabase(t)
  const clock = stoppedClock('2026-10-01T10:00:00+03:00')
  const room = openRoom({
    ...{ db: databases.sealed, clock, dir, demonstration, bits: 4 },
    zone: 'Asia/Bahrain',
    log: openLog('silent'),
    secret: Buffer.alloc(32, 9),
    url,
  })
  const [authority, escrow, people] = [newAuthority(), await newEscrow(), makePeople()]
  for (const person of Object.values(people)) await enrolPerson(person)
  const roster = rosterOf(people, escrow)
  await publish(roster)
  const none = { law: '', protection: '', routes: [] }
  const app = sealedRoom(room, { texts: () => ({ ar: none, en: none }), moveKey: MOVE_KEY })

  async function enrolPerson({ id, nameEn, office, key }: Person) {
    await insertOfficer(room.db, { id, office, nameAr: nameEn, nameEn, body: null, conflicts: [], key: null })
    await setOfficerKey(room.db, id, Buffer.from(key, 'base64url'), Temporal.PlainDate.from('2026-10-01'))
  }

  async function publish(next: Roster) {
    const document = canonicalJson(next)
    const signature = base64url(Uint8Array.from(signRoster(document, authority.privateKey)))
    const published = await publishRoster(room, { document, signature }, Buffer.from(authority.publicKey))
    if (!published.ok) throw new Error(published.reason)
  }
  const hash = rosterHash(canonicalJson(roster))
  return {
    ...{ app, room, clock, dir, people, roster, hash, escrow, authority, publish, enrolPerson },
    ...databases,
  }
}

export type SealedRoom = Awaited<ReturnType<typeof aRoom>>

/** What the general process proves itself with. */
export const MOVE_KEY = 'the-general-process-and-nobody-else'

export function aPerson(nameEn: string, office: Person['office']): Person {
  const { privateKey, publicKey } = newKeyPair()
  return { id: crypto.randomUUID(), privateKey, key: publicKey, nameEn, office }
}

const makePeople = () => ({
  noor: aPerson('Noor', 'integrity'),
  sami: aPerson('Sami', 'integrity'),
  hala: aPerson('Hala', 'integrity'),
  auditor: aPerson('Auditor', 'audit'),
  judge: aPerson('Judge', 'custodian'),
  ombudsman: aPerson('Ombudsman', 'custodian'),
  notary: aPerson('Notary', 'custodian'),
})

type People = ReturnType<typeof makePeople>

export function rosterOf(people: People, escrow: { publicKey: string; commitment: string }): Roster {
  const named = ({ id, key, nameEn }: Person) => ({ id, key, name: { ar: nameEn, en: nameEn } })
  const { noor, sami, hala, auditor, judge, ombudsman, notary } = people
  return {
    ...{ v: 1, serial: 1, issued: '2026-10-01', previous: null },
    officers: [noor, sami, hala, auditor].map((one) => ({
      ...named(one),
      office: one.office as 'integrity' | 'audit',
      body: null,
      conflicts: one === hala ? ['works'] : [],
    })),
    custodians: [judge, ombudsman, notary].map((one) => ({ ...named(one), body: 'judiciary' })),
    escrow: { key: escrow.publicKey, commitment: escrow.commitment, threshold: 3, of: 5 },
    bodies: [{ id: 'works', name: { ar: 'الأشغال', en: 'Works' } }],
    age: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  }
}
