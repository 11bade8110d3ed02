import type { Db } from '#platform'
import { type Place, unpackEntries } from '../../model/proof/batch.ts'
import { hashOfRange, type Lookup, neededFor, type Range } from '../../model/proof/ranges.ts'
import { batchAt, batchesOver, nodes } from '../../store/proof/chain.ts'

/** The hashes of ranges of leaves, from stored nodes and, below them, from the batches' leaves. */
export async function hashesOf(db: Db, ranges: readonly Range[]): Promise<Buffer[]> {
  const needed = neededFor(ranges)
  const [found, leaves] = [
    needed.nodes.length > 0 ? await nodes(db, needed.nodes) : [],
    await leavesOf(db, needed.leaves),
  ]
  const known = new Map(found.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const lookup: Lookup = {
    node: (level, index) => known.get(`${level}/${index}`) ?? missing(),
    leaves: ({ start, end }) =>
      Array.from({ length: end - start }, (_, at) => leaves.get(start + at) ?? missing()),
  }
  return ranges.map((range) => hashOfRange(range, lookup))
}

/** At most 255 on either side, in one or two stretches of the record. */
async function leavesOf(db: Db, ranges: readonly Range[]): Promise<ReadonlyMap<number, Buffer>> {
  const found = new Map<number, Buffer>()
  for (const range of ranges) {
    if (found.has(range.start) && found.has(range.end - 1)) continue
    for (const { size, count, entries } of await batchesOver(db, range))
      for (const [at, { hash }] of unpackEntries(entries).entries()) found.set(size - count + at, hash)
  }
  return found
}

/** Which leaf an event is; undefined until it is sealed. */
export async function leafIndex(db: Db, place: Place): Promise<number | undefined> {
  const batch = await batchAt(db, place)
  if (!batch) return undefined
  const at = unpackEntries(batch.entries).findIndex(
    ({ caseId, seq }) => caseId === place.caseId && seq === place.seq,
  )
  return at < 0 ? undefined : batch.size - batch.count + at
}

const missing = (): never => {
  throw new Error('The record lacks a part of itself: run `sawt verify`')
}
