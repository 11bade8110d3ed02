import { hash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, parseReference } from '#kernel'
import { OUTCOMES, TYPES } from '../stages.ts'
import { readCanonical } from './head.ts'
import type { Signed } from './signing.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
/** As Temporal writes it: one text for one moment, never finer than microseconds. */
const moment = z.string().refine((text) => {
  try {
    const instant = Temporal.Instant.from(text)
    return instant.toString() === text && instant.epochNanoseconds % 1000n === 0n
  } catch {
    return false
  }
})

const promised = {
  kind: z.literal('sawt-receipt-1'),
  /** Where the service is reached. */
  service: z.string().max(200),
  reference: z.string().refine((text) => parseReference(text) === text),
  type: z.enum(TYPES),
  submittedAt: moment,
  answerBy: moment,
  /** The leaf of the event in the record. */
  event: hex32,
  /** SHA-256 of the salt and the words as they were submitted. */
  words: hex32,
  key: z.string().regex(/^[0-9a-f]{16}$/),
}

const statement = z.discriminatedUnion('moment', [
  z.strictObject({ ...promised, moment: z.literal('submitted') }),
  z.strictObject({
    ...promised,
    moment: z.literal('answered'),
    answeredAt: moment,
    outcome: z.enum(OUTCOMES),
    /** The same of the answer as it was given. */
    answer: hex32,
  }),
])

/** What the service states and signs: this was submitted then, an answer was owed by then, and was given then. */
export type Statement = z.output<typeof statement>

export const MOMENTS = ['submitted', 'answered'] as const
export type ReceiptMoment = (typeof MOMENTS)[number]

export const readStatement = (text: string): Statement | undefined => readCanonical(statement, text)

/** What opens a commitment: whoever shows it shows the words. */
export interface Opening {
  /** 16 bytes in hex, known to the holder and the service alone: without it short words could be guessed. */
  salt: string
  content: unknown
}

/** A commitment to words. The salt has a fixed length, so nothing of it can be taken for words. */
export const commitment = ({ salt, content }: Opening): string =>
  hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalJson(content))]), 'hex')

/** That an event is in the record: its place, and the siblings on its way up to a signed head. */
export interface Inclusion {
  index: number
  path: string[]
  head: Signed
}

/** The receipt as a file. */
export interface Receipt extends Signed {
  format: 'sawt-receipt-1'
  /** 32 bytes in hex; to be compared with what is published. */
  publicKey: string
  words?: Opening
  answer?: Opening
  inclusion?: Inclusion
}

const signed = z.object({ signed: z.string().max(10_000), signature: z.string().max(200) })
const opening = z.object({ salt: z.string().regex(/^[0-9a-f]{32}$/), content: z.unknown() })

const receipt = z.object({
  ...signed.shape,
  format: z.literal('sawt-receipt-1'),
  publicKey: hex32,
  words: opening.optional(),
  answer: opening.optional(),
  inclusion: z
    .object({
      index: z.number().int().min(0),
      path: z.array(hex32).max(60),
      head: signed,
    })
    .optional(),
})

/** A receipt from its file; undefined when it is none. */
export function readReceipt(text: string): Receipt | undefined {
  try {
    const read = receipt.safeParse(JSON.parse(text))
    return read.success ? (read.data as Receipt) : undefined
  } catch {
    return undefined
  }
}
