import { beginningWith, type Commonness, casesWith, shareOf } from './commonness.ts'

/** What is asked of the index of words, and the share of all cases that may answer. */
export interface WordQuery {
  /** A tsquery. */
  readonly query: string
  /** A guess, as if words came together by chance. */
  readonly share: number
  /** No more can answer than show the rarest of what is asked; where words always stand together, as many do. */
  readonly atMost: number
  /** The words and marks that nothing else may stand for, and the share of all cases that shows them all. */
  readonly alone: { readonly terms: readonly string[]; readonly share: number }
}

/** Two tsqueries: by which the index finds cases, and what those must show. */
export interface Lookup {
  readonly led: string
  readonly query: string
}

/** Letters. Shorter beginnings would be those of half the words there are. */
const LONG_ENOUGH = 4
/** Cases. So many with any word of one beginning are read in a millisecond or two. */
const FEW = 5_000
const MOST_WORDS = 100
/** Cases. So many are weighed one by one in some five milliseconds. */
const WEIGHED = 8_192

/**
 * How to find the cases that show a word of every group.
 *
 * What was typed is looked for as the beginning of a longer word, too: stems are light, and people stop typing early.
 * A beginning makes the index read every case of every such word, whichever stretch is asked for; where those are many,
 * the common ones are named instead, and the rarest of them, in fewer than one of ten thousand cases, are not found by
 * their beginning.
 *
 * @param groups terms of letters and digits only
 * @param marks what else a case must show, one of every group
 */
export function wordQuery(
  groups: readonly (readonly string[])[],
  marks: readonly (readonly string[])[],
  known: Commonness,
): WordQuery {
  const asked = groups.map((group) => either(group, known))
  const marked = marks.map((group) => anyOf(group, known))
  const all = [...asked, ...marked]
  const alone = all.filter(({ only }) => only)
  return {
    query: all.map(({ text }) => text).join(' & '),
    share: together(all),
    atMost: Math.min(1, ...all.map(({ share }) => share)),
    alone: { terms: alone.map(({ text }) => text), share: together(alone) },
  }
}

/** As if words came together by chance. */
const together = (groups: readonly { share: number }[]): number =>
  groups.reduce((product, { share }) => product * Math.min(1, share), 1)

/**
 * Where one word may stand for another, the index walks through all that show any of them, wherever they stand (14 to
 * 29 ms among three million cases). Few cases are weighed one by one instead (2.6 ms for a short stretch).
 *
 * @param cases how many there are to look among
 * @param mark of the stretch alone that is asked for
 */
export function lookupOf({ query, alone }: WordQuery, cases: number, mark?: string): Lookup {
  const marked = mark ? [quoted(mark)] : []
  const leading = [...marked, ...alone.terms]
  const weighed = leading.length > 0 && cases * alone.share <= WEIGHED
  return { led: (weighed ? leading : [...marked, query]).join(' & '), query }
}

function anyOf(group: readonly string[], known: Commonness) {
  const share = group.reduce((sum, each) => sum + shareOf(known, each), 0)
  return { text: `(${group.map(quoted).join(' | ')})`, share, only: group.length === 1 }
}

function either([typed = '', ...others]: readonly string[], known: Commonness) {
  const longer = typed.length < LONG_ENOUGH ? [] : beginningWith(known, typed).slice(0, MOST_WORDS)
  const named = [typed, ...others, ...longer]
  const cases = [typed, ...longer].reduce((sum, term) => sum + casesWith(known, term), 0)
  const begun = typed.length >= LONG_ENOUGH && cases <= FEW
  const found = anyOf(named, known)
  if (!begun) return found
  return { ...found, text: `(${[`${quoted(typed)}:*`, ...others.map(quoted)].join(' | ')})`, only: false }
}

/** Terms and marks hold neither quotes nor backslashes. */
const quoted = (term: string): string => `'${term}'`
