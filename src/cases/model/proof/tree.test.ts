import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { consistencyRanges, hashOfRange, inclusionRanges, type Lookup, neededFor } from './ranges.ts'
import { EMPTY_TREE, grow, hasGrown, leafHash, packPeaks, rootFromPath, rootOf, unpackPeaks } from './tree.ts'

/** RFC 6962, 2.1, word by word and as slow as it reads: the second opinion. */
const byTheBook = (leaves: Buffer[]): string => {
  const sha = (...parts: (Buffer | string)[]) => {
    const made = createHash('sha256')
    for (const part of parts) made.update(part)
    return made.digest()
  }
  const mth = (d: Buffer[]): Buffer => {
    if (d.length === 0) return sha('')
    if (d.length === 1) return sha(Buffer.of(0x00), d[0] as Buffer)
    let k = 1
    while (k < d.length / 2) k *= 2
    return sha(Buffer.of(0x01), mth(d.slice(0, k)), mth(d.slice(k)))
  }
  return mth(leaves).toString('hex')
}

const treeOf = (leaves: Buffer[]) => grow(EMPTY_TREE, leaves.map(leafHash))
const rootHex = (leaves: Buffer[]) => rootOf(treeOf(leaves).tree).toString('hex')
const numbered = (count: number) => Array.from({ length: count }, (_, index) => Buffer.from(`leaf ${index}`))

/** Looks up as the store does, and refuses to know what `neededFor` did not ask for. */
function lookupIn(leaves: Buffer[], ranges: Parameters<typeof neededFor>[0]): Lookup {
  const hashes = leaves.map(leafHash)
  const stored = new Map(treeOf(leaves).nodes.map((node) => [`${node.level}/${node.index}`, node.hash]))
  const needed = neededFor(ranges)
  return {
    node: (level, index) => {
      assert.ok(needed.nodes.some((node) => node.level === level && node.index === index))
      return stored.get(`${level}/${index}`) as Buffer
    },
    leaves: ({ start, end }) => {
      assert.ok(needed.leaves.some((range) => range.start === start && range.end === end))
      return hashes.slice(start, end)
    },
  }
}

const prove = (leaves: Buffer[], ranges: Parameters<typeof neededFor>[0]) => {
  const lookup = lookupIn(leaves, ranges)
  return ranges.map((range) => hashOfRange(range, lookup))
}

const pathOf = (leaves: Buffer[], index: number) =>
  prove(leaves, inclusionRanges(index, { start: 0, end: leaves.length }))

// The reference vectors of Certificate Transparency, which its implementations share.
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the tree is the one of Certificate Transparency', () => {
  const inputs = INPUTS.map((hex) => Buffer.from(hex, 'hex'))
  assert.deepEqual(
    inputs.map((_, index) => rootHex(inputs.slice(0, index + 1))),
    ROOTS,
  )
  assert.equal(rootHex([]), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('growing step by step, in any portions, gives the root that the definition gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 40 }), { maxLength: 12 }),
      (portions) => {
        let tree = EMPTY_TREE
        for (const portion of portions) {
          tree = grow(
            tree,
            portion.map((leaf) => leafHash(Buffer.from(leaf))),
          ).tree
          tree = { size: tree.size, peaks: unpackPeaks(packPeaks(tree)) }
        }
        const all = portions.flat().map((leaf) => Buffer.from(leaf))
        assert.equal(rootOf(tree).toString('hex'), byTheBook(all))
      },
    ),
    { numRuns: 200 },
  )
})

test('every leaf of a tree can be proven, and the proof holds for that leaf in that place alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1100 }), fc.nat(), fc.nat(), (size, pick, other) => {
      const leaves = numbered(size)
      const [index, wrong] = [pick % size, other % size]
      const path = pathOf(leaves, index)
      const root = rootHex(leaves)
      const found = (at: number, leaf: number, steps = path, of = size) =>
        rootFromPath(leafHash(leaves[leaf] as Buffer), { index: at, size: of, path: steps })?.toString('hex')
      assert.equal(found(index, index), root)
      if (wrong !== index) {
        assert.notEqual(found(index, wrong), root)
        assert.notEqual(found(wrong, index), root)
      }
      assert.notEqual(found(index, index, [...path, leafHash('more')]), root)
      if (path.length > 0) assert.notEqual(found(index, index, path.slice(1)), root)
      assert.equal(found(size, index), undefined)
    }),
    { numRuns: 300 },
  )
})

test('a tree that only grew can be proven so from two roots; one that was rewritten cannot', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 900 }),
      fc.nat(),
      (a, b, pick) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const leaves = numbered(to)
        const path = to === 0 ? [] : prove(leaves, consistencyRanges(from, to))
        const head = (of: Buffer[]) => ({ size: of.length, root: rootOf(treeOf(of).tree) })
        const [before, after] = [head(leaves.slice(0, from)), head(leaves)]
        assert.equal(hasGrown(before, after, path), true)
        if (from === 0) return
        const rewritten = leaves.with(pick % from, Buffer.from('other'))
        const forged = prove(rewritten, consistencyRanges(from, to))
        assert.equal(hasGrown(before, head(rewritten), forged), false)
      },
    ),
    { numRuns: 200 },
  )
})

test('a leaf cannot pass for an inner node', () => {
  const [left, right] = [leafHash('a'), leafHash('b')]
  const inner = rootOf(grow(EMPTY_TREE, [left, right]).tree)
  assert.notDeepEqual(leafHash(Buffer.concat([left, right])), inner)
})
