import { randomBytes, randomUUIDv7 } from 'node:crypto'

/** A UUID of version 7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export const newId = (): string => randomUUIDv7()

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether a text from outside may be asked for as an id; anything else finds nothing. */
export const isId = (text: string): boolean => UUID.test(text)

/** 256 random bits for sessions, links and tokens; only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
