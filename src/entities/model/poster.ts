/** A printed QR code at a counter: it fills in where one stands, and what comes by it is counted. */
export interface Poster {
  code: string
  /** For those who manage it: where it hangs. */
  label: string
  entityId: string | null
  categoryId: string | null
  placeId: string | null
}

/** Letters that are not mistaken for each other, in print and read aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** @param random bytes, six or more */
export const posterCode = (random: Uint8Array): string =>
  [...random.slice(0, 6)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

/** A code as somebody typed it; undefined when it can be none. */
export const readPosterCode = (typed: string): string | undefined => {
  const code = typed.trim().toLowerCase()
  return /^[a-z2-9]{6}$/.test(code) ? code : undefined
}
