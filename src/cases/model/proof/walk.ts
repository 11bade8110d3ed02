import { type Batch, batchHash, comparePlaces, type Entry } from './batch.ts'
import { EMPTY_TREE, grow, packPeaks, rootOf, type Tree, type TreeNode } from './tree.ts'

/** Something wrong with the chain itself. */
export type ChainFault =
  | { what: 'batch-changed'; number: number }
  | { what: 'batch-missing'; number: number }
  | { what: 'node-wrong'; level: number; index: number }

/** How far a walk along the chain has come, everything computed anew from the leaves. */
export interface Walk {
  tree: Tree
  last?: Batch
  events: number
  batches: number
  /** Inner nodes completed since whoever walks last took them. */
  nodes: TreeNode[]
  /** Sizes at which somebody wants to know the root, in order, and the roots found so far. */
  wanted: readonly number[]
  roots: ReadonlyMap<number, Buffer>
}

export const emptyWalk = (sizes: readonly number[]): Walk => ({
  tree: EMPTY_TREE,
  events: 0,
  batches: 0,
  nodes: [],
  wanted: [...new Set(sizes)].sort((a, b) => a - b),
  roots: new Map([[0, rootOf(EMPTY_TREE)]]),
})

/** One batch further. A changed batch is told, and the walk goes on with the leaves it has. */
export function walk(state: Walk, batch: Batch, entries: readonly Entry[]): [Walk, ChainFault[]] {
  const grown = growOn(
    state,
    entries.map(({ hash }) => hash),
  )
  const { tree } = grown
  const { last } = state
  const intact =
    batch.count === entries.length &&
    batch.entries.length === entries.length * 52 &&
    batch.size === tree.size &&
    batch.root.equals(rootOf(tree)) &&
    batch.peaks.equals(packPeaks(tree)) &&
    (last ? (batch.previous?.equals(last.hash) ?? false) : batch.previous === null) &&
    batch.hash.equals(batchHash(batch)) &&
    (!last || comparePlaces(last.last, batch.first) < 0) &&
    comparePlaces(batch.first, batch.last) <= 0
  const faults: ChainFault[] = intact ? [] : [{ what: 'batch-changed', number: batch.number }]
  return [{ ...grown, last: batch, batches: state.batches + 1 }, faults]
}

/** Over missing batches, with the events that stand in their place now. */
export function gap(state: Walk, next: Batch, leaves: readonly Buffer[]): [Walk, ChainFault[]] {
  const from = (state.last?.number ?? 0) + 1
  const faults = Array.from({ length: Math.max(0, next.number - from) }, (_, at) => ({
    what: 'batch-missing' as const,
    number: from + at,
  }))
  return [growOn(state, leaves), faults]
}

/** Grows the tree, stopping where a root is wanted. */
function growOn(state: Walk, leaves: readonly Buffer[]): Walk {
  const nodes: TreeNode[] = []
  const found: [number, Buffer][] = []
  let [tree, at] = [state.tree, 0]
  const stops = state.wanted.filter(
    (size) => size > state.tree.size && size <= state.tree.size + leaves.length,
  )
  for (const stop of [...stops, state.tree.size + leaves.length]) {
    const until = stop - state.tree.size
    const grown = grow(tree, leaves.slice(at, until))
    tree = grown.tree
    at = until
    nodes.push(...grown.nodes)
    if (stops.includes(stop)) found.push([stop, rootOf(tree)])
  }
  const roots = found.length > 0 ? new Map([...state.roots, ...found]) : state.roots
  return { ...state, tree, nodes: [...state.nodes, ...nodes], roots, events: state.events + leaves.length }
}
