import type { Me, Wrap } from '#integrity'
import {
  type Bytes,
  type Holder,
  type KnownRoster,
  type Progress,
  publicKeyOf,
  type Recipient,
  unwrapByPassphrase,
  unwrapByPrf,
} from '#sealing'

/** An officer at work: who, with which key, and whom the Authority vouches for. Lives in this page's memory alone. */
export interface Session {
  me: Me
  /** The private key; gone when the page is closed or locked. */
  holder: Holder
  /** Oldest first, proven; the last is in force. Empty before the first was published. */
  rosters: readonly KnownRoster[]
}

export const rosterOf = ({ rosters }: Session): KnownRoster | undefined => rosters.at(-1)

/** The private key by a passkey's secret, when a wrap of that very passkey opens to the officer's public key. */
export async function openByPasskey(me: Me, credential: string, prf: Bytes | undefined) {
  const wrapped = me.wraps.find((wrap) => wrap.wrap === 'prf' && wrap.credential === credential)
  if (!wrapped || !prf) return undefined
  const opened = await unwrapByPrf(me.officer.id, wrapped, prf)
  return opened.ok ? holderOf(me, opened.value) : undefined
}

export async function openByPassphrase(
  { officer, wraps }: { officer: Me['officer']; wraps: readonly Wrap[] },
  passphrase: string,
  onProgress?: Progress,
): Promise<Holder | undefined> {
  const wrapped = wraps.find(({ wrap }) => wrap === 'passphrase')
  if (!wrapped) return undefined
  const opened = await unwrapByPassphrase(officer.id, wrapped, passphrase, onProgress)
  return opened.ok ? holderOf({ officer }, opened.value) : undefined
}

/** A key that is not the one the room names would seal and open nothing that belongs here. */
function holderOf({ officer }: Pick<Me, 'officer'>, privateKey: Bytes): Holder | undefined {
  return publicKeyOf(privateKey) === officer.key ? { id: officer.id, privateKey } : undefined
}

/** Every key that the Authority ever vouched for under an id, the newest first: old texts were sealed by old keys. */
export function keysOf({ rosters }: Pick<Session, 'rosters'>, id: string): Recipient[] {
  const keys = rosters.toReversed().flatMap(({ officers, custodians, escrow }) => {
    if (id === 'escrow') return [escrow.key]
    return [...officers, ...custodians].filter((one) => one.id === id).map(({ key }) => key)
  })
  return [...new Set(keys)].map((key) => ({ id, key }))
}
