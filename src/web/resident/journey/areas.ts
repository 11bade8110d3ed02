import type { Directory } from '#entities'
import type { SelectProps } from '#ui'
import type { Locale } from '#words'

/** A list that fits on a phone is shown as one; a longer one is asked in two steps. */
const MOST_AT_ONCE = 100

/** Whether towns are asked for on a page of their own. */
export const hasTowns = (directory: Directory): boolean =>
  directory.places(null, 'ar').reduce((sum, { id }) => sum + directory.places(id, 'ar').length, 0) >
  MOST_AT_ONCE

export function areas({
  directory,
  locale,
}: {
  directory: Directory
  locale: Locale
}): SelectProps['options'] | undefined {
  const top = directory.places(null, locale)
  if (top.length === 0) return undefined
  const option = ({ id, name }: (typeof top)[number]) => ({ value: id, label: name[locale] })
  if (hasTowns(directory)) return top.map(option)
  return top.map((each) => ({
    group: each.name[locale],
    options: [each, ...directory.places(each.id, locale)].map(option),
  }))
}

/** The towns of an area, under their municipalities where there are any. */
export function towns(
  { directory, locale }: { directory: Directory; locale: Locale },
  area: string,
): SelectProps['options'] {
  return directory.places(area, locale).map((each) => {
    const below = directory.places(each.id, locale)
    const option = { value: each.id, label: each.name[locale] }
    if (below.length === 0) return option
    return {
      group: each.name[locale],
      options: [option, ...below.map(({ id, name }) => ({ value: id, label: name[locale] }))],
    }
  })
}
