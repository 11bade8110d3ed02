import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, sql } from '#platform'

/** What belongs to what in a country, read from its tables: for putting counts together as pages do. */
export interface Atlas {
  zone: string
  /** Whose names of months Arabic uses. */
  region: string
  /** Of an entity. */
  sector(entity: string): string
  entitiesOf(sector: string): string[]
  /** The outermost place that a place lies in. */
  governorate(place: string): string
  /** A place and all that lie in it. */
  within(place: string): string[]
  places: ReadonlySet<string>
  /** What a page calls them, in the language of its table: by name. */
  named(table: 'entity' | 'category', locale: 'ar' | 'en'): ReadonlyMap<string, string>
  /** Governorates, as lists and maps call them. */
  mapped(locale: 'ar' | 'en'): ReadonlyMap<string, string>
}

interface Named {
  id: string
  up: string | null
  ar: string
  en: string
}

export async function atlasOf(db: Db): Promise<Atlas> {
  const entities = await db.rows<Named>(
    sql`select id, sector_id as up, name_ar as ar, name_en as en from entities`,
  )
  const categories = await db.rows<Named>(
    sql`select id, null::text as up, name_ar as ar, name_en as en from categories`,
  )
  const places = await db.rows<Named>(
    sql`select id, parent_id as up, name_ar as ar, name_en as en from places`,
  )
  const [installed] = await db.rows<{ zone: string; country: string }>(
    sql`select time_zone as zone, country from installation`,
  )
  const sectors = new Map(entities.map(({ id, up }) => [id, up ?? '']))
  const ups = new Map(places.map(({ id, up }) => [id, up]))
  const governorate = (place: string): string => {
    const up = ups.get(place)
    return up ? governorate(up) : place
  }
  const lists = { entity: entities, category: categories }
  const drawn = regionsOf(installed?.country ?? '')
  const within = (place: string): string[] => [
    place,
    ...places.filter(({ up }) => up === place).flatMap(({ id }) => within(id)),
  ]
  return {
    zone: installed?.zone ?? 'UTC',
    region: installed?.country === 'jordan' ? 'JO' : 'BH',
    sector: (entity) => sectors.get(entity) ?? '',
    entitiesOf: (sector) => entities.filter(({ up }) => up === sector).map(({ id }) => id),
    governorate,
    within,
    places: new Set(ups.keys()),
    named: (table, locale) => new Map(lists[table].map((each) => [each[locale], each.id])),
    mapped: (locale) =>
      new Map([...places.filter(({ up }) => !up), ...drawn].map((each) => [short(each[locale]), each.id])),
  }
}

/** On a map a governorate need not be called one. */
const short = (name: string): string =>
  name
    .replace(/^محافظة /, '')
    .replace(/ Governorate$/, '')
    .trim()

function regionsOf(country: string): Omit<Named, 'up'>[] {
  const file = join(import.meta.dirname, `../../../db/seeds/places/${country}.geojson`)
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
    features: { properties: { place: string; ar: string; en: string } }[]
  }
  return features.map(({ properties: { place, ar, en } }) => ({ id: place, ar, en }))
}
