import { BadRow } from './bad-row.ts'
import type { Meaning, Written } from './mapping.ts'

/** What stands in a column of the row at hand, without spaces around it. */
export type Cell = (column: string) => string

/** What the row's word means here. */
export function meant<Option extends string>(meanings: Meaning<Option>[], cell: Cell, what: string): Option {
  for (const { by, words, otherwise } of meanings) {
    const option = meaningOf(words, by ? cell(by) : '') ?? otherwise
    if (option) return option
  }
  const [first] = meanings
  throw new BadRow(
    `the mapping does not say which ${what} ${first?.by} "${cell(first?.by ?? '').slice(0, 60)}" is`,
  )
}

function meaningOf<Option extends string>(words: Record<string, Option>, said: string): Option | undefined {
  if (Object.hasOwn(words, said)) return words[said]
  const pattern = Object.keys(words).find((word) => covers(word, said))
  return pattern === undefined ? undefined : words[pattern]
}

/** `Closed*` covers what begins so, `*compliment` what ends so. */
function covers(pattern: string, said: string): boolean {
  if (pattern.endsWith('*')) return said.startsWith(pattern.slice(0, -1))
  return pattern.startsWith('*') && said.endsWith(pattern.slice(1))
}

/** Text from columns, or what stands for it. */
export const joined = (written: Written | undefined, cell: Cell): string =>
  written ? written.columns.map(cell).filter(Boolean).join(written.join) || (written.otherwise ?? '') : ''

/** The text, or a refusal when it is longer than a case may hold. */
export function limited(text: string, most: number, what: string): string {
  if (text.length > most) throw new BadRow(`its ${what} has ${text.length} characters; ${most} are the most`)
  return text
}
