import type { Directory } from '#entities'
import { newId } from '#kernel'
import { searchTerms } from '#language'
import type { Db } from '#platform'
import { current, type Gathered, gather, type KnownCluster } from '../model/gather.ts'
import { MET } from '../model/growth.ts'
import { type Candidate, type Said, toldIn } from '../model/likeness.ts'
import { keysOf } from '../model/signature.ts'
import * as clusters from '../store/clusters.ts'
import * as reading from '../store/reading.ts'
import type { Tools } from './tools.ts'

/** Of each key the newest; of all that meet those with most keys in common. */
const MOST_MET = 16
const MOST_COMPARED = 24

/** A case about to be compared, with the keys under which it can be met. */
interface Reading extends Said {
  keys: number[]
  found: reading.ReadCase
}

/** Reads cases in the order of their events. @returns the clusters that grew */
export async function readCases(
  tx: Db,
  tools: Pick<Tools, 'directory' | 'clock'>,
  ids: string[],
): Promise<string[]> {
  const directory = await tools.directory()
  const since = tools.clock.now().subtract(MET)
  const found = new Map((await reading.casesToRead(tx, ids, since)).map((one) => [one.caseId, one]))
  if (found.size === 0) return []
  const ordered = ids.flatMap((id) => found.get(id) ?? [])
  const fresh = ordered.filter((one) => !one.read || (!one.cluster && one.readCategory !== one.category))
  for (const one of fresh.filter(({ read }) => read))
    await reading.dropBands(tx, one.caseId, keysUnder({ ...one, category: one.readCategory }))
  const readings = fresh.map((one) => ({ ...saidBy(one, directory), keys: keysUnder(one), found: one }))
  const near = await nearCases(tx, readings, directory)
  const known = new Map((await clustersOf(tx, near)).map((each) => [each.id, each]))
  const gathered = gather(readings, known, near, newId)
  await write(tx, ordered, readings, gathered)
  return [...new Set([...gathered.joined.values()].flatMap((id) => current(gathered, id) ?? []))]
}

const saidBy = (
  one: Pick<reading.ReadCase, 'caseId' | 'text' | 'category' | 'place'>,
  directory: Directory,
): Said => ({
  caseId: one.caseId,
  told: toldIn(one.text),
  category: one.category,
  places: directory.placePath(one.place).map(({ id }) => id),
})

/** Under which a case can be met. */
export const keysUnder = ({
  text,
  category,
  place,
}: Pick<reading.ReadCase, 'text' | 'category' | 'place'>): number[] =>
  keysOf(searchTerms(text), { category, place })

type Near = ((one: Said) => Candidate[]) & { candidates: readonly Candidate[] }

/** Who came before each case and shares keys with it: from the table, and from among those read with it. */
async function nearCases(tx: Db, readings: readonly Reading[], directory: Directory): Promise<Near> {
  const keys = [...new Set(readings.flatMap((one) => one.keys))]
  const met = Map.groupBy(await reading.meet(tx, keys, MOST_MET), ({ key }) => key)
  const before = new Map([...met].map(([key, cases]) => [key, cases.map(({ caseId }) => caseId)]))
  const chosen = new Map(readings.map((one) => [one.caseId, choose(one, before)]))
  const own = new Map(readings.map((one) => [one.caseId, one]))
  const wanted = [...new Set([...chosen.values()].flat())].filter((id) => !own.has(id))
  const rows = wanted.length > 0 ? await reading.candidates(tx, wanted) : []
  const all = new Map<string, Candidate>([
    ...rows.map((row) => [row.caseId, { ...saidBy(row, directory), cluster: row.cluster }] as const),
    ...readings.map((one) => [one.caseId, { ...one, cluster: null }] as const),
  ])
  const near = (one: Said) => (chosen.get(one.caseId) ?? []).flatMap((id) => all.get(id) ?? [])
  return Object.assign(near, { candidates: [...all.values()] })
}

/** Those with most keys in common; then the case stands under its own keys for whoever comes after it. */
function choose({ caseId, keys }: Reading, before: Map<number, string[]>): string[] {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const there = before.get(key) ?? []
    for (const id of there) counts.set(id, (counts.get(id) ?? 0) + 1)
    before.set(key, [caseId, ...there].slice(0, MOST_MET))
  }
  counts.delete(caseId)
  return [...counts]
    .sort(([one, a], [other, b]) => b - a || (one > other ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(([id]) => id)
}

async function clustersOf(tx: Db, { candidates }: Near): Promise<KnownCluster[]> {
  const ids = [...new Set(candidates.flatMap(({ cluster }) => cluster ?? []))]
  return ids.length > 0 ? clusters.clusters(tx, ids) : []
}

async function write(tx: Db, ordered: reading.ReadCase[], readings: Reading[], gathered: Gathered) {
  const { joined, made, absorbed } = gathered
  const own = new Set(readings.map(({ caseId }) => caseId))
  const in_ = (caseId: string) => current(gathered, joined.get(caseId) ?? null)
  const lasting = made.filter((id) => !absorbed.has(id))
  const [first] = ordered
  if (first && lasting.length > 0) await clusters.makeClusters(tx, lasting, first.at)
  // Also those that stay where they are may have been routed to another category.
  await reading.putSightings(
    tx,
    ordered.map(({ caseId, at, category, place }) => ({ caseId, at, category, place, cluster: in_(caseId) })),
  )
  const others = [...joined.keys()].filter((id) => !own.has(id))
  if (others.length > 0)
    await reading.joinClusters(
      tx,
      others.map((caseId) => ({ caseId, cluster: in_(caseId) as string })),
    )
  const gone = [...absorbed.keys()].filter((id) => !made.includes(id))
  if (gone.length > 0)
    await clusters.absorb(
      tx,
      gone.map((from) => ({ from, to: current(gathered, from) as string })),
    )
  const rows = readings.flatMap(({ keys, found }) =>
    keys.map((key) => [key, found.caseId, found.at] as const),
  )
  if (rows.length > 0) await reading.putBands(tx, rows)
}
