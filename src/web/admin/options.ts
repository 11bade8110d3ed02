import type { Directory } from '#entities'
import type { Option } from '#ui'
import type { Locale } from '#words'
import { named } from '../choices.ts'

/* What can be chosen, in the reader's language and the order of their alphabet. */

export const sectorOptions = (directory: Directory, locale: Locale): Option[] =>
  named(directory.sectors(locale), locale)

export const entityOptions = (directory: Directory, locale: Locale): Option[] =>
  named(directory.entities(locale), locale)

export const categoryOptions = (directory: Directory, locale: Locale): Option[] =>
  named(directory.categories(locale), locale)

/** Areas, each with the towns directly below it. */
export const placeOptions = (directory: Directory, locale: Locale) =>
  directory.places(null, locale).map((area) => ({
    group: area.name[locale],
    options: named([area, ...directory.places(area.id, locale)], locale),
  }))

/** Units under the entity that they belong to. */
export const unitOptions = (directory: Directory, locale: Locale) =>
  directory.entities(locale).flatMap(({ id, name }) => {
    const units = directory.units(id, locale)
    if (units.length === 0) return []
    return [{ group: name[locale], options: named(units, locale) }]
  })
