import { normalise } from '#language'
import type { Directory, Place } from './directory.ts'

/**
 * The place that a text names, as people write it: the longest name wins, and of places of one name the wider one.
 * Names of three letters are ordinary words too, and count where something is said to be in them. Undefined where it
 * names none that is known.
 */
export function placeNamed(directory: Directory, text: string): Place | undefined {
  const written = normalise(text)
  let best: Named | undefined
  for (const named of namesOf(directory)) {
    if (named.name.length <= (best?.name.length ?? 0) || !written.includes(named.name)) continue
    const core = named.name.replace(/^ال/u, '')
    if (core.length <= 3 ? isSaidToBe(written, core) : standsAlone(written, named.name)) best = named
  }
  return best?.place
}

/** Where something is: at the place that was chosen, or else at the one that the words name. */
export const whereIs = (
  directory: Directory,
  chosen: string | null | undefined,
  text: string,
): string | undefined => chosen ?? placeNamed(directory, text)?.id

/** Every place of the country, the outermost first. */
export function placesOf(directory: Directory): Place[] {
  const found: Place[] = []
  const walk = (parent: string | null) => {
    const below = directory.places(parent, 'ar')
    found.push(...below)
    for (const { id } of below) walk(id)
  }
  walk(null)
  return found
}

interface Named {
  place: Place
  name: string
}

/** Normalised once for each directory: every text of a resident is asked for hundreds of names. */
const NAMES = new WeakMap<Directory, readonly Named[]>()

function namesOf(directory: Directory): readonly Named[] {
  const known = NAMES.get(directory)
  if (known) return known
  const names = placesOf(directory)
    .flatMap((place) => [place.name.ar, place.name.en].map((name) => ({ place, name: bare(name) })))
    .filter(({ name }) => name.length >= 3 && !ORDINARY.has(name))
  NAMES.set(directory, names)
  return names
}

/** What some place is called, and what everybody says of any: the town, the village, the new one. */
const ORDINARY: ReadonlySet<string> = new Set(
  'مدينه مدينة قريه منطقه محافظه بلديه حاره بلده شارع دوار جديده جديد وسطيه شماليه جنوبيه شرقيه غربيه'.split(
    ' ',
  ),
)

/** Without the word for what it is, and without the article: the governorate of Zarqa is called Zarqa. */
const bare = (name: string): string =>
  normalise(name)
    .replace(/^(?:محافظه|مدينه|منطقه|بلديه|لواء|قضاء|قريه)\s+/u, '')
    .replace(/\s+(?:governorate|municipality|district|city)$/u, '')
    .replace(/^(?:ال|al[- ]?)(?=\p{L}{3})/u, '')
    .trim()

/** «In Karak», or nothing but the name: «الحد» is a town and a limit, «سار» a town and a walk. */
function isSaidToBe(written: string, name: string): boolean {
  const place = `(?:ال)?${name}`
  return (
    new RegExp(`^\\s*${place}\\s*$`, 'u').test(written) ||
    new RegExp(`(?<!\\p{L})(?:(?:في|ب|محافظه|مدينه)\\s+${place}|ب${place}|في${place})(?!\\p{L})`, 'u').test(
      written,
    )
  )
}

/** A word of its own, also behind what Arabic writes together with it: بالزرقاء, والزرقاء, للزرقاء, الزرقا. */
function standsAlone(written: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[اهي]$/u, '(?:[اهيء]|اء)?')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[وف]?(?:بال|لل|ال|ب|ل|في|من)?|al[- ]?)${escaped}ء?(?![\\p{L}\\p{N}])`,
    'u',
  ).test(written)
}
