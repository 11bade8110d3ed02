import type { Language } from '#people'
import type { CountryMap } from './country-map.ts'

/** The stages of joining, in their order: the central office acts for whoever is not at the last. */
export const ONBOARDING = ['contacted', 'training', 'pilot', 'joined'] as const
export type Onboarding = (typeof ONBOARDING)[number]

export const isOnboarding = (text: string): text is Onboarding =>
  (ONBOARDING as readonly string[]).includes(text)

export type Names = Readonly<Record<Language, string>>

export interface Sector {
  readonly id: string
  readonly name: Names
}

export interface Entity {
  readonly id: string
  readonly name: Names
  readonly sectorId: string | null
  readonly onboarding: Onboarding
  readonly calendarId: string
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  /** The central office itself, which has every orphan. */
  readonly central: boolean
  readonly active: boolean
  /** From which confidence (0.5 to 1) on its cases are routed without a person; null for never. */
  readonly routeAbove?: number | null
  /** Which share of them (0 to 1) a person decides all the same. */
  readonly routeChecked?: number
  /** The import that brought it, if one did. */
  readonly source: string | null
}

export interface Unit {
  readonly id: string
  readonly entityId: string
  readonly name: Names
  readonly active: boolean
}

export interface Category {
  readonly id: string
  readonly name: Names
  readonly sectorId: string | null
  readonly urgency: string
  /** Who usually answers; null when it depends on the text or the place. */
  readonly entityId: string | null
  /** Everyday phrases that suggestions learn from. */
  readonly phrases: Readonly<Partial<Record<Language, readonly string[]>>>
  readonly active: boolean
  readonly source: string | null
}

/** The category of what fits into no other: the central office sorts it. It says nothing beforehand. */
export const UNSORTED = 'other-unclassified'

export interface Place {
  readonly id: string
  readonly parentId: string | null
  /** governorate, municipality, town or locality. */
  readonly level: string
  readonly name: Names
}

/** What one reading of the database brought. */
export interface Contents {
  readonly version: number
  readonly country: string | null
  readonly timeZone: string | null
  readonly sectors: readonly Sector[]
  readonly entities: readonly Entity[]
  readonly units: readonly Unit[]
  readonly categories: readonly Category[]
  readonly places: readonly Place[]
}

/**
 * The entities, categories and places of the country at one moment. Never changes: when the configuration
 * does, the next one is loaded. Lists are in the order of the reader's alphabet.
 */
export interface Directory {
  /** `installation.configuration` when it was read. */
  readonly version: number
  readonly country: string | null
  readonly timeZone: string
  readonly central: Entity | undefined
  entity(id: string | null | undefined): Entity | undefined
  category(id: string | null | undefined): Category | undefined
  sector(id: string | null | undefined): Sector | undefined
  unit(id: string | null | undefined): Unit | undefined
  place(id: string | null | undefined): Place | undefined
  /** Whether the entity works in Sawt itself; false also for ids that nobody has. */
  joined(entityId: string | null | undefined): boolean
  /** Active entities. */
  entities(language: Language): readonly Entity[]
  /** Also those that were closed: for the administrator's pages. */
  allEntities(language: Language): readonly Entity[]
  entitiesOfSector(sectorId: string): readonly Entity[]
  categories(language: Language): readonly Category[]
  allCategories(language: Language): readonly Category[]
  sectors(language: Language): readonly Sector[]
  /** Active units of an entity. */
  units(entityId: string, language: Language): readonly Unit[]
  allUnits(entityId: string, language: Language): readonly Unit[]
  /** The places directly below one, or the top ones. */
  places(parentId: string | null, language: Language): readonly Place[]
  /** A place with all it lies in, outermost first. */
  placePath(id: string | null | undefined): readonly Place[]
  /** As the country is drawn; without one figures by place stand in bars. */
  readonly map?: CountryMap
}
