import { hash } from 'node:crypto'
import { canonicalJson } from '#kernel'

/** Where an event stands in the feed. */
export interface Place {
  tx: string
  caseId: string
  seq: number
}

/** A link of the chain: the events that were sealed together. */
export interface Batch {
  number: number
  first: Place
  last: Place
  /** Events in this batch, and in all up to it. */
  count: number
  size: number
  /** Root of the tree over all events up to this batch. */
  root: Buffer
  /** The tree's complete subtrees, from which it goes on growing. */
  peaks: Buffer
  /** Which events, in order, each with its hash: so that a fault can be named, not only noticed. */
  entries: Buffer
  previous: Buffer | null
  hash: Buffer
}

/** The hash of a batch covers the hash of the batch before it. */
export const batchHash = (batch: Omit<Batch, 'hash' | 'peaks' | 'entries'>): Buffer =>
  hash(
    'sha256',
    canonicalJson({
      kind: 'sawt-batch-1',
      number: batch.number,
      first: placeText(batch.first),
      last: placeText(batch.last),
      count: batch.count,
      size: batch.size,
      root: batch.root.toString('hex'),
      previous: batch.previous?.toString('hex') ?? null,
    }),
    'buffer',
  )

const placeText = ({ tx, caseId, seq }: Place) => `${tx}/${caseId}/${seq}`

/** An event in a batch. */
export interface Entry {
  caseId: string
  seq: number
  hash: Buffer
}

const ENTRY = 16 + 4 + 32

export function packEntries(entries: readonly Entry[]): Buffer {
  const packed = Buffer.allocUnsafe(entries.length * ENTRY)
  for (const [index, { caseId, seq, hash }] of entries.entries()) {
    packed.write(caseId.replaceAll('-', ''), index * ENTRY, 'hex')
    packed.writeInt32BE(seq, index * ENTRY + 16)
    hash.copy(packed, index * ENTRY + 20)
  }
  return packed
}

export const unpackEntries = (packed: Buffer): Entry[] =>
  Array.from({ length: Math.floor(packed.length / ENTRY) }, (_, index) => {
    const from = index * ENTRY
    return {
      caseId: asUuid(packed.toString('hex', from, from + 16)),
      seq: packed.readInt32BE(from + 16),
      hash: packed.subarray(from + 20, from + ENTRY),
    }
  })

const asUuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/** The order of the feed; ids compare as their letters do. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.tx !== b.tx) return a.tx.length - b.tx.length || (a.tx < b.tx ? -1 : 1)
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1
  return a.seq - b.seq
}
