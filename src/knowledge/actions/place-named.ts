import { placesOf } from '#cases'
import type { Directory, Place } from '#entities'
import { normalise } from '#language'
import { placeIn } from '../model/talk/place-in.ts'

/** The place that a text names, as people write it; undefined where it names none that is known. */
export const placeNamed = (directory: Directory, text: string): Place | undefined =>
  placeIn(normalise(text), placesOf(directory))
