import { type Bytes, bytes } from '../model/bytes.ts'

/** AES-256-GCM. A key seals one thing only, or numbers its nonces: no pair is ever used twice. */
export async function encrypt(key: Bytes, nonce: Bytes, data: Bytes, content: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const how = { name: 'AES-GCM', iv: nonce, additionalData: data }
  return bytes(await crypto.subtle.encrypt(how, imported, content))
}

/** Undefined when key, nonce, associated data or a single bit is not what was sealed. */
export async function decrypt(
  key: Bytes,
  nonce: Bytes,
  data: Bytes,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  if (key.length !== 32 || nonce.length !== 12) return undefined
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const how = { name: 'AES-GCM', iv: nonce, additionalData: data }
  try {
    return bytes(await crypto.subtle.decrypt(how, imported, sealed))
  } catch {
    return undefined
  }
}
