import { sha256 } from '@noble/hashes/sha2.js'
import { utf8 } from './bytes.ts'

/** Whether the counter answers the challenge: SHA-256(challenge ":" counter) begins with `bits` zero bits. */
export const meetsWork = (challenge: string, counter: number, bits: number): boolean =>
  Number.isSafeInteger(counter) && counter >= 0 && zeroBits(sha256(utf8(`${challenge}:${counter}`))) >= bits

function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}
