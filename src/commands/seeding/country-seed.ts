import type { Category, Entity, Names, Onboarding, Place, Sector, Unit } from '#entities'
import type { Planted } from '#people'
import type { CalendarChange, RequestType } from '#promises'

/** The countries that Sawt ships with. */
export const COUNTRIES = ['bahrain', 'jordan'] as const
export type Country = (typeof COUNTRIES)[number]

export const isCountry = (text: string): text is Country => (COUNTRIES as readonly string[]).includes(text)

/** Working days owed for each type. */
type Days = Readonly<Partial<Record<RequestType, number>>>

/** A country as its files say it, ready to be written. */
export interface CountrySeed {
  readonly id: string
  readonly name: Names
  readonly timeZone: string
  readonly outsideRemedy: Names
  readonly calendar: CalendarChange
  readonly sectors: readonly Sector[]
  readonly entities: readonly Entity[]
  readonly units: readonly Unit[]
  readonly categories: readonly Category[]
  readonly places: readonly Place[]
  /** What each type is owed, and the categories that are owed something else. */
  readonly promises: { readonly usual: Days; readonly of: ReadonlyMap<string, Days> }
  readonly staff: readonly Planted[]
}

export interface Both {
  readonly id: string
  readonly ar: string
  readonly en: string
}

/** What stands in the calendar's file besides what the promises room reads: which dates nobody announced yet. */
export type Dated = { readonly name?: Names; readonly tentative?: boolean }

export interface CountryFile {
  readonly id: Country
  readonly code: string
  readonly name: Names
  readonly timeZone: string
  readonly centralOffice: string
  /** Where a resident can turn outside the government's own desks. */
  readonly outsideRemedy: Names
  readonly onboarding: Readonly<Record<string, Onboarding>>
  readonly promises: Days
  readonly calendar: Both & { readonly weeks: readonly Dated[]; readonly holidays: readonly Dated[] }
  readonly units: readonly (Both & { readonly entity: string })[]
  readonly places: readonly (Both & { readonly in?: string; readonly level: string })[]
  readonly placesFile?: string
  readonly staff: readonly Planted[]
}

export interface CategoryFile extends Both {
  readonly sector: string
  readonly urgency: string
  readonly keywords_ar: readonly string[]
  readonly keywords_en: readonly string[]
  readonly sla_working_days: Days
  readonly entities: Readonly<Record<string, string | null>>
}
