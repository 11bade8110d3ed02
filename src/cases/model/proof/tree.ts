import { hash } from 'node:crypto'

/**
 * A Merkle tree that only grows, exactly as RFC 6962 (Certificate Transparency) defines it, so that any
 * auditor's own program can check it. The prefixes keep a leaf from passing for an inner node.
 */
export const leafHash = (content: string | Buffer): Buffer =>
  typeof content === 'string'
    ? hash('sha256', `\0${content}`, 'buffer')
    : hash('sha256', Buffer.concat([LEAF, content]), 'buffer')

export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  hash('sha256', Buffer.concat([INNER, left, right]), 'buffer')

const LEAF = Buffer.from([0])
const INNER = Buffer.from([1])

/** What is left to know of a tree to let it grow: its complete subtrees, the largest first. */
export interface Tree {
  readonly size: number
  readonly peaks: readonly Buffer[]
}

export const EMPTY_TREE: Tree = { size: 0, peaks: [] }

/** A complete subtree of 2^level leaves, the `index`-th of its level. */
export interface TreeNode {
  level: number
  index: number
  hash: Buffer
}

/** From this level up inner nodes are stored; those below are computed again from at most 256 leaves. */
export const STORED_LEVEL = 8

/** The tree with more leaves, and the nodes worth storing that they completed. */
export function grow(tree: Tree, leaves: readonly Buffer[]): { tree: Tree; nodes: TreeNode[] } {
  const peaks = [...tree.peaks]
  const nodes: TreeNode[] = []
  let { size } = tree
  for (const leaf of leaves) {
    let node = leaf
    // As when counting in binary: each carry joins two neighbours of one size.
    for (let level = 1, rest = size; rest % 2 === 1; level++, rest = (rest - 1) / 2) {
      node = nodeHash(peaks.pop() as Buffer, node)
      if (level >= STORED_LEVEL) nodes.push({ level, index: Math.floor(size / 2 ** level), hash: node })
    }
    peaks.push(node)
    size++
  }
  return { tree: { size, peaks }, nodes }
}

/** The one hash that stands for all leaves in their order. */
export const rootOf = ({ peaks }: Tree): Buffer =>
  peaks.length === 0
    ? hash('sha256', '', 'buffer')
    : peaks.reduceRight((right, left) => nodeHash(left, right))

export const packPeaks = ({ peaks }: Tree): Buffer => Buffer.concat(peaks)

export const unpackPeaks = (packed: Buffer): Buffer[] =>
  Array.from({ length: packed.length / 32 }, (_, index) => packed.subarray(index * 32, index * 32 + 32))

/**
 * The root that a leaf, its place and its path lead to (RFC 9162, 2.1.3.2).
 *
 * @returns undefined when the path cannot belong to a tree of that size
 */
export function rootFromPath(
  leaf: Buffer,
  { index, size, path }: { index: number; size: number; path: readonly Buffer[] },
): Buffer | undefined {
  if (!(index >= 0 && index < size)) return undefined
  let [at, last, found] = [index, size - 1, leaf]
  for (const step of path) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      found = nodeHash(step, found)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else {
      found = nodeHash(found, step)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? found : undefined
}

/**
 * Whether a tree of one root became another by nothing but growing (RFC 9162, 2.1.4.2): what a witness who
 * keeps two heads and nothing else can check.
 */
export function hasGrown(
  from: { size: number; root: Buffer },
  to: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (from.size > to.size) return false
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root)
  if (from.size === 0) return path.length === 0
  const whole = Number.isInteger(Math.log2(from.size))
  const [first, ...rest] = whole ? [from.root, ...path] : path
  if (!first) return false
  let [at, last] = [from.size - 1, to.size - 1]
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)]
  let [old, now] = [first, first]
  for (const step of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[old, now] = [nodeHash(step, old), nodeHash(step, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else {
      now = nodeHash(now, step)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && old.equals(from.root) && now.equals(to.root)
}
