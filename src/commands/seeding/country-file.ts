import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Category, Entity, Names, Place } from '#entities'
import type { CalendarChange } from '#promises'
import type { Both, CategoryFile, Country, CountryFile, CountrySeed, Dated } from './country-seed.ts'

const SEEDS = join(import.meta.dirname, '../../../db/seeds')

/** Reads one of the countries that Sawt ships with. */
export function readCountry(country: Country): CountrySeed {
  const file = readOwnFile(country)
  const categories = read<readonly CategoryFile[]>('reference/categories.json')
  return {
    id: file.id,
    name: file.name,
    timeZone: file.timeZone,
    outsideRemedy: file.outsideRemedy,
    calendar: calendarOf(file),
    sectors: read<readonly Both[]>('countries/sectors.json').map((sector) => ({
      id: sector.id,
      name: names(sector),
    })),
    entities: read<readonly (Both & { sector: string })[]>(`reference/entities-${country}.json`).map(
      entityIn(file),
    ),
    units: file.units.map((unit) => ({
      id: unit.id,
      entityId: unit.entity,
      name: names(unit),
      active: true,
    })),
    categories: categories.map(categoryIn(file)),
    places: placesOf(file),
    promises: { usual: file.promises, of: new Map(categories.map((it) => [it.id, it.sla_working_days])) },
    staff: file.staff,
  }
}

/** What the country's own file says: the quick part. */
export const readOwnFile = (country: Country): CountryFile => read(`countries/${country}.json`)

const read = <Content>(path: string): Content =>
  JSON.parse(readFileSync(join(SEEDS, path), 'utf8')) as Content

const names = ({ ar, en }: Omit<Both, 'id'>): Names => ({ ar, en })

function calendarOf({ timeZone, calendar: { id, ar, en, weeks, holidays } }: CountryFile): CalendarChange {
  const content = { weeks: weeks.map(honest), holidays: holidays.map(honest) } as CalendarChange['content']
  return { id, nameAr: ar, nameEn: en, timeZone, content }
}

/** What nobody has announced yet says so in its name, wherever it is shown. */
function honest({ tentative, ...dated }: Dated): object {
  const { name } = dated
  if (!tentative || !name) return dated
  return { ...dated, name: { ar: `${name.ar} (تاريخ متوقع)`, en: `${name.en} (expected date)` } }
}

const entityIn =
  ({ calendar, centralOffice, onboarding }: CountryFile) =>
  (entity: Both & { sector: string }): Entity => ({
    id: entity.id,
    name: names(entity),
    sectorId: entity.sector,
    onboarding: onboarding[entity.id] ?? 'joined',
    calendarId: calendar.id,
    // Under a name that can never be anybody's, so that no demonstration writes to a real office.
    contactEmail: `contact@${entity.id}.example`,
    contactPhone: null,
    central: entity.id === centralOffice,
    active: true,
    source: null,
  })

const categoryIn =
  ({ code }: CountryFile) =>
  (category: CategoryFile): Category => ({
    id: category.id,
    name: names(category),
    sectorId: category.sector,
    urgency: category.urgency,
    entityId: category.entities[code] ?? null,
    phrases: { ar: category.keywords_ar, en: category.keywords_en },
    active: true,
    source: null,
  })

function placesOf({ places, placesFile }: CountryFile): Place[] {
  const own = places.map((place) => ({
    id: place.id,
    parentId: place.in ?? null,
    level: place.level,
    name: names(place),
  }))
  return placesFile ? [...own, ...placesIn(placesFile)] : own
}

/** Municipalities lie in the governorate that their id begins with, localities in their municipality. */
function placesIn(file: string): Place[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(SEEDS, 'countries', file)), {
    columns: true,
  })
  return rows.map(({ id = '', level = '', name_ar = '', name_en = '', municipality_id = '' }) => ({
    id,
    parentId: level === 'municipality' ? id.slice(0, 'JOAMM'.length) : municipality_id,
    level,
    name: { ar: name_ar.replace(/\s+/g, ' ').trim(), en: name_en.replace(/\s+/g, ' ').trim() },
  }))
}
