import type { CaseState } from '#cases'
import type { Directory } from '#entities'
import { type Locale, type Reader, reader } from '#words'
import { REGIONS } from '../../base/page.ts'

/** A moment as programs and people read it alike: ISO 8601 with the offset of the country. */
export const inZone = (zone: string) => {
  const told = (at: Temporal.Instant): string =>
    at.toString({ timeZone: zone, smallestUnit: 'second', roundingMode: 'floor' })
  return Object.assign(told, { maybe: (at: Temporal.Instant | null | undefined) => (at ? told(at) : null) })
}

export const readerOf = ({ timeZone, country }: Directory, locale: Locale): Reader =>
  reader(locale, timeZone, { region: REGIONS[country ?? ''] })

/** Ids with their names beside them. */
export const named = (
  directory: Directory,
  { entity, category }: Pick<CaseState, 'entity' | 'category'>,
) => ({
  category,
  categoryName: directory.category(category)?.name ?? null,
  entity,
  entityName: directory.entity(entity)?.name ?? null,
})
