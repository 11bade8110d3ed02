import type { TestContext } from 'node:test'
import { commonness, type SearchTools, type Tools } from '#cases'
import { loadDirectory } from '#entities'
import { newId, stoppedClock } from '#kernel'
import type { Grant, Officer, StaffRole } from '#people'
import { type Db, json, sql } from '#platform'
import { loadPromiseBook } from '#promises'
import { freshDatabase } from './database.ts'

/**
 * An invented country, small enough to know by heart: a central office; works and electricity, which have
 * joined; housing, which has not. Offices are open Sunday to Thursday from 07:00 to 14:15 in Bahrain's time.
 * It is Thursday 1 October 2026, ten in the morning.
 */
export async function aCountry(t: Pick<TestContext, 'after'>) {
  const { db, owner, connection } = await freshDatabase(t)
  const clock = stoppedClock('2026-10-01T10:00:00+03:00')
  await found(db)
  const people = {
    agent: await officer(db, 'Amal', 'agent'),
    reviewer: await officer(db, 'Rana', 'reviewer'),
    otherReviewer: await officer(db, 'Basim', 'reviewer'),
    releaser: await officer(db, 'Layla', 'releaser'),
    otherReleaser: await officer(db, 'Nasser', 'releaser'),
    liaison: await officer(db, 'Salem', 'liaison', 'entity', 'works'),
    electrician: await officer(db, 'Huda', 'liaison', 'entity', 'electricity'),
    handler: await officer(db, 'Yusuf', 'handler', 'unit', 'works-roads'),
    head: await officer(db, 'Dr Maryam', 'head', 'entity', 'works'),
    minister: await officer(db, 'Minister', 'minister', 'sector', 'infrastructure'),
    operator: await officer(db, 'Omar', 'operator'),
    analyst: await officer(db, 'Ahlam', 'analyst'),
    admin: await officer(db, 'Adel', 'admin'),
  }
  const [directory, book] = [await loadDirectory(db), await loadPromiseBook(db)]
  const tools: Tools & SearchTools = {
    ...{ db, clock, directory: async () => directory, book: async () => book },
    commonness: () => commonness(db),
  }
  return { tools, clock, people, db, owner, connection, directory, book }
}

export type Country = Awaited<ReturnType<typeof aCountry>>

export async function officer(
  db: Db,
  name: string,
  role: StaffRole,
  scope: Grant['scope'] = 'nation',
  scopeId?: string,
): Promise<Officer> {
  const [id, grant] = [newId(), newId()]
  await db.run(sql`insert into staff (id, name, email) values (${id}, ${name}, ${`${id}@sawt.example`})`)
  await db.run(sql`
    insert into grants (id, staff_id, role, scope, scope_id, valid_from)
    values (${grant}, ${id}, ${role}, ${scope}, ${scopeId ?? null}, '2026-01-01T00:00:00Z')`)
  return { id, name, language: 'ar', grants: [{ id: grant, role, scope, scopeId }] }
}

async function found(db: Db) {
  const hours = [['07:00', '14:15']]
  const content = { weeks: [{ days: { 7: hours, 1: hours, 2: hours, 3: hours, 4: hours } }], holidays: [] }
  await db.run(
    sql`insert into calendars (id, name_ar, name_en) values ('government', 'دوام الحكومة', 'Government hours')`,
  )
  await db.run(sql`
    insert into calendar_versions (calendar_id, version, time_zone, content)
    values ('government', 1, 'Asia/Bahrain', ${json(content)}::jsonb)`)
  await db.run(sql`
    insert into sectors (id, name_ar, name_en)
    values ('infrastructure', 'البنية التحتية', 'Infrastructure'), ('people', 'شؤون الناس', 'People')`)
  await db.run(sql`
    insert into entities (id, name_ar, name_en, sector_id, onboarding, calendar_id, central, contact_email)
    values ('central', 'المكتب المركزي', 'Central office', 'people', 'joined', 'government', true, null),
           ('works', 'وزارة الأشغال', 'Ministry of Works', 'infrastructure', 'joined', 'government', false, null),
           ('electricity', 'هيئة الكهرباء', 'Electricity Authority', 'infrastructure', 'joined', 'government', false, null),
           ('housing', 'وزارة الإسكان', 'Ministry of Housing', 'people', 'training', 'government', false, 'desk@housing.example')`)
  await db.run(sql`
    insert into units (id, entity_id, name_ar, name_en)
    values ('works-roads', 'works', 'قسم الطرق', 'Roads'), ('works-lights', 'works', 'قسم الإنارة', 'Lighting')`)
  await db.run(sql`
    insert into categories (id, name_ar, name_en, sector_id, entity_id, phrases)
    values ('potholes', 'الحفر', 'Potholes', 'infrastructure', 'works', '{"ar": ["حفرة في الشارع"], "en": ["pothole"]}'),
           ('power-cuts', 'انقطاع الكهرباء', 'Power cuts', 'infrastructure', 'electricity',
            '{"ar": ["الكهرباء مقطوعة"], "en": ["power cut"]}'),
           ('housing-requests', 'الطلبات الإسكانية', 'Housing requests', 'people', 'housing',
            '{"ar": ["طلب إسكاني"], "en": ["housing request"]}')`)
  await db.run(sql`
    insert into promises (id, type, category_id, working_days)
    values (${newId()}, 'inquiry', null, 3), (${newId()}, 'complaint', null, 10),
           (${newId()}, 'suggestion', null, 20), (${newId()}, 'praise', null, 5),
           (${newId()}, 'complaint', 'potholes', 5), (${newId()}, 'complaint', 'power-cuts', 1)`)
  await db.run(sql`update installation set country = 'example', time_zone = 'Asia/Bahrain'`)
}
