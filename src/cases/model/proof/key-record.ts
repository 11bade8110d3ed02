import { z } from 'zod'
import { readCanonical } from './head.ts'
import { isSigned, keyId, type Signed } from './signing.ts'

const record = z.strictObject({
  kind: z.literal('sawt-key-1'),
  id: z.string(),
  number: z.number().int().min(1),
  /** 32 bytes in hex. */
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  since: z.iso.datetime(),
  /** The key before; null for the first. */
  previous: z.string().nullable(),
  /** `lost`: the key before could not sign this one in. */
  reason: z.enum(['first', 'rotation', 'lost']),
})

export type KeyRecord = z.output<typeof record>

/** A key as it is published: its record signed by itself, and by the key before it. */
export interface PublishedKey extends Signed {
  /** Base64, by the key before. */
  approval: string | null
}

/** What a record says, when its own signature holds. */
export function readKey(key: PublishedKey): (KeyRecord & { raw: Buffer }) | undefined {
  const found = readCanonical(record, key.signed)
  const raw = Buffer.from(found?.publicKey ?? '', 'hex')
  if (!found || keyId(raw) !== found.id) return undefined
  return isSigned(key, raw) ? { ...found, raw } : undefined
}

/** Records that do not follow from the one before; "lost" stands openly without approval. */
export function brokenKeys(keys: readonly PublishedKey[]): number[] {
  return keys.flatMap((key, index) => {
    const [found, before] = [readKey(key), index > 0 ? readKey(keys[index - 1] as PublishedKey) : undefined]
    const inOrder =
      found?.number === index + 1 &&
      found.previous === (before?.id ?? null) &&
      (index === 0
        ? found.reason === 'first'
        : found.reason === 'lost' ||
          (before && isSigned({ ...key, signature: key.approval ?? '' }, before.raw)))
    return inOrder ? [] : [index + 1]
  })
}
