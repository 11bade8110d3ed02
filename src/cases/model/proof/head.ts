import { z } from 'zod'
import { canonicalJson } from '#kernel'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

/** The day's statement of the service: so long was the record, and this is the hash of all of it. */
const head = z.strictObject({
  kind: z.literal('sawt-head-1'),
  service: z.string(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  /** How many events, and the root of the tree over them. */
  size: count,
  root: hash,
  /** SHA-256 of the head before, as it was signed. */
  previous: hash.nullable(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
})

export type Head = z.output<typeof head>

/** A head from its signed text; undefined when it is none, or is written otherwise than canonically. */
export const readHead = (text: string): Head | undefined => readCanonical(head, text)

/** Parses signed text, which has one form only: no second reading by doubled keys or odd numbers. */
export function readCanonical<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> | undefined {
  try {
    const found: unknown = JSON.parse(text)
    const read = schema.safeParse(found)
    return read.success && canonicalJson(found) === text ? read.data : undefined
  } catch {
    return undefined
  }
}
