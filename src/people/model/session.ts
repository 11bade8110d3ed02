import { createHash } from 'node:crypto'
import { newSecret } from '#kernel'

/** Staff are signed out after half an hour without a page (ASVS 7.3.1). */
export const STAFF_IDLE = { minutes: 30 }
/** However busy, a working day ends (ASVS 7.3.2). */
export const STAFF_LIFE = { hours: 12 }
/** Between password and second factor. */
export const PENDING_LIFE = { minutes: 10 }
export const RESIDENT_LIFE = { hours: 30 * 24 }
/** `seen_at` is written at most this often: pages are read far more often than that matters. */
export const SEEN_EVERY = { minutes: 1 }

/** What the database keeps of a session's or a program's secret. 256 random bits need no slow hash. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

const BEARER = /^sawt_[A-Za-z0-9_-]{43}$/

/** A program's secret, recognisable to secret scanners by its beginning. */
export const newBearer = (): string => `sawt_${newSecret()}`

export const isBearer = (text: string): boolean => BEARER.test(text)
