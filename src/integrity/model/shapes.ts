import { z } from 'zod'
import { type Purpose, SUITE } from '#sealing'
import { CIPHERTEXT_SIZES } from './sizes.ts'

/** base64url of so many bytes, written the one way it can be. */
export const bytesOf = (...sizes: number[]) =>
  z
    .string()
    .max(Math.ceil((Math.max(...sizes) * 4) / 3) + 4)
    .refine((text) => {
      const read = Buffer.from(text, 'base64url')
      return sizes.includes(read.length) && read.toString('base64url') === text
    })

/** 16 random bytes, as 32 hex digits. */
export const hexId = z.string().regex(/^[0-9a-f]{32}$/)
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const officerId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** @param size what it holds: 32 for a key, 33 for a share */
export const envelope = (size = 32) =>
  z.strictObject({
    suite: z.literal(SUITE),
    recipient: z.union([officerId, z.literal('escrow'), z.literal('reporter')]),
    enc: bytesOf(32),
    sealed: bytesOf(size + 16),
    by: z.union([officerId, z.literal('reporter'), z.literal('escrow')]).optional(),
  })

type Purposes = [Purpose, ...Purpose[]]

const fields = <const P extends Purposes>(purposes: P, size?: number) => ({
  v: z.literal(1),
  report: hexId,
  purpose: z.enum(purposes),
  item: hexId,
  nonce: bytesOf(12),
  body: bytesOf(...CIPHERTEXT_SIZES),
  envelopes: z.array(envelope(size)).min(1).max(100),
})

export const item = <const P extends Purpose>(purpose: P) => z.strictObject(fields([purpose]))

export const identityItem = z.strictObject({ ...fields(['identity-share'], 33), commitment: bytesOf(32) })

const someFiles = (most: number) =>
  z
    .array(z.strictObject({ id: hexId, chunks: z.int().min(1).max(25) }))
    .max(most)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)

/** What goes with one sending. */
export const files = someFiles(5)
/** What a whole case of the ordinary desk may bring. */
export const manyFiles = someFiles(60)

export const work = { challenge: z.string().min(1).max(200), counter: z.int().min(0) }
export const ticket = bytesOf(32)
