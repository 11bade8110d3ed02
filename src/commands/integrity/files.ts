import * as crypto from 'node:crypto'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { canonicalJson } from '#kernel'
import { base64url, keyFingerprint } from '#sealing'

/** The Authority's key as it lies on the machine that is never connected. */
export interface AuthorityFile {
  kind: 'sawt-sealed/authority'
  publicKey: string
  fingerprint: string
  salt: string
  nonce: string
  sealed: string
}

/** The escrow's public half, with the commitment that shares are held against. Not secret. */
export interface EscrowFile {
  kind: 'sawt-sealed/escrow'
  publicKey: string
  commitment: string
  made: string
}

const ARGON2 = { parallelism: 1, tagLength: 32, memory: 64 * 1024, passes: 3 }

/** The room's own measure (docs/sealed-room/protocol.md), computed natively: away from browsers there is no need to wait. */
export const stretch = (passphrase: string, nonce: Buffer): Buffer =>
  crypto.argon2Sync('argon2id', { ...ARGON2, message: Buffer.from(passphrase.normalize('NFKC')), nonce })

export function sealWith(key: Buffer, about: object, secret: Uint8Array) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(canonicalJson(about)))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') }
}

export function authorityFile(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
  passphrase: string,
): AuthorityFile {
  const salt = randomBytes(16)
  const about = { publicKey: base64url(Uint8Array.from(publicKey)) }
  return {
    kind: 'sawt-sealed/authority',
    ...about,
    fingerprint: keyFingerprint(publicKey),
    salt: salt.toString('base64url'),
    ...sealWith(stretch(passphrase, salt), about, privateKey),
  }
}

/** The Authority's private key; undefined when the passphrase is not the one. */
export function openAuthority(file: AuthorityFile, passphrase: string): Buffer | undefined {
  const key = stretch(passphrase, Buffer.from(file.salt, 'base64url'))
  const sealed = Buffer.from(file.sealed, 'base64url')
  const opening = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64url'))
    .setAAD(Buffer.from(canonicalJson({ publicKey: file.publicKey })))
    .setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
  } catch {
    return undefined
  }
}

export const readFile = <File>(path: string): File => JSON.parse(readFileSync(path, 'utf8')) as File

/** Never over a file that is there: a key that was made is not lost by a second try. */
export const writeNew = (path: string, content: object | string, mode = 0o600): void =>
  writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`, {
    flag: 'wx',
    mode,
  })

/** The Authority's public key: from its own file, from the file beside it, or written out. */
export function publicKeyIn(given: string): Buffer {
  const text = readFileSync(given, 'utf8').trim()
  const written = text.startsWith('{')
    ? (JSON.parse(text) as AuthorityFile).publicKey
    : (text.split(/\s/)[0] ?? '')
  return Buffer.from(written, 'base64url')
}
