import { canonical } from './dialect.ts'
import { features } from './features.ts'
import { hash } from './hash.ts'
import type { Vector, Weighing } from './weighing.ts'
import { words } from './words.ts'

/** One of two texts to compare: its different stems in order, and its different runs of letters. */
export interface Side {
  readonly stems: ReadonlySet<string>
  readonly runs: ReadonlySet<number>
}

export const COMPARISON_BUCKETS = 2 ** 17
/** The first buckets hold measures; differences of words are hashed into the others. */
const MEASURES = 32
/** Swaps are looked for among the first eight words that only one side has; longer texts share little anyway. */
const MOST_SWAPPED = 8

export const sideOf = (text: string): Side => ({
  stems: new Set(words(text).map(canonical)),
  runs: new Set(features(text).spelt.ids),
})

/**
 * What two texts share and where they differ, the same whichever comes first.
 *
 * The differences decide: "where" against "when" makes another question of the same words, "how to" against
 * "the way to" does not, and training tells the two apart.
 */
export function compare(one: Side, other: Side, { rarity }: Weighing): Vector {
  const rarityOf = (id: number): number => rarity[id & (rarity.length - 1)] ?? 0
  const values = new Map<number, number>(measures(one, other, rarityOf).map((value, at) => [at, value / 2]))
  const add = (id: number, value: number) => {
    const bucket = MEASURES + (id % (COMPARISON_BUCKETS - MEASURES))
    values.set(bucket, (values.get(bucket) ?? 0) + value)
  }
  addWords(one, other, add)
  addRuns(one, other, add)
  return { buckets: Int32Array.from(values.keys()), values: Float32Array.from(values.values()) }
}

/** The cosine of two sets whose members weigh `weight`. */
export function cosine<Item>(
  one: ReadonlySet<Item>,
  other: ReadonlySet<Item>,
  weight: (item: Item) => number,
) {
  const square = (items: Iterable<Item>) => [...items].reduce((sum, item) => sum + weight(item) ** 2, 0)
  return square(one.intersection(other)) / (Math.sqrt(square(one) * square(other)) || 1)
}

function measures(one: Side, other: Side, rarityOf: (id: number) => number): number[] {
  const weight = (stem: string) => rarityOf(hash(stem))
  const sum = (stems: Iterable<string>) => [...stems].reduce((total, stem) => total + weight(stem), 0)
  const rarest = (stems: Iterable<string>) => Math.max(0, ...[...stems].map(weight)) / 8
  const said = cosine(one.stems, other.stems, weight)
  const spelt = cosine(one.runs, other.runs, rarityOf)
  const both = one.stems.intersection(other.stems)
  const [sumOne, sumOther, sumBoth] = [sum(one.stems), sum(other.stems), sum(both)]
  const [lost, won] = [rarest(one.stems.difference(both)), rarest(other.stems.difference(both))]
  return [
    said,
    spelt,
    said * said,
    spelt * spelt,
    said * spelt,
    both.size / (one.stems.union(other.stems).size || 1),
    sumBoth / (Math.min(sumOne, sumOther) || 1),
    sumBoth / (Math.max(sumOne, sumOther) || 1),
    Math.min(5, Math.abs(one.stems.size - other.stems.size)) / 5,
    both.size === one.stems.size || both.size === other.stems.size ? 1 : 0,
    Math.max(lost, won),
    lost * won,
  ]
}

type Add = (id: number, value: number) => void

function addWords(one: Side, other: Side, add: Add): void {
  const both = one.stems.intersection(other.stems)
  const lost = [...one.stems.difference(both)]
  const won = [...other.stems.difference(both)]
  for (const stem of [...lost, ...won]) add(hash(`-${stem}`), 0.5)
  for (const stem of both) add(hash(`+${stem}`), 0.2)
  for (const from of lost.slice(0, MOST_SWAPPED)) {
    for (const to of won.slice(0, MOST_SWAPPED)) add(hash([from, to].sort().join('/')), 0.5)
  }
  const firsts = [one, other].map(({ stems: [first = ''] }) => first)
  if (firsts[0] !== firsts[1]) add(hash(`^${firsts.sort().join('/')}`), 0.5)
}

function addRuns(one: Side, other: Side, add: Add): void {
  const different = [...one.runs.symmetricDifference(other.runs)]
  for (const run of different) add(run, 1 / Math.sqrt(different.length))
}
