import type { Answers } from '#cases'
import type { Directory } from '#entities'
import type { Locale } from '#words'

/** A place in words, a line each: what was written, the area it lies in, the coordinates. */
export function placeIn(locale: Locale, directory: Directory, place: Answers['place']): string {
  const lies = directory.placePath(place?.id).map(({ name }) => name[locale])
  const exact =
    place?.lat !== undefined && place.lon !== undefined && leftToRight(`${place.lat}, ${place.lon}`)
  return [place?.text, lies.join(locale === 'ar' ? '، ' : ', '), exact].filter(Boolean).join('\n')
}

/** Numbers and addresses keep their order inside Arabic text. */
export const leftToRight = (text: string) => `\u2066${text}\u2069`
