import { type Db, sql } from '#platform'
import type { Category, Contents, Entity, Place, Sector, Unit } from '../model/directory.ts'

interface Installation {
  version: number
  country: string | null
  timeZone: string | null
}

/** Everything is set in the database; an entity that is only about to be made may leave some of it out. */
type EntityRow = Entity & { routeAbove: number | null; routeChecked: number }

/**
 * Everything the directory is made of. The version is read first: a change that commits meanwhile makes
 * the snapshot newer than its number, so that it is only loaded once too often, never once too little.
 */
export async function readContents(db: Db): Promise<Contents> {
  const installation = await db.row<Installation>(sql`
    select configuration as version, country, time_zone as "timeZone" from installation`)
  return {
    ...(installation ?? { version: 0, country: null, timeZone: null }),
    sectors: await db.rows<Sector>(sql`
      select id, jsonb_build_object('ar', name_ar, 'en', name_en) as name from sectors`),
    entities: await db.rows<EntityRow>(sql`
      select id, jsonb_build_object('ar', name_ar, 'en', name_en) as name, sector_id as "sectorId", onboarding,
             calendar_id as "calendarId", contact_email as "contactEmail", contact_phone as "contactPhone",
             central, active, route_above as "routeAbove", route_checked as "routeChecked", source
      from entities`),
    units: await db.rows<Unit>(sql`
      select id, entity_id as "entityId", jsonb_build_object('ar', name_ar, 'en', name_en) as name, active
      from units`),
    categories: await db.rows<Category>(sql`
      select id, jsonb_build_object('ar', name_ar, 'en', name_en) as name, sector_id as "sectorId", urgency,
             entity_id as "entityId", phrases, active, source
      from categories`),
    places: await db.rows<Place>(sql`
      select id, parent_id as "parentId", level, jsonb_build_object('ar', name_ar, 'en', name_en) as name
      from places`),
  }
}

export async function configurationVersion(db: Db): Promise<number> {
  const row = await db.row<{ version: number }>(sql`select configuration as version from installation`)
  return row?.version ?? 0
}

/** Tells every process that entities, units or categories changed. */
export const raiseConfiguration = (db: Db) =>
  db.run(sql`update installation set configuration = configuration + 1`)
