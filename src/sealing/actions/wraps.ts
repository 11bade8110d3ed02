import { argon2idAsync } from '@noble/hashes/argon2.js'
import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes, fromBase64url, utf8 } from '../model/bytes.ts'
import { LABELS, wrapData } from '../model/labels.ts'
import { decrypt, encrypt } from './aes.ts'
import { derive, random } from './keys.ts'

/** An officer's private key as the server keeps it. Bytes are base64url. */
export interface KeyWrap {
  v: 1
  wrap: 'passphrase' | 'prf'
  /** For a passphrase: Argon2id's salt. */
  salt?: string
  nonce: string
  sealed: string
}

/** 64 MiB, 3 passes, 1 lane: a second or two in plain script, and dear for whoever guesses. */
export const ARGON2 = { m: 64 * 1024, t: 3, p: 1, dkLen: 32 } as const

/** Told the share done, 0 to 1, while the page stays alive. */
export type Progress = (done: number) => void

export async function wrapByPassphrase(
  officer: string,
  privateKey: Bytes,
  passphrase: string,
  onProgress?: Progress,
): Promise<KeyWrap> {
  const salt = random(16)
  const key = await fromPassphrase(passphrase, salt, onProgress)
  return { ...(await wrapWith(key, officer, privateKey, 'passphrase')), salt: base64url(salt) }
}

/** @param prf 32 bytes of the passkey's PRF extension for the input `LABELS.prf` */
export const wrapByPrf = async (officer: string, privateKey: Bytes, prf: Bytes): Promise<KeyWrap> =>
  wrapWith(await derive(prf, LABELS.prfWrap), officer, privateKey, 'prf')

export async function unwrapByPassphrase(
  officer: string,
  wrapped: KeyWrap,
  passphrase: string,
  onProgress?: Progress,
): Promise<Result<Bytes, 'does-not-open'>> {
  const salt = fromBase64url(wrapped.salt ?? '')
  if (wrapped.wrap !== 'passphrase' || salt?.length !== 16) return no('does-not-open')
  return unwrapWith(await fromPassphrase(passphrase, salt, onProgress), officer, wrapped)
}

export async function unwrapByPrf(
  officer: string,
  wrapped: KeyWrap,
  prf: Bytes,
): Promise<Result<Bytes, 'does-not-open'>> {
  if (wrapped.wrap !== 'prf') return no('does-not-open')
  return unwrapWith(await derive(prf, LABELS.prfWrap), officer, wrapped)
}

/** The same passphrase from every keyboard: NFKC, as Arabic letters and marks come in several writings. */
const fromPassphrase = async (passphrase: string, salt: Bytes, onProgress?: Progress): Promise<Bytes> =>
  bytes(
    await argon2idAsync(utf8(passphrase.normalize('NFKC')), salt, {
      ...ARGON2,
      asyncTick: 50,
      ...(onProgress && { onProgress }),
    }),
  )

async function wrapWith(
  key: Bytes,
  officer: string,
  privateKey: Bytes,
  wrap: KeyWrap['wrap'],
): Promise<KeyWrap> {
  const nonce = random(12)
  const sealed = await encrypt(key, nonce, wrapData(officer, wrap), privateKey)
  return { v: 1, wrap, nonce: base64url(nonce), sealed: base64url(sealed) }
}

async function unwrapWith(
  key: Bytes,
  officer: string,
  { wrap, nonce, sealed }: KeyWrap,
): Promise<Result<Bytes, 'does-not-open'>> {
  const [iv, closed] = [fromBase64url(nonce), fromBase64url(sealed)]
  const privateKey = iv && closed && (await decrypt(key, iv, wrapData(officer, wrap), closed))
  return privateKey?.length === 32 ? yes(privateKey) : no('does-not-open')
}
