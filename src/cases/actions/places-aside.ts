import type { Directory, Place } from '#entities'
import { namesAside } from '#language'

/** Takes the names of the country's places out of a text, before it is asked, or learned, what the text is about. */
export const placesAside = (directory: Directory): ((text: string) => string) =>
  namesAside(
    placesOf(directory).flatMap(({ name }) => [name.ar, name.en]),
    directory
      .categories('ar')
      .flatMap(({ name, phrases }) => [...[name.ar, name.en], ...Object.values(phrases).flat()]),
  )

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
