import type { Category, Directory, Entity, Names } from '#entities'
import type { Mapping, NamedAs } from '../../model/import/mapping.ts'
import { slugOf } from '../../model/import/slug.ts'

/** What the names of a source are here: entities and categories that exist, and those that must be made. */
export interface Registry {
  entity(name: string): string
  category(name: string): string
  /** A place that the directory knows; null for any other, and for a name that several have. */
  place(name: string): string | null
  /** What was named and is not in the database yet; `planted` says that it is now. */
  missing(): Missing
  planted(missing: Missing): void
}

export interface Missing {
  entities: Entity[]
  categories: Category[]
}

/**
 * A name is that of an entity that exists when the mapping says so, when it is its id, or when it is its name
 * in either language. Otherwise an entity is made, in its first stage and with the country's calendar.
 */
export function registryOf(directory: Directory, mapping: Mapping, source: string): Registry {
  const calendarId = directory.central?.calendarId ?? ''
  const entities = namesIn(
    directory.allEntities('en'),
    mapping.entities,
    source,
    (id, name): Entity => ({
      ...{ id, name, source, calendarId, sectorId: null, onboarding: 'contacted', contactEmail: null },
      ...{ contactPhone: null, central: false, active: true },
    }),
  )
  const categories = namesIn(
    directory.allCategories('en'),
    mapping.categories,
    source,
    (id, name): Category => ({
      ...{ id, name, source, sectorId: null, urgency: 'normal', entityId: null, phrases: {}, active: true },
    }),
  )
  return {
    entity: entities.idOf,
    category: categories.idOf,
    place: placesIn(directory),
    missing: () => ({ entities: [...entities.made.values()], categories: [...categories.made.values()] }),
    planted({ entities: planted, categories: alsoPlanted }) {
      for (const { id } of planted) entities.made.delete(id)
      for (const { id } of alsoPlanted) categories.made.delete(id)
    },
  }
}

interface Known {
  id: string
  name: Names
}

const LONGEST_NAME = 200

function namesIn<Item extends Known>(
  known: readonly Item[],
  renamed: NamedAs,
  source: string,
  make: (id: string, name: Names) => Item,
) {
  const ids = new Set(known.map(({ id }) => id))
  const found = new Map<string, string>()
  for (const { id, name } of known) for (const it of [name.ar, name.en]) found.set(folded(it), id)
  const made = new Map<string, Item>()
  const idOf = (given: string): string => {
    const name = tidied(given)
    const earlier = found.get(`=${name}`)
    if (earlier) return earlier
    const { id: wanted, ar = name, en = name } = renamed[name] ?? {}
    const id =
      wanted ??
      (ids.has(name) ? name : undefined) ??
      found.get(folded(name)) ??
      found.get(folded(en)) ??
      slugOf(en, source, (candidate) => ids.has(candidate))
    if (!ids.has(id)) made.set(id, make(id, { ar, en }))
    ids.add(id)
    found.set(`=${name}`, id)
    return id
  }
  return { idOf, made }
}

/**
 * By id, or by name in either language; of a place and one in it by the same name, the larger. Places are never made: a
 * source's are words until somebody says where they are.
 */
function placesIn(directory: Directory): (name: string) => string | null {
  const named = new Map<string, string | null>()
  const enter = (parent: string | null, within: readonly string[]) => {
    for (const { id, name } of directory.places(parent, 'en')) {
      for (const said of new Set([folded(name.ar), folded(name.en)])) {
        const other = named.get(said)
        if (!other || !within.includes(other)) named.set(said, named.has(said) ? null : id)
      }
      enter(id, [...within, id])
    }
  }
  enter(null, [])
  return (said) => directory.place(said.trim())?.id ?? named.get(folded(said)) ?? null
}

const tidied = (name: string) =>
  name
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed()
const folded = (name: string) => tidied(name).toLowerCase()
