import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519'
import type { Bytes } from '../model/bytes.ts'

/**
 * The suite of version 1. X25519 in plain script, since browsers have it natively only since 2024–25;
 * hashing and AES are the browser's own.
 */
export const suite = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

export const publicCryptoKey = (key: Bytes) => suite().kem.importKey('raw', key.buffer, true)

export const privateCryptoKey = (key: Uint8Array) =>
  suite().kem.importKey('raw', Uint8Array.from(key).buffer, false)
