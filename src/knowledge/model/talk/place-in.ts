import type { Place } from '#entities'
import { normalise } from '#language'

/**
 * The place that a text names: the longest name wins, and of places of one name the wider one. Names of three
 * letters are ordinary words too, and count where something is said to be in them.
 *
 * @param written normalised
 * @param places outermost first
 */
export function placeIn(written: string, places: readonly Place[]): Place | undefined {
  let best: { place: Place; length: number } | undefined
  for (const place of places) {
    for (const name of [bare(place.name.ar), bare(place.name.en)]) {
      if (name.length < 3 || name.length <= (best?.length ?? 0) || ORDINARY.has(name)) continue
      const core = name.replace(/^ال/u, '')
      const found = core.length <= 3 ? isSaidToBe(written, core) : standsAlone(written, name)
      if (written.includes(name) && found) best = { place, length: name.length }
    }
  }
  return best?.place
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
