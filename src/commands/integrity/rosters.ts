import { existsSync, writeFileSync } from 'node:fs'
import { listOfficers, publishRoster, rosterNow, today } from '#integrity'
import type { SignedRoster } from '#sealing'
import type { AtServer } from './at-the-server.ts'
import { publicKeyIn, readFile, writeNew } from './files.ts'
import { refused } from './say.ts'

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
