import { alike, type TakenApart, takeApart } from '#language'

/** A case as far as it takes to know whether two say the same. */
export interface Said {
  caseId: string
  told: TakenApart
  category: string | null
  /** The places it lies in, outermost first; empty when nobody said. */
  places: readonly string[]
}

/** From here two cases are taken to be about one fault. Chosen on planted faults, see docs/decisions/0011-problems.md. */
export const ALIKE = 0.38

/** Of a text this much is compared. */
const MOST_COMPARED = 400

/** What somebody wrote, as far as it is compared: taken apart once, however many it is compared with. */
export const toldIn = (text: string): TakenApart => takeApart(text.slice(0, MOST_COMPARED))

/**
 * How likely two cases are about one fault, 0 and below for no, 1 and above for surely: what is said, moved a
 * little by what it was filed under and by where.
 */
export const likeness = (one: Said, other: Said): number =>
  alike(one.told, other.told) + ofCategory(one, other) + ofPlace(one.places, other.places)

function ofCategory(one: Said, other: Said): number {
  if (!one.category || !other.category) return 0
  return one.category === other.category ? 0.05 : -0.1
}

/**
 * The same town speaks for one fault, and another one against it: hardly any fault stands in two. Where nobody
 * named a place the words decide.
 */
function ofPlace(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 0 : -0.3
  return one.at(-1) === other.at(-1) ? 0.15 : -0.4
}

/** Somebody to compare with, and the cluster they are in. */
export interface Candidate extends Said {
  cluster: string | null
}

export interface Match {
  /** The cluster to join; null makes one with `first`. */
  cluster: string | null
  /** The likest case. */
  first: string
  score: number
}

/**
 * The clusters, and the lone cases, that a case is like, the likest first. A cluster speaks with its two likest
 * cases, so that one odd member does not draw strangers in.
 */
export function matches(one: Said, candidates: readonly Candidate[]): Match[] {
  const scored = candidates.map((other) => ({ ...other, score: likeness(one, other) }))
  return [...Map.groupBy(scored, ({ cluster, caseId }) => cluster ?? caseId).values()]
    .map((members) => {
      const [best, next] = members.toSorted((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1))
      const { cluster, caseId: first } = best as (typeof members)[number]
      const score = best && next ? (best.score + next.score) / 2 : (best?.score ?? 0)
      return { cluster, first, score }
    })
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.first < b.first ? -1 : 1))
}
