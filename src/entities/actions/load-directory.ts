import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#platform'
import { type CountryMap, readMap } from '../model/country-map.ts'
import type { Directory } from '../model/directory.ts'
import { directoryOf } from '../model/snapshot.ts'
import { readContents } from '../store/directory.ts'

/** Maps that come with the service. */
export const MAPS = join(import.meta.dirname, '../../../db/seeds/places')

export interface Maps {
  /** Folders in which `COUNTRY.geojson` may lie; the first that has one counts. */
  folders: readonly string[]
  /** Is told of a file that is no map: the country is shown without one. */
  complain?(path: string, why: unknown): void
}

/** Reads the country as it is configured now. Callers keep it until `configurationVersion` moves on. */
export async function loadDirectory(db: Db, maps: Maps = { folders: [MAPS] }): Promise<Directory> {
  const contents = await readContents(db)
  const map = mapOf(contents.country, maps)
  return { ...directoryOf(contents), ...(map && { map }) }
}

function mapOf(country: string | null, { folders, complain }: Maps): CountryMap | undefined {
  if (!country || !/^[a-z-]+$/.test(country)) return undefined
  const path = folders.map((folder) => join(folder, `${country}.geojson`)).find((each) => existsSync(each))
  if (!path) return undefined
  const read = readMap(readFileSync(path, 'utf8'))
  if (read.ok) return read.value
  complain?.(path, read.details)
  return undefined
}
