import { type Db, json, sql } from '#platform'
import type { Category, Entity, Place, Sector, Unit } from '../model/directory.ts'

/** Whole lists in one statement each. What is there already stays as it is, so that planting twice changes nothing. */
export const plantSectors = (tx: Db, sectors: readonly Sector[]) =>
  tx.run(sql`
    insert into sectors (id, name_ar, name_en)
    select id, name->>'ar', name->>'en' from jsonb_to_recordset(${json(sectors)}::jsonb) as given (id text, name jsonb)
    on conflict do nothing`)

export const plantEntities = (tx: Db, entities: readonly Entity[]) =>
  tx.run(sql`
    insert into entities (id, name_ar, name_en, sector_id, onboarding, calendar_id, contact_email, contact_phone,
                          central, active, source)
    select id, name->>'ar', name->>'en', "sectorId", onboarding, "calendarId", "contactEmail", "contactPhone",
           central, active, source
    from jsonb_to_recordset(${json(entities)}::jsonb)
      as given (id text, name jsonb, "sectorId" text, onboarding text, "calendarId" text, "contactEmail" text,
                "contactPhone" text, central boolean, active boolean, source text)
    on conflict do nothing`)

export const plantUnits = (tx: Db, units: readonly Unit[]) =>
  tx.run(sql`
    insert into units (id, entity_id, name_ar, name_en, active)
    select id, "entityId", name->>'ar', name->>'en', active
    from jsonb_to_recordset(${json(units)}::jsonb) as given (id text, "entityId" text, name jsonb, active boolean)
    on conflict do nothing`)

export const plantCategories = (tx: Db, categories: readonly Category[]) =>
  tx.run(sql`
    insert into categories (id, name_ar, name_en, sector_id, urgency, entity_id, phrases, active, source)
    select id, name->>'ar', name->>'en', "sectorId", urgency, "entityId", phrases, active, source
    from jsonb_to_recordset(${json(categories)}::jsonb)
      as given (id text, name jsonb, "sectorId" text, urgency text, "entityId" text, phrases jsonb, active boolean,
                source text)
    on conflict do nothing`)

/** Parents must come before what lies in them. */
export const plantPlaces = (tx: Db, places: readonly Place[]) =>
  tx.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    select id, "parentId", level, name->>'ar', name->>'en'
    from jsonb_to_recordset(${json(places)}::jsonb) as given (id text, "parentId" text, level text, name jsonb)
    on conflict do nothing`)
