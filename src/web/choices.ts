import type { Option } from '#ui'
import type { Locale } from '#words'

/** Choices among what has a name and an id: entities, sectors, categories, places. */
export const named = (
  list: readonly { id: string; name: Readonly<Record<Locale, string>> }[],
  locale: Locale,
): Option[] => list.map(({ id, name }) => ({ value: id, label: name[locale] }))

/** Choices among codes, in the words that are said for each. */
export const coded = (codes: readonly string[], said: Readonly<Record<string, string>>): Option[] =>
  codes.map((code) => ({ value: code, label: said[code] ?? code }))
