import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** A key for one purpose, derived from the installation's secret: what leaks of one use says nothing of another. */
export const keyFor = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `sawt ${purpose}`, 32))

/** Encrypts (AES-256-GCM) for one owner; opened under another owner's id it fails. */
export function seal(key: Buffer, owner: string, text: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
}

/** Undefined when it was sealed with another secret or for another owner, or has been changed. */
export function unseal(key: Buffer, owner: string, sealed: Buffer): string | undefined {
  const nonce = sealed.subarray(0, NONCE)
  const tag = sealed.subarray(-TAG)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** A keyed hash, for short secrets that a plain hash would give away. */
export const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
