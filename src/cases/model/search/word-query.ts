import { beginningWith, type Commonness, casesWith, shareOf } from './commonness.ts'

/** What is asked of the index of words, and the share of all cases that may answer. */
export interface WordQuery {
  /** A tsquery. */
  readonly query: string
  /** A guess, as if words came together by chance. */
  readonly share: number
  /** No more can answer than show the rarest of what is asked; where words always stand together, as many do. */
  readonly atMost: number
}

/** Letters. Shorter beginnings would be those of half the words there are. */
const LONG_ENOUGH = 4
/** Cases. So many with any word of one beginning are read in a millisecond or two. */
const FEW = 5_000
const MOST_WORDS = 100

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
  return {
    query: all.map(({ text }) => text).join(' & '),
    share: all.reduce((product, { share }) => product * Math.min(1, share), 1),
    atMost: Math.min(1, ...all.map(({ share }) => share)),
  }
}

/** Of one stretch alone. */
export const within = ({ query }: WordQuery, mark: string): string => `${quoted(mark)} & ${query}`

function anyOf(group: readonly string[], known: Commonness) {
  const share = group.reduce((sum, each) => sum + shareOf(known, each), 0)
  return { text: `(${group.map(quoted).join(' | ')})`, share }
}

function either([typed = '', ...others]: readonly string[], known: Commonness) {
  const longer = typed.length < LONG_ENOUGH ? [] : beginningWith(known, typed).slice(0, MOST_WORDS)
  const named = [typed, ...others, ...longer]
  const cases = [typed, ...longer].reduce((sum, term) => sum + casesWith(known, term), 0)
  const begun = typed.length >= LONG_ENOUGH && cases <= FEW
  const { text, share } = anyOf(named, known)
  if (!begun) return { text, share }
  return { text: `(${[`${quoted(typed)}:*`, ...others.map(quoted)].join(' | ')})`, share }
}

/** Terms and marks hold neither quotes nor backslashes. */
const quoted = (term: string): string => `'${term}'`
