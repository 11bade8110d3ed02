import { nodeHash, STORED_LEVEL } from './tree.ts'

/** Leaves from `start` up to and without `end`, whose common hash a proof needs. */
export interface Range {
  start: number
  end: number
}

/** What proves that leaf `index` is in the tree of `size` leaves: the siblings on its way up (RFC 6962, 2.1.1). */
export function inclusionRanges(index: number, { start, end }: Range): Range[] {
  if (end - start <= 1) return []
  const middle = start + half(end - start)
  return index < middle
    ? [...inclusionRanges(index, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(index, { start: middle, end }), { start, end: middle }]
}

/** What proves that the tree of `size` leaves began as the tree of `from` leaves (RFC 6962, 2.1.2). */
export function consistencyRanges(from: number, size: number): Range[] {
  return from === 0 || from === size ? [] : subproof(from, { start: 0, end: size }, true)
}

function subproof(from: number, { start, end }: Range, complete: boolean): Range[] {
  if (from === end) return complete ? [] : [{ start, end }]
  const middle = start + half(end - start)
  return from <= middle
    ? [...subproof(from, { start, end: middle }, complete), { start: middle, end }]
    : [...subproof(from, { start: middle, end }, false), { start, end: middle }]
}

/** The largest power of two below a count above one; counted, because a logarithm rounds. */
function half(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** Where the hash of a range comes from: stored nodes, and leaves where the range ends below a stored node. */
export interface Needed {
  nodes: { level: number; index: number }[]
  leaves: Range[]
}

export function neededFor(ranges: readonly Range[]): Needed {
  const complete = ranges.flatMap(completeIn)
  return {
    nodes: complete.filter(isStored).map(nodeAt),
    leaves: complete.filter((range) => !isStored(range)),
  }
}

/** Looks up what `neededFor` named. */
export interface Lookup {
  node(level: number, index: number): Buffer
  leaves(range: Range): readonly Buffer[]
}

export function hashOfRange(range: Range, lookup: Lookup): Buffer {
  const hashes = completeIn(range).map((part) => {
    const { level, index } = nodeAt(part)
    return isStored(part) ? lookup.node(level, index) : hashOfLeaves(lookup.leaves(part))
  })
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** A range that a proof asks for begins where a subtree of its size may begin: it falls into complete ones. */
function completeIn({ start, end }: Range): Range[] {
  if (start === end) return []
  const size = end - start === 1 ? 1 : half(end - start + 1)
  return [{ start, end: start + size }, ...completeIn({ start: start + size, end })]
}

function hashOfLeaves(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer
  const middle = leaves.length / 2
  return nodeHash(hashOfLeaves(leaves.slice(0, middle)), hashOfLeaves(leaves.slice(middle)))
}

const isStored = ({ start, end }: Range) => Math.log2(end - start) >= STORED_LEVEL
const nodeAt = ({ start, end }: Range) => ({
  level: Math.log2(end - start),
  index: start / (end - start),
})
