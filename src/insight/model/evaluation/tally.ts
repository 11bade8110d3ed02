import type { Credit, Subject } from './credit.ts'
import { medianOf, wilson } from './intervals.ts'
import { type Card, type Held, MEASURE_IDS, type MeasureId, type Share } from './measures.ts'
import { type Formula, scoreOf } from './score.ts'

/** A card with whose it is. */
export interface Rated extends Subject {
  card: Card
}

/** Credits as they come in, put together by whose they are; a country's month is added case by case. */
export function tally() {
  const sums = new Map<string, Sums>()
  return {
    add(credit: Credit): void {
      const key = `${credit.entity}\n${credit.person ?? ''}`
      const own: Sums = sums.get(key) ?? { of: credit, counts: new Map(), held: [] }
      sums.set(key, own)
      if (credit.what === 'held') own.held.push(credit.value)
      else add(own.counts, credit)
    },
    cards: (formula: Formula): Rated[] =>
      [...sums.values()].map(({ of: { entity, person }, ...own }) => ({
        entity,
        person,
        card: cardOf(own, formula),
      })),
  }
}

interface Sums {
  of: Subject
  counts: Map<string, { n: number; sum: number }>
  held: number[]
}

function add(counts: Sums['counts'], { what, value }: Credit): void {
  const { n, sum } = counts.get(what) ?? { n: 0, sum: 0 }
  counts.set(what, { n: n + 1, sum: sum + value })
}

function cardOf({ counts, held }: Omit<Sums, 'of'>, formula: Formula): Card {
  const shares = Object.fromEntries(
    MEASURE_IDS.map((id) => [id, shareOf(counts.get(id) ?? { n: 0, sum: 0 })]),
  ) as Record<MeasureId, Share>
  return {
    ...{ shares, held: heldOf(held), score: scoreOf(shares, formula) },
    answers: counts.get('answers')?.n ?? 0,
    praise: counts.get('praise')?.n ?? 0,
  }
}

export const shareOf = ({ n, sum }: { n: number; sum: number }): Share => ({
  ...{ n, sum, value: n === 0 ? null : sum / n },
  ...wilson(sum, n),
})

const heldOf = (seconds: readonly number[]): Held => ({
  n: seconds.length,
  ...medianOf(seconds.map((each) => each / 86_400)),
})

/** Several cards of one group as if they were one, for comparison. */
export const poolShares = (cards: readonly Card[], id: MeasureId): Share =>
  shareOf({
    n: cards.reduce((all, { shares }) => all + shares[id].n, 0),
    sum: cards.reduce((all, { shares }) => all + shares[id].sum, 0),
  })
