import type { Directory } from '#entities'
import type { Option } from '#ui'
import type { Locale } from '#words'

/* What can be chosen, in the reader's language and the order of their alphabet. */

export const sectorOptions = (directory: Directory, locale: Locale): Option[] =>
  directory.sectors(locale).map(({ id, name }) => ({ value: id, label: name[locale] }))

export const entityOptions = (directory: Directory, locale: Locale): Option[] =>
  directory.entities(locale).map(({ id, name }) => ({ value: id, label: name[locale] }))

export const categoryOptions = (directory: Directory, locale: Locale): Option[] =>
  directory.categories(locale).map(({ id, name }) => ({ value: id, label: name[locale] }))

/** Areas, each with the towns directly below it. */
export const placeOptions = (directory: Directory, locale: Locale) =>
  directory.places(null, locale).map((area) => ({
    group: area.name[locale],
    options: [area, ...directory.places(area.id, locale)].map(({ id, name }) => ({
      value: id,
      label: name[locale],
    })),
  }))

/** Units under the entity that they belong to. */
export const unitOptions = (directory: Directory, locale: Locale) =>
  directory.entities(locale).flatMap(({ id, name }) => {
    const units = directory.units(id, locale)
    if (units.length === 0) return []
    return [
      { group: name[locale], options: units.map((unit) => ({ value: unit.id, label: unit.name[locale] })) },
    ]
  })
