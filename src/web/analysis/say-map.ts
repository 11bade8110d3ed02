import type { CountryMap } from '#entities'
import { type Reader, words } from '#words'

/** Below a map: where its boundaries are from, or that there are none. */
export function sayMapSource({ locale }: Reader, { regions, credit }: CountryMap): string {
  const { mapSource } = words(locale).insight
  if (regions.some(({ properties }) => properties.tile)) return mapSource.tiles
  return credit ? mapSource.from(credit) : mapSource.simplified
}
