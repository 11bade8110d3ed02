import { ALIKE, type Candidate, matches, type Said } from './likeness.ts'

/** A cluster as it was found. */
export interface KnownCluster {
  id: string
  problem: string | null
  size: number
}

/** What reading some cases changes. */
export interface Gathered {
  /** Which case is in which cluster from now on. */
  joined: Map<string, string>
  /** Clusters that did not exist. */
  made: string[]
  /** Small clusters that turned out to be part of another: from, to. */
  absorbed: Map<string, string>
}

/** Two small clusters are one when a case is this much like both. */
const SURELY = ALIKE + 0.05
/** A cluster of this many has a face of its own and is not absorbed. */
const SMALL = 5

/**
 * Reads cases one after the other in the order in which they came, so that the same cases give the same clusters
 * however they are cut into batches.
 *
 * @param candidatesOf those that came before a case and share a key with it; called when it is its turn
 */
export function gather(
  cases: readonly Said[],
  known: ReadonlyMap<string, KnownCluster>,
  candidatesOf: (one: Said) => readonly Candidate[],
  newId: () => string,
): Gathered {
  const gathered: Gathered = { joined: new Map(), made: [], absorbed: new Map() }
  const sizes = new Map([...known].map(([id, { size }]) => [id, size]))
  const whereIs = (one: Candidate) => current(gathered, gathered.joined.get(one.caseId) ?? one.cluster)
  const join = (caseId: string, cluster: string) => {
    gathered.joined.set(caseId, cluster)
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  }
  for (const one of cases) {
    const near = matches(
      one,
      candidatesOf(one).map((other) => ({ ...other, cluster: whereIs(other) })),
    )
    const [best] = near
    if (!best) continue
    const cluster = best.cluster ?? newId()
    if (!best.cluster) {
      gathered.made.push(cluster)
      join(best.first, cluster)
    }
    join(one.caseId, cluster)
    for (const other of near.slice(1)) {
      if (!other.cluster) join(other.first, cluster)
      else if (isSmall(other.cluster) && other.score >= SURELY) absorb(other.cluster, cluster)
    }
  }
  return gathered

  function isSmall(id: string): boolean {
    return !known.get(id)?.problem && (sizes.get(id) ?? 0) < SMALL
  }

  function absorb(from: string, to: string) {
    gathered.absorbed.set(from, to)
    sizes.set(to, (sizes.get(to) ?? 0) + (sizes.get(from) ?? 0))
  }
}

/** Where a cluster went, if it was absorbed. */
export function current({ absorbed }: Pick<Gathered, 'absorbed'>, cluster: string | null): string | null {
  let at = cluster
  while (at !== null) {
    const next = absorbed.get(at)
    if (!next) return at
    at = next
  }
  return null
}
