/** Of how many cases, roughly, terms are known: the share of them that shows each; a term that is not there is rare. */
export interface Commonness {
  readonly cases: number
  readonly shares: ReadonlyMap<string, number>
}

/** What is so rare that the statistics do not know it. */
const RARE = 0.0001

export const shareOf = ({ shares }: Commonness, term: string): number => shares.get(term) ?? RARE

/** How telling a term is: what every second case shows says nearly nothing. */
export const rarityOf = (known: Commonness, term: string): number =>
  -Math.log(Math.min(0.99, shareOf(known, term)))

/** How many cases show a term, as a guess. */
export const casesWith = (known: Commonness, term: string): number => shareOf(known, term) * known.cases

/** Common terms that begin with what was typed, the commonest first. */
export function beginningWith({ shares }: Commonness, typed: string): string[] {
  return [...shares]
    .filter(([term]) => term.length > typed.length && term.startsWith(typed))
    .sort(([, one], [, other]) => other - one)
    .map(([term]) => term)
}
