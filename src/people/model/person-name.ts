import { no, type Result, yes } from '#kernel'

export type NameRefusal = 'name-missing' | 'name-too-long'

const LONGEST = 120

/** A name as it is kept: any script, one space between words, nothing that steers a terminal or a page. */
export function personName(typed: string): Result<string, NameRefusal> {
  const name = typed
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!name) return no('name-missing')
  return [...name].length > LONGEST ? no('name-too-long', { longest: LONGEST }) : yes(name)
}
