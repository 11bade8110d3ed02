import { foundCountry, plantDirectory, saveInstallation } from '#entities'
import { no, type Result, stoppedClock, yes } from '#kernel'
import { plantStaff, type Tools } from '#people'
import { type RequestType, saveCalendar, setPromise } from '#promises'
import { readCountry } from './country-file.ts'
import { COUNTRIES, type CountrySeed, isCountry } from './country-seed.ts'
import { activeDemonstration, type DemonstrationAccount, demonstrationSecrets } from './demonstration.ts'
import { granted } from './granted.ts'

export interface Seeded {
  readonly country: string
  /** False when it was all there already. */
  readonly planted: boolean
  /** The demonstration accounts that can sign in. */
  readonly accounts: readonly DemonstrationAccount[]
}

export interface SeedOptions {
  /** Without it nobody can sign in until the first administrator is made. */
  readonly demonstration?: boolean
}

const INSTALLATION = { id: null }
const A_YEAR = { hours: 24 * 365 }

/**
 * Makes an empty database that of a country, all or nothing: entities, categories, places, working time,
 * promises, and the demonstration's staff. On a database that is already this country's it does nothing.
 */
export async function seedCountry(
  tools: Tools,
  country: string,
  { demonstration = true }: SeedOptions = {},
): Promise<Result<Seeded, 'country-unknown' | 'country-founded'>> {
  if (!isCountry(country)) return no('country-unknown', { country, known: COUNTRIES.join(', ') })
  const seed = readCountry(country)
  const done = await tools.db.transaction(async (db) => {
    const founded = await foundCountry(db, seed.id, seed.timeZone)
    if (founded.ok) await plant({ ...tools, db }, seed, demonstration)
    return founded
  })
  if (!done.ok && done.details?.country !== country) return done
  return yes({ country, planted: done.ok, accounts: await activeDemonstration(tools.db, country) })
}

async function plant(tools: Tools, seed: CountrySeed, demonstration: boolean): Promise<void> {
  const { ar: remedyAr, en: remedyEn } = seed.outsideRemedy
  granted(await saveInstallation(tools, 'installation', { timeZone: seed.timeZone, remedyAr, remedyEn }))
  granted(await saveCalendar(tools, INSTALLATION, seed.calendar))
  await plantDirectory(tools.db, seed)
  await plantPromises(tools, seed)
  if (!demonstration) return
  // They hold their roles since before the history that they have made.
  const clock = stoppedClock(tools.clock.now().subtract(A_YEAR))
  granted(await plantStaff({ ...tools, clock }, { ...demonstrationSecrets(), people: seed.staff }))
}

/** Each type's usual days, and a promise of its own for every category that is owed something else. */
async function plantPromises(tools: Tools, { promises: { usual, of } }: CountrySeed): Promise<void> {
  for (const [type, workingDays] of Object.entries(usual)) {
    granted(await setPromise(tools, INSTALLATION, { type: type as RequestType, workingDays }))
    for (const [category, days] of of) {
      const own = days[type as RequestType]
      if (own === undefined || own === workingDays) continue
      granted(
        await setPromise(tools, INSTALLATION, { type: type as RequestType, category, workingDays: own }),
      )
    }
  }
}
