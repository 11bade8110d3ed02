import { x25519 } from '@noble/curves/ed25519.js'
import { type Bytes, base64url, bytes, hex, utf8 } from '../model/bytes.ts'
import { LABELS } from '../model/labels.ts'
import { makeReceipt } from '../model/receipt.ts'

/** Slow on purpose: whoever guesses receipts pays this for each. */
export const RECEIPT_ROUNDS = 2_000_000

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** 16 random bytes, hex: a report's, an item's or a file's id. */
export const newSealedId = (): string => hex(random(16))

/** A receipt from the browser's random source; bytes above 249 are thrown away, so that no digit is likelier. */
export function newReceipt(): string {
  const digits: number[] = []
  while (digits.length < 26) for (const byte of random(64)) if (byte < 250) digits.push(byte % 10)
  return makeReceipt(digits.slice(0, 26))
}

/** What a receipt opens: the token that the server knows by its hash, and the key for replies. */
export interface ReceiptKeys {
  /** base64url; sent at a visit. */
  access: string
  /** base64url of SHA-256 of `access`'s bytes; sent with the report and all that the server keeps. */
  accessHash: string
  replyPrivate: Bytes
  /** base64url. */
  replyPublic: string
}

/** Stretches a receipt (28 Western digits, checked before) into its keys: seconds on an old phone. */
export async function keysFromReceipt(receipt: string): Promise<ReceiptKeys> {
  const digits = await crypto.subtle.importKey('raw', utf8(receipt), 'PBKDF2', false, ['deriveBits'])
  const stretching = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: utf8(LABELS.receipt),
    iterations: RECEIPT_ROUNDS,
  }
  const stretched = bytes(await crypto.subtle.deriveBits(stretching, digits, 256))
  const access = await derive(stretched, LABELS.access)
  const replyPrivate = await derive(stretched, LABELS.reply)
  return {
    access: base64url(access),
    accessHash: base64url(await sha256(access)),
    replyPrivate,
    replyPublic: base64url(x25519.getPublicKey(replyPrivate)),
  }
}

/** A new X25519 pair: an officer's, a custodian's, the escrow's. */
export function newKeyPair(): { privateKey: Bytes; publicKey: string } {
  const privateKey = random(32)
  return { privateKey, publicKey: publicKeyOf(privateKey) }
}

/** The public half (base64url) of an X25519 private key. */
export const publicKeyOf = (privateKey: Uint8Array): string => base64url(x25519.getPublicKey(privateKey))

/** HKDF-SHA-256 with an empty salt, 32 bytes. */
export async function derive(secret: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) }
  return bytes(await crypto.subtle.deriveBits(how, key, 256))
}

export const sha256 = async (of: Bytes): Promise<Bytes> => bytes(await crypto.subtle.digest('SHA-256', of))
