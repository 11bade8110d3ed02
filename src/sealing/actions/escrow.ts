import { split } from 'shamir-secret-sharing'
import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes } from '../model/bytes.ts'
import { combineProven } from './identity.ts'
import { newKeyPair, publicKeyOf, sha256 } from './keys.ts'

export const ESCROW_SHARES = 5
export const ESCROW_THRESHOLD = 3

export interface Escrow {
  /** base64url; stands in the roster. */
  publicKey: string
  /** base64url of SHA-256 of the private half; stands in the roster. */
  commitment: string
  /** Five shares (base64url), one for each trustee; three are the private half again. */
  shares: string[]
}

/** A new escrow key, of which nobody keeps the private half. Made offline. */
export async function newEscrow(): Promise<Escrow> {
  const { privateKey, publicKey } = newKeyPair()
  const shares = await split(privateKey, ESCROW_SHARES, ESCROW_THRESHOLD)
  const commitment = base64url(await sha256(privateKey))
  privateKey.fill(0)
  return { publicKey, commitment, shares: shares.map((share) => base64url(bytes(share))) }
}

/** The escrow's private half from trustees' shares; refused unless it is the very key of the commitment. */
export async function combineEscrow(
  shares: readonly Uint8Array[],
  { commitment, publicKey }: Pick<Escrow, 'commitment' | 'publicKey'>,
): Promise<Result<Bytes, 'too-few-shares' | 'not-the-escrow'>> {
  if (shares.length < ESCROW_THRESHOLD) return no('too-few-shares')
  const privateKey = await combineProven(shares, commitment)
  return privateKey && publicKeyOf(privateKey) === publicKey ? yes(privateKey) : no('not-the-escrow')
}
