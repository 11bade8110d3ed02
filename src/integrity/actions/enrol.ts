import type { z } from 'zod'
import { newSecret, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { registerBody } from '../model/office-bodies.ts'
import type { Officer, Wrap } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import {
  forgetKeys,
  insertInvite,
  insertPasskey,
  insertSession,
  type OfficerRow,
  officerById,
  openInvite,
  putWrap,
  setOfficerKey,
  useInvite,
  wrapsOf,
} from '../store/officers.ts'
import { askForPasskey, type Site, verifiedPasskey } from './passkeys.ts'
import { from64, type Room, sha256, today } from './room.ts'

export type InvitePurpose = 'first' | 'lost' | 'device'

/** An invitation is good for a week, and once. */
const GOOD_FOR = { days: 7 }

/** A one-time invitation; only its hash is kept. */
export async function invite(room: Room, officer: string, purpose: InvitePurpose): Promise<string> {
  const secret = newSecret()
  await insertInvite(room.db, sha256(secret), officer, purpose, today(room))
  await record(room.db, today(room), 'operator', `invite-${purpose}`)
  return secret
}

interface Invited {
  officer: OfficerRow
  purpose: InvitePurpose
}

async function invited(room: Room, db: Db, secret: string): Promise<Result<Invited, 'invite-unknown'>> {
  const found = await openInvite(db, sha256(secret), today(room).subtract(GOOD_FOR))
  const officer = found && (await officerById(db, found.officer))
  return officer ? yes({ officer, purpose: found.purpose as InvitePurpose }) : no('invite-unknown')
}

export async function openInvitation(
  room: Room,
  secret: string,
): Promise<Result<{ officer: Officer; purpose: InvitePurpose; wraps: Wrap[] }>> {
  const found = await invited(room, room.db, secret)
  if (!found.ok) return found
  const { officer, purpose } = found.value
  const wraps = purpose === 'device' ? await passphraseWraps(room, officer.id) : []
  return yes({ officer: officerOf(officer), purpose, wraps })
}

export async function askToRegister(room: Room, site: Site, secret: string) {
  const found = await invited(room, room.db, secret)
  if (!found.ok) return found
  return yes(await askForPasskey(room, site, found.value.officer, 'invite', boundTo(secret)))
}

/**
 * The key ceremony's end: a passkey, the public key and the wraps are kept together or not at all, and the
 * invitation is used up. @returns the session that begins with it
 */
export function register(room: Room, site: Site, body: z.infer<typeof registerBody>): Promise<Result<Begun>> {
  return room.db.transaction(async (tx) => {
    const found = await invited(room, tx, body.invite)
    if (!found.ok) return found
    const { officer, purpose } = found.value
    const asked = { attempt: body.attempt, purpose: 'invite', bound: boundTo(body.invite) } as const
    const passkey = await verifiedPasskey(room, tx, site, asked, body.credential)
    if (!passkey) return no('proof-failed')
    const known = officer.key?.toString('base64url')
    if (purpose === 'device' ? known !== body.key || !areForDevice(body.wraps) : !areForNewKey(body.wraps))
      return no('wrong-key')
    if (!body.wraps.every((wrap) => wrap.wrap !== 'prf' || wrap.credential === passkey.credential))
      return no('wrong-key')
    if (!(await useInvite(tx, sha256(body.invite), today(room)))) return no('invite-unknown')
    if (purpose !== 'device') {
      await forgetKeys(tx, officer.id)
      await setOfficerKey(tx, officer.id, from64(body.key), today(room))
    }
    await insertPasskey(tx, { ...passkey, officer: officer.id, device: body.device, addedOn: today(room) })
    for (const wrap of body.wraps) await keepWrap(tx, officer.id, wrap)
    await record(tx, today(room), officer.id, purpose === 'device' ? 'new-device' : 'new-key')
    return yes(await beginSession(room, tx, officer.id))
  })
}

/** A new key is kept under a passphrase at least; the passkey's own wrap comes beside it where the device can. */
const areForNewKey = (wraps: readonly Wrap[]) =>
  wraps.filter(({ wrap }) => wrap === 'passphrase').length === 1 && wraps.length <= 2
const areForDevice = (wraps: readonly Wrap[]) =>
  wraps.every(({ wrap }) => wrap === 'prf') && wraps.length <= 1

export const keepWrap = (db: Db, officer: string, wrap: Wrap): Promise<void> =>
  putWrap(db, officer, wrap.wrap, wrap.wrap === 'prf' ? wrap.credential : '', wrap)

export interface Begun {
  /** The session's, for the cookie alone. */
  token: string
  officer: string
}

export async function beginSession(room: Room, db: Db, officer: string): Promise<Begun> {
  const token = newSecret()
  await insertSession(db, sha256(token), officer, today(room))
  return { token, officer }
}

async function passphraseWraps(room: Room, officer: string): Promise<Wrap[]> {
  const wraps = await wrapsOf(room.db, officer)
  return wraps.filter(({ wrap }) => wrap === 'passphrase').map(({ content }) => content as Wrap)
}

const boundTo = (secret: string) => sha256(secret).toString('base64url')

export const officerOf = (row: OfficerRow): Officer => ({
  id: row.id,
  name: { ar: row.nameAr, en: row.nameEn },
  office: row.office as Officer['office'],
  body: row.body,
  conflicts: row.conflicts,
  key: row.key?.toString('base64url') ?? null,
})
