import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { hasEntities, lockInstallation, nameCountry } from '../store/installation.ts'

/**
 * Makes an empty installation that of a country; everything else of the country follows in the same
 * transaction. A second process that wants to do the same waits, and then finds it done.
 */
export async function foundCountry(
  tx: Db,
  country: string,
  timeZone: string,
): Promise<Result<undefined, 'country-founded'>> {
  const { country: before } = await lockInstallation(tx)
  if (before || (await hasEntities(tx))) return no('country-founded', { country: before ?? '' })
  await nameCountry(tx, country, timeZone)
  return yes(undefined)
}
