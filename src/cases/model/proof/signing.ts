import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from '#kernel'

/** A text with the signature of the service: Ed25519 over its UTF-8 bytes, nothing before or after them. */
export interface Signed {
  signed: string
  /** Base64. */
  signature: string
}

export interface SigningKey {
  id: string
  privateKey: KeyObject
}

/** The first eight bytes of SHA-256 of the raw public key: names a key, and is short enough for a QR code. */
export const keyId = (publicKey: Buffer): string => hash('sha256', publicKey, 'hex').slice(0, 16)

/** What people compare by eye: the whole SHA-256 of the raw public key, in groups of four. */
export const fingerprint = (publicKey: Buffer): string =>
  hash('sha256', publicKey, 'hex').replace(/.{4}(?=.)/g, '$& ')

/** The 32 bytes of an Ed25519 key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.from(x, 'base64url')
}

export const openPublicKey = (raw: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })

export const publicPem = (raw: Buffer): string =>
  openPublicKey(raw).export({ type: 'spki', format: 'pem' }).toString()

/** Signs canonical JSON; what kind of statement it is stands in it, so that none passes for another. */
export function signed({ privateKey }: SigningKey, content: object): Signed {
  const text = canonicalJson(content)
  return { signed: text, signature: sign(null, Buffer.from(text), privateKey).toString('base64') }
}

/** Whether the holder of a public key signed this text. */
export function isSigned({ signed, signature }: Signed, publicKey: Buffer): boolean {
  const bytes = Buffer.from(signature, 'base64')
  return bytes.length === 64 && verify(null, Buffer.from(signed), openPublicKey(publicKey), bytes)
}
