import type { z } from 'zod'
import { no, type Result, yes } from '#kernel'
import { sessionCookie, tokenIn } from '../model/attempt.ts'
import type { Proof, passkeyBody, passphraseBody, removePasskeyBody } from '../model/office-bodies.ts'
import { isRostered } from '../model/roster.ts'
import type { Me, Wrap } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import {
  insertPasskey,
  type OfficerRow,
  officerById,
  officerOfSession,
  passkeysOf,
  removePasskey,
  removeSession,
  wrapsOf,
} from '../store/officers.ts'
import { type Begun, beginSession, keepWrap, officerOf } from './enrol.ts'
import { askForPasskey, askForProof, provenPasskey, type Site, stepUp, verifiedPasskey } from './passkeys.ts'
import { type Room, rosterNow, sha256, today } from './room.ts'

/** Who is signed in, and the session's hash that proofs are bound to. */
export interface Signed {
  officer: OfficerRow
  session: string
  token: string
  since: number
}

export const askToSignIn = (room: Room, site: Site) => askForProof(room, site, 'sign-in', '')

/** @returns a new session */
export function signIn(room: Room, site: Site, proof: Proof): Promise<Result<Begun, 'sign-in-failed'>> {
  return room.db.transaction(async (tx) => {
    const passkey = await provenPasskey(room, tx, site, { purpose: 'sign-in', bound: '' }, proof)
    if (!passkey) return no('sign-in-failed')
    await record(tx, today(room), passkey.officer, 'signed-in')
    return yes(await beginSession(room, tx, passkey.officer))
  })
}

/** Whose cookie this is; undefined when it is nobody's any more. */
export async function signedIn(room: Room, cookie: string | undefined): Promise<Signed | undefined> {
  const found = cookie && tokenIn(room.secret, room.wall.now(), cookie)
  if (!found) return undefined
  const session = sha256(found.token)
  const officer = await officerOfSession(room.db, session)
  return officer && { officer, session: session.toString('base64url'), ...found }
}

/** The cookie for the next request: the quiet minutes begin anew. */
export const cookieOf = (room: Room, token: string, since?: number): string =>
  sessionCookie(room.secret, room.wall.now(), token, since)

export const signOut = (room: Room, { token }: Signed): Promise<void> => removeSession(room.db, sha256(token))

export async function me(room: Room, id: string): Promise<Me> {
  const officer = await officerById(room.db, id)
  if (!officer) throw new Error('Whoever is signed in is an officer')
  const [wraps, passkeys, roster] = [
    await wrapsOf(room.db, id),
    await passkeysOf(room.db, id),
    await rosterNow(room),
  ]
  const known = officerOf(officer)
  return {
    officer: known,
    wraps: wraps.map(({ content }) => content as Wrap),
    passkeys: passkeys.map(({ credential, device, addedOn }) => ({
      ...{ credential, device, addedOn: addedOn.toString() },
      prf: wraps.some((wrap) => wrap.credential === credential),
    })),
    rostered: isRostered(roster, known.id, known.key),
    roster: roster?.hash ?? null,
    today: today(room).toString(),
  }
}

export const askToStepUp = (room: Room, site: Site, { officer, session }: Signed) =>
  askForProof(room, site, 'step-up', session, officer.id)

export const askForAnother = (room: Room, site: Site, { officer, session }: Signed) =>
  askForPasskey(room, site, officer, 'passkey', session)

export async function addPasskey(
  room: Room,
  site: Site,
  signed: Signed,
  { attempt, credential, device, wrap, proof }: z.infer<typeof passkeyBody>,
): Promise<Result<Me>> {
  const fresh = await stepUp(room, site, signed, proof)
  if (!fresh.ok) return fresh
  const officer = signed.officer.id
  const asked = { attempt, purpose: 'passkey', bound: signed.session } as const
  const added = await room.db.transaction(async (tx) => {
    const passkey = await verifiedPasskey(room, tx, site, asked, credential)
    if (!passkey || (wrap && wrap.credential !== passkey.credential)) return no('proof-failed')
    if (!(await insertPasskey(tx, { ...passkey, officer, device, addedOn: today(room) })))
      return no('proof-failed')
    if (wrap) await keepWrap(tx, officer, wrap)
    await record(tx, today(room), officer, 'new-device')
    return yes(null)
  })
  return added.ok ? yes(await me(room, officer)) : added
}

export async function dropPasskey(
  room: Room,
  site: Site,
  signed: Signed,
  { credential, proof }: z.infer<typeof removePasskeyBody>,
): Promise<Result<Me>> {
  const fresh = await stepUp(room, site, signed, proof)
  if (!fresh.ok) return fresh
  const officer = signed.officer.id
  if ((await passkeysOf(room.db, officer)).length < 2) return no('last-passkey')
  if (!(await removePasskey(room.db, officer, credential))) return no('not-found')
  await record(room.db, today(room), officer, 'device-removed')
  return yes(await me(room, officer))
}

export async function changePassphrase(
  room: Room,
  site: Site,
  signed: Signed,
  { wrap, proof }: z.infer<typeof passphraseBody>,
): Promise<Result<Me>> {
  const fresh = await stepUp(room, site, signed, proof)
  if (!fresh.ok) return fresh
  await keepWrap(room.db, signed.officer.id, wrap)
  await record(room.db, today(room), signed.officer.id, 'new-passphrase')
  return yes(await me(room, signed.officer.id))
}
