import type { Credit, Subject } from './credit.ts'
import { medianOf } from './intervals.ts'
import { type Card, type Held, MEASURE_IDS, type MeasureId, type Share } from './measures.ts'
import { type Formula, scoreOver, shareOf } from './score.ts'

/** A card with whose it is. */
export interface Rated extends Subject {
  card: Card
}

/** What another system brought of an entity's month. */
export interface Imported {
  entity: string
  answers: number
  /** Promises that the other system had made and that were kept, and all that were kept or missed. */
  kept: number
  dates: number
}

/** The shares of a subject in the months before, the last one first; undefined for a month without a card. */
export type Before = (of: Subject) => readonly (Card['shares'] | undefined)[]

/** Credits as they come in, put together by whose they are; a country's month is added case by case. */
export function tally() {
  const sums = new Map<string, Sums>()
  const sumsOf = (of: Subject): Sums => {
    const key = keyOf(of)
    const own: Sums = sums.get(key) ?? { of, counts: new Map(), held: [] }
    sums.set(key, own)
    return own
  }
  return {
    add(credit: Credit): void {
      const own = sumsOf(credit)
      if (credit.what === 'held') own.held.push(credit.value)
      else add(own.counts, credit.what, 1, credit.value)
    },
    addImported({ entity, answers, kept, dates }: Imported): void {
      const own = sumsOf({ entity, person: null })
      own.imported = { answers, dates }
      add(own.counts, 'answers', answers, answers)
      add(own.counts, 'on-time', dates, kept)
    },
    cards: (formula: Formula, before: Before): Rated[] =>
      [...sums.values()].map(({ of: { entity, person }, ...own }) => ({
        entity,
        person,
        card: cardOf(own, formula, before({ entity, person })),
      })),
  }
}

/** The same for the same subject. */
export const keyOf = ({ entity, person }: Subject): string => `${entity}\n${person ?? ''}`

interface Sums {
  of: Subject
  counts: Map<string, { n: number; sum: number }>
  held: number[]
  imported?: Card['imported']
}

function add(counts: Sums['counts'], what: Credit['what'], more: number, value: number): void {
  const { n, sum } = counts.get(what) ?? { n: 0, sum: 0 }
  counts.set(what, { n: n + more, sum: sum + value })
}

function cardOf(
  { counts, held, imported }: Omit<Sums, 'of'>,
  formula: Formula,
  before: ReturnType<Before>,
): Card {
  const shares = Object.fromEntries(
    MEASURE_IDS.map((id) => [id, shareOf(counts.get(id) ?? { n: 0, sum: 0 })]),
  ) as Record<MeasureId, Share>
  return {
    ...{ shares, held: heldOf(held), ...scoreOver(shares, before, formula) },
    answers: counts.get('answers')?.n ?? 0,
    praise: counts.get('praise')?.n ?? 0,
    ...(imported && { imported }),
  }
}

const heldOf = (seconds: readonly number[]): Held => ({
  n: seconds.length,
  ...medianOf(seconds.map((each) => each / 86_400)),
})
