import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { no, type Result, yes } from '#kernel'
import { type Bytes, fromBase64url, hex, utf8 } from './bytes.ts'
import { LABELS } from './labels.ts'
import { type KnownRoster, readRoster, type SignedRoster } from './roster.ts'

export type RosterRefusal = 'roster-malformed' | 'roster-unsigned' | 'roster-chain-broken' | 'roster-missing'

/**
 * The rosters that the Authority signed, oldest first, or why they cannot be trusted.
 *
 * All or none: whoever left one out, put one in or changed the order wants something hidden.
 */
export function trustRosters(
  rosters: readonly SignedRoster[],
  authority: Uint8Array,
): Result<KnownRoster[], RosterRefusal> {
  const known: KnownRoster[] = []
  for (const signed of rosters) {
    if (!isSigned(signed, authority)) return no('roster-unsigned')
    const read = readRoster(signed.document)
    if (!read.ok) return read
    const last = known.at(-1)
    if (read.value.serial !== (last?.serial ?? 0) + 1) return no('roster-chain-broken')
    if (read.value.previous !== (last?.hash ?? null)) return no('roster-chain-broken')
    known.push({ ...read.value, hash: rosterHash(signed.document) })
  }
  return known.length > 0 ? yes(known) : no('roster-missing')
}

/** The ASCII line and the canonical text: what the Authority signs and what the hash is of. */
export const signedText = (document: string): Bytes => utf8(LABELS.roster + document)

export const rosterHash = (document: string): string => hex(sha256(signedText(document)))

/** Signs a roster with the Authority's private key: on the machine that is never connected, nowhere else. */
export const signRoster = (document: string, privateKey: Uint8Array): Uint8Array =>
  ed25519.sign(signedText(document), privateKey)

/** A new key pair for the Authority. */
export const newAuthority = (): { privateKey: Uint8Array; publicKey: Uint8Array } => {
  const { secretKey, publicKey } = ed25519.keygen()
  return { privateKey: secretKey, publicKey }
}

/** SHA-256 of a public key as sixteen groups of four hex digits, to be compared by eye and over the telephone. */
export const keyFingerprint = (publicKey: Uint8Array): string => groups(hex(sha256(publicKey)))

/** A roster's hash in the same groups. */
export const groups = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ')

function isSigned({ document, signature }: SignedRoster, authority: Uint8Array): boolean {
  const read = fromBase64url(signature)
  try {
    // Strict (RFC 8032): no second writing of a signature, no keys of small order.
    return read?.length === 64 && ed25519.verify(read, signedText(document), authority, { zip215: false })
  } catch {
    return false
  }
}
