import { type Db, sql } from '#platform'

/** Whether a person has a role in an entity or in one of its units today. */
export const worksFor = async (tx: Db, staffId: string, entityId: string): Promise<boolean> =>
  Boolean(
    await tx.row(sql`
      select 1 as works from grants g
       where g.staff_id::text = ${staffId} and (g.valid_to is null or g.valid_to > now())
         and ((g.scope = 'entity' and g.scope_id = ${entityId})
           or (g.scope = 'unit' and g.scope_id in (select id from units where entity_id = ${entityId})))
       limit 1`),
  )

export const exists = async (tx: Db, caseId: string): Promise<boolean> =>
  Boolean(await tx.row(sql`select 1 as there from cases where id = ${caseId}`))

/** Seen from both sides; linking twice is linking once. */
export const linkCases = (tx: Db, one: string, other: string, at: Temporal.Instant) =>
  tx.run(sql`
    insert into case_links (case_id, other_id, at)
    values (${one}, ${other}, ${at}), (${other}, ${one}, ${at})
    on conflict do nothing`)

/** Who of the staff opened a case. */
export const recordRead = (db: Db, caseId: string, staffId: string, role: string, at: Temporal.Instant) =>
  db.run(sql`
    insert into case_reads (case_id, staff_id, role, at) values (${caseId}, ${staffId}, ${role}, ${at})
    on conflict do nothing`)
