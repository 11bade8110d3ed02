import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '#kernel'
import {
  base64url,
  isRoster,
  keyFingerprint,
  newAuthority,
  newEscrow,
  type Roster,
  rosterHash,
  signRoster,
} from '#sealing'
import type { Say } from '../command.ts'
import {
  type AuthorityFile,
  authorityFile,
  type EscrowFile,
  openAuthority,
  publicKeyIn,
  readFile,
  writeNew,
} from './files.ts'
import { openEscrow } from './open-escrow.ts'
import { askPassphrase, isTooShort, TOO_SHORT } from './passphrase.ts'
import { refused } from './say.ts'
import { shareText } from './shares.ts'

/*
 * What is done on a machine that is never connected. None of it opens a database or the network.
 */

export async function makeAuthority(say: Say, { out }: { out: string }): Promise<number> {
  const passphrase = await askPassphrase('A passphrase for the Authority’s key')
  if (isTooShort(passphrase)) return refused(say, TOO_SHORT)
  const { privateKey, publicKey } = newAuthority()
  const file = authorityFile(privateKey, publicKey, passphrase)
  writeNew(out, file)
  writeNew(`${out}.pub`, `${file.publicKey}\n`, 0o644)
  say.print(`The Integrity Authority’s key is in ${out}, encrypted; its public half in ${out}.pub.`)
  say.print(`Fingerprint, to be published in print and read out in public:\n  ${file.fingerprint}`)
  return 0
}

export async function makeEscrow(
  say: Say,
  { out, made, trustee = [] }: { out: string; made: string; trustee?: string[] },
) {
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const { shares, ...escrow } = await newEscrow()
  const file: EscrowFile = { kind: 'sawt-sealed/escrow', ...escrow, made }
  writeNew(join(out, 'escrow.json'), file, 0o644)
  for (const [at, share] of shares.entries())
    writeNew(join(out, `share-${at + 1}.txt`), shareText(share, at + 1, shares.length, file, trustee[at]))
  say.print(`The escrow’s public half is in ${join(out, 'escrow.json')}; nobody has the private half.`)
  say.print(
    'Print each share once, hand it to its trustee, hold a drill with the sheets, then destroy the files.',
  )
  return 0
}

/** Puts the escrow into a draft and signs it. */
export async function signDraft(
  say: Say,
  given: { draft: string; key: string; escrow: string; age: string; out: string },
): Promise<number> {
  const authority = readFile<AuthorityFile>(given.key)
  const escrow = readFile<EscrowFile>(given.escrow)
  const draft = readFile<Roster>(given.draft)
  const roster: Roster = {
    ...draft,
    escrow: { key: escrow.publicKey, commitment: escrow.commitment, threshold: 3, of: 5 },
    age: given.age,
  }
  if (!isRoster(roster)) return refused(say, INCOMPLETE)
  for (const line of asRead(roster)) say.print(line)
  const privateKey = openAuthority(authority, await askPassphrase('The passphrase of the Authority’s key'))
  if (!privateKey) return refused(say, 'The passphrase does not open this key.')
  const document = canonicalJson(roster)
  writeNew(
    given.out,
    { document, signature: base64url(Uint8Array.from(signRoster(document, privateKey))) },
    0o644,
  )
  privateKey.fill(0)
  say.print(
    `Signed: roster ${roster.serial}, ${rosterHash(document)}\nIt is in ${given.out}; publish it with: sawt integrity publish`,
  )
  return 0
}

const INCOMPLETE =
  'The draft is not whole: every officer and custodian needs a key, there must be exactly three custodians, no id or key may stand twice, and --age must be an age recipient.'

/** What is about to be signed, for the eyes of whoever signs. */
const asRead = ({ serial, officers, custodians, bodies }: Roster): string[] => [
  `Roster ${serial}:`,
  ...officers.map(
    ({ office, name, key }) =>
      `  ${office.padEnd(10)} ${name.en} · ${name.ar}\n             ${fingerprintOf(key)}`,
  ),
  ...custodians.map(
    ({ name, key, body }) =>
      `  custodian  ${name.en} · ${name.ar} (${body})\n             ${fingerprintOf(key)}`,
  ),
  `  ${bodies.length} bodies`,
]

export const fingerprintOf = (key: string) => keyFingerprint(Buffer.from(key, 'base64url'))

export function showFingerprint(say: Say, { key }: { key: string }): number {
  say.print(keyFingerprint(publicKeyIn(key)))
  return 0
}

/** Proves that three trustees’ sheets are the escrow’s key, opens nothing with it and forgets it. */
export async function holdDrill(
  say: Say,
  { escrow, share }: { escrow: string; share: string[] },
): Promise<number> {
  const opened = await openEscrow(say, escrow, share)
  if (!opened) return 1
  opened.fill(0)
  say.print(
    'The drill is passed: these three sheets together are the escrow’s key. Nothing was opened with it.',
  )
  say.print('Note the day, who was there and which shares were used, and put the sheets back.')
  return 0
}
