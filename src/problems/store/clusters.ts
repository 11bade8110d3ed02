import { type Db, json, sql } from '#platform'
import type { State } from '../model/steps.ts'

export interface FoundCluster {
  id: string
  problem: string | null
  size: number
}

export const clusters = (tx: Db, ids: string[]) =>
  tx.rows<FoundCluster>(sql`
    select id, problem_id as problem, size from problem_clusters where id = any(${ids}::uuid[]) order by id for update`)

export const makeClusters = (tx: Db, ids: string[], at: Temporal.Instant) =>
  tx.run(sql`
    insert into problem_clusters (id, size, first_at, last_at)
    select id, 0, ${at}::timestamptz, ${at}::timestamptz from unnest(${ids}::uuid[]) as given (id)`)

/** The cases of small clusters go over to others; what is empty then is gone. */
export async function absorb(tx: Db, absorbed: { from: string; to: string }[]): Promise<void> {
  await tx.run(sql`
    update problem_sightings set cluster_id = a."to"
      from jsonb_to_recordset(${json(absorbed)}::jsonb) as a ("from" uuid, "to" uuid) where cluster_id = a."from"`)
  await tx.run(sql`
    delete from problem_clusters where id = any(${absorbed.map(({ from }) => from)}::uuid[])`)
}

/** A cluster as it stands after reading, and the state of its problem. */
export interface Standing {
  id: string
  problem: string | null
  state: State | null
  rejectedAtSize: number | null
  size: number
  lately: number
  people: number
  firstAt: Temporal.Instant
  lastAt: Temporal.Instant
}

/** Counts some clusters anew. @param days before its newest case that count as lately */
export const recount = (tx: Db, ids: string[], days: number) =>
  tx.rows<Standing>(sql`
    with counted as (
      select s.cluster_id as id, count(*) as size, min(s.at) as first_at, max(s.at) as last_at
        from problem_sightings s where s.cluster_id = any(${ids}::uuid[]) group by 1
    ), written as (
      update problem_clusters k set size = c.size, first_at = c.first_at, last_at = c.last_at
        from counted c where k.id = c.id
      returning k.id, k.problem_id, k.size, k.first_at, k.last_at
    )
    select w.id, w.problem_id as problem, p.state, p.rejected_at_size as "rejectedAtSize", w.size,
           w.first_at as "firstAt", w.last_at as "lastAt", l.lately, l.people
      from written w
      left join problems p on p.id = w.problem_id
     cross join lateral (
           select count(*) as lately,
                  count(distinct coalesce(c.resident_id::text, q.phone, q.email, c.id::text)) as people
             from problem_sightings s
             join cases c on c.id = s.case_id
             left join requesters q on q.case_id = c.id
            where s.cluster_id = w.id and s.at > w.last_at - make_interval(days => ${days})) l`)

export interface Member {
  caseId: string
  category: string | null
  place: string | null
  entity: string | null
}

/** The newest cases of a cluster: what a proposal is named after. */
export const members = (tx: Db, cluster: string, limit: number) =>
  tx.rows<Member>(sql`
    select s.case_id as "caseId", c.category_id as category, s.place_id as place, c.entity_id as entity
      from problem_sightings s join cases c on c.id = s.case_id
     where s.cluster_id = ${cluster} order by s.at desc, s.case_id limit ${limit}`)

export const assign = (tx: Db, cluster: string, problem: string) =>
  tx.run(sql`update problem_clusters set problem_id = ${problem}::uuid where id = ${cluster}`)

export const moveClusters = (tx: Db, from: string, to: string) =>
  tx.run(sql`update problem_clusters set problem_id = ${to}::uuid where problem_id = ${from}`)

export const sizeOf = async (db: Db, problem: string): Promise<number> =>
  (
    await db.row<{ size: number }>(sql`
      select coalesce(sum(size), 0)::int as size from problem_clusters where problem_id = ${problem}`)
  )?.size ?? 0

/** Forgets whatever no problem came of, so that it is read anew from the first event. */
export async function forget(tx: Db): Promise<void> {
  await tx.run(sql`delete from problem_bands`)
  await tx.run(sql`
    delete from problem_sightings s
     where not exists (select from problem_clusters k where k.id = s.cluster_id and k.problem_id is not null)`)
  await tx.run(sql`delete from problem_clusters where problem_id is null`)
  await tx.run(sql`
    update feed_cursors set tx = '0', case_id = '00000000-0000-0000-0000-000000000000', seq = 0
     where consumer = 'problems'`)
}
