import { normalise } from '#language'
import type { Directory, Entity, Place } from './directory.ts'

/**
 * Who answers for a category at a place: its usual entity, unless that one is named after another part of the
 * country. Then the entity of the same sector that is named after this part; undefined where none is, because a
 * person must say who it is there. Without a place the usual one.
 */
export function ownerAt(
  directory: Directory,
  category: string | null | undefined,
  place: string | null | undefined,
): Entity | undefined {
  const usual = directory.entity(directory.category(category)?.entityId)
  const path = directory.placePath(place)
  if (!usual || path.length === 0) return usual
  const home = directory.places(null, 'ar').filter((each) => isNamedAfter(usual, each))
  if (home.length === 0 || home.some(({ id }) => path.some((each) => each.id === id))) return usual
  const local = usual.sectorId ? directory.entitiesOfSector(usual.sectorId) : []
  return local.find((each) => each.active && path.some((part) => isNamedAfter(each, part)))
}

function isNamedAfter(entity: Entity, place: Place): boolean {
  const named = new Set(wordsOf(entity.name.ar))
  const wanted = wordsOf(place.name.ar)
  return wanted.length > 0 && wanted.every((word) => named.has(word))
}

/** Words of a name without what it is a name of, each without its article. */
const wordsOf = (name: string): string[] =>
  normalise(name)
    .split(/\s+/u)
    .map((word) => word.replace(/^ال(?=\p{L}{2})/u, ''))
    .filter((word) => word && !GENERIC.has(word))

const GENERIC: ReadonlySet<string> = new Set(
  'محافظه منطقه مدينه بلديه امانه لواء قضاء كبري كبرى وزاره سلطه شركه'.split(' '),
)
