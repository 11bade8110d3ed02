import type { Language } from '#people'
import type { Contents, Directory, Names } from './directory.ts'

/** Builds the directory from what was read. Everything is sorted once, here, and not on every page. */
export function directoryOf(contents: Contents): Directory {
  const find = {
    entity: byId(contents.entities),
    category: byId(contents.categories),
    sector: byId(contents.sectors),
    unit: byId(contents.units),
    place: byId(contents.places),
  }
  return {
    version: contents.version,
    country: contents.country,
    timeZone: contents.timeZone ?? 'UTC',
    central: contents.entities.find(({ central }) => central),
    ...find,
    joined: (id) => find.entity(id)?.onboarding === 'joined',
    entitiesOfSector: grouped(contents.entities.filter(isActive), ({ sectorId }) => sectorId),
    placePath: (id) => pathTo(find.place, id),
    ...lists(contents),
  }
}

function lists({ entities, categories, sectors, units, places }: Contents) {
  const unitsOf = inBoth(units.filter(isActive), ({ entityId }) => entityId)
  const allUnitsOf = inBoth(units, ({ entityId }) => entityId)
  const placesIn = inBoth(places, ({ parentId }) => parentId ?? '')
  return {
    entities: sortedInBoth(entities.filter(isActive)),
    allEntities: sortedInBoth(entities),
    categories: sortedInBoth(categories.filter(isActive)),
    allCategories: sortedInBoth(categories),
    sectors: sortedInBoth(sectors),
    units: (entityId: string, language: Language) => unitsOf[language](entityId),
    allUnits: (entityId: string, language: Language) => allUnitsOf[language](entityId),
    places: (parentId: string | null, language: Language) => placesIn[language](parentId ?? ''),
  }
}

interface Named {
  readonly id: string
  readonly name: Names
}

type Find<Item> = (id: string | null | undefined) => Item | undefined

function byId<Item extends Named>(items: readonly Item[]): Find<Item> {
  const map = new Map(items.map((item) => [item.id, item]))
  return (id) => (id ? map.get(id) : undefined)
}

const isActive = ({ active }: { readonly active: boolean }): boolean => active

function sortedInBoth<Item extends Named>(items: readonly Item[]): (language: Language) => readonly Item[] {
  const both = { ar: sorted(items, 'ar'), en: sorted(items, 'en') }
  return (language) => both[language]
}

function inBoth<Item extends Named>(items: readonly Item[], key: (item: Item) => string) {
  return { ar: grouped(sorted(items, 'ar'), key), en: grouped(sorted(items, 'en'), key) }
}

function sorted<Item extends Named>(items: readonly Item[], language: Language): readonly Item[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return items.toSorted((a, b) => compare(a.name[language], b.name[language]) || (a.id < b.id ? -1 : 1))
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string | null) {
  const groups = Map.groupBy(items, key)
  return (id: string): readonly Item[] => groups.get(id) ?? []
}

function pathTo<Item extends { readonly parentId: string | null }>(
  find: Find<Item>,
  id: string | null | undefined,
): readonly Item[] {
  const path: Item[] = []
  for (let place = find(id); place && !path.includes(place); place = find(place.parentId)) path.unshift(place)
  return path
}
