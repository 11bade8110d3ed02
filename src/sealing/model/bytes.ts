/** Bytes that WebCrypto takes: never on shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A copy in memory of our own, whatever the bytes came in. */
export const bytes = (from: ArrayLike<number> | ArrayBuffer): Bytes =>
  from instanceof ArrayBuffer ? new Uint8Array(from) : Uint8Array.from(from)

export const utf8 = (text: string): Bytes => bytes(new TextEncoder().encode(text))

/** The text of bytes that must be UTF-8; throws where they are not. */
export const text = (of: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(of)

export function join(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.reduce((wrong, byte, at) => wrong | (byte ^ (other[at] ?? 0)), 0) === 0

export const hex = (of: Uint8Array): string =>
  Array.from(of, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** base64url without padding. In slices: a call takes only so many arguments. */
export function base64url(of: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < of.length; at += 0x8000)
    binary += String.fromCharCode(...of.subarray(at, at + 0x8000))
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** The bytes of a base64url text; undefined when it is none, or is not written the one way it can be. */
export function fromBase64url(written: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(written) || written.length % 4 === 1) return undefined
  const binary = atob(written.replace(/-/g, '+').replace(/_/g, '/'))
  const read = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  return base64url(read) === written ? read : undefined
}
