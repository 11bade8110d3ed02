import { type Db, json, sql } from '#platform'
import type { Onboarding } from '../model/directory.ts'

export interface EntityRow {
  id: string
  nameAr: string
  nameEn: string
  sectorId: string | null
  calendarId: string
  contactEmail: string | null
  contactPhone: string | null
  active: boolean
}

/** Writes an entity; its stage, source and centrality have their own doors. */
export const putEntity = (tx: Db, entity: EntityRow) =>
  tx.run(sql`
    insert into entities (id, name_ar, name_en, sector_id, calendar_id, contact_email, contact_phone, active)
    values (${entity.id}, ${entity.nameAr}, ${entity.nameEn}, ${entity.sectorId}, ${entity.calendarId},
            ${entity.contactEmail}, ${entity.contactPhone}, ${entity.active})
    on conflict (id) do update
      set name_ar = excluded.name_ar, name_en = excluded.name_en, sector_id = excluded.sector_id,
          calendar_id = excluded.calendar_id, contact_email = excluded.contact_email,
          contact_phone = excluded.contact_phone, active = excluded.active`)

/** The entity's stage and centrality, held until the transaction ends. */
export const lockEntity = (tx: Db, id: string) =>
  tx.row<{ onboarding: Onboarding; central: boolean; active: boolean }>(sql`
    select onboarding, central, active from entities where id = ${id} for update`)

export const setOnboarding = (tx: Db, id: string, stage: Onboarding) =>
  tx.run(sql`update entities set onboarding = ${stage} where id = ${id}`)

/** Which cases are routed to it without a person, and how many of them a person decides all the same. */
export const setAutomaticRouting = (tx: Db, id: string, above: number | null, checked: number) =>
  tx.run(sql`update entities set route_above = ${above}, route_checked = ${checked} where id = ${id}`)

/** There is one central office: the index allows no second, so the old one steps back first. */
export async function setCentral(tx: Db, id: string): Promise<void> {
  await tx.run(sql`update entities set central = false where central`)
  await tx.run(sql`update entities set central = true, onboarding = 'joined' where id = ${id}`)
}

export interface UnitRow {
  id: string
  entityId: string
  nameAr: string
  nameEn: string
  active: boolean
}

/** False when the id is a unit's of another entity: a unit never moves, its cases could not follow. */
export const putUnit = async (tx: Db, unit: UnitRow): Promise<boolean> =>
  (await tx.run(sql`
    insert into units (id, entity_id, name_ar, name_en, active)
    values (${unit.id}, ${unit.entityId}, ${unit.nameAr}, ${unit.nameEn}, ${unit.active})
    on conflict (id) do update
      set name_ar = excluded.name_ar, name_en = excluded.name_en, active = excluded.active
      where units.entity_id = excluded.entity_id`)) === 1

export interface CategoryRow {
  id: string
  nameAr: string
  nameEn: string
  sectorId: string | null
  urgency: string
  entityId: string | null
  phrases: { ar: string[]; en: string[] }
  active: boolean
}

export const putCategory = (tx: Db, category: CategoryRow) =>
  tx.run(sql`
    insert into categories (id, name_ar, name_en, sector_id, urgency, entity_id, phrases, active)
    values (${category.id}, ${category.nameAr}, ${category.nameEn}, ${category.sectorId}, ${category.urgency},
            ${category.entityId}, ${json(category.phrases)}::jsonb, ${category.active})
    on conflict (id) do update
      set name_ar = excluded.name_ar, name_en = excluded.name_en, sector_id = excluded.sector_id,
          urgency = excluded.urgency, entity_id = excluded.entity_id, phrases = excluded.phrases,
          active = excluded.active`)

interface Known {
  sector: boolean
  calendar: boolean
  entity: boolean
}

/** Which of the ids exist; one that is not asked for counts as existing. */
export async function known(
  db: Db,
  { sector = null, calendar = null, entity = null }: Partial<Record<keyof Known, string | null>>,
): Promise<Known> {
  const row = await db.row<Known>(sql`
    select ${sector}::text is null or exists (select from sectors where id = ${sector}::text) as sector,
           ${calendar}::text is null or exists (select from calendars where id = ${calendar}::text) as calendar,
           ${entity}::text is null or exists (select from entities where id = ${entity}::text) as entity`)
  return row ?? { sector: false, calendar: false, entity: false }
}
