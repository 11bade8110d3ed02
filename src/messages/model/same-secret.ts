import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are the same, in the same time whether they differ early or late, or in length. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(hashed(one), hashed(other))

const hashed = (text: string) => createHash('sha256').update(text).digest()
