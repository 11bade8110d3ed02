import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Region } from '#ui'

const FOLDER = join(import.meta.dirname, '../../../db/seeds/places')

/** The country's governorates as they are drawn; undefined where nobody has put a file there. */
export function regionsOf(country: string | null): Region[] | undefined {
  const path = join(FOLDER, `${country}.geojson`)
  if (!country || !/^[a-z-]+$/.test(country) || !existsSync(path)) return undefined
  return (JSON.parse(readFileSync(path, 'utf8')) as { features: Region[] }).features
}
