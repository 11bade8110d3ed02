import { type Directory, placesOf } from '#entities'
import { namesAside } from '#language'

/** Takes the names of the country's places out of a text, before it is asked, or learned, what the text is about. */
export const placesAside = (directory: Directory): ((text: string) => string) =>
  namesAside(
    placesOf(directory).flatMap(({ name }) => [name.ar, name.en]),
    directory
      .categories('ar')
      .flatMap(({ name, phrases }) => [...[name.ar, name.en], ...Object.values(phrases).flat()]),
  )
