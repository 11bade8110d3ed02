import { type Db, json, type Position, sql } from '#platform'

/** An event as the finder reads the feed. */
export interface ReadEvent extends Position {
  step: string
}

/** Events after a position that no late commit can overtake; in the order of their transactions. */
export const eventsAfter = (tx: Db, after: Position, limit: number) =>
  tx.rows<ReadEvent>(sql`
    select tx::text as tx, case_id as "caseId", seq, step from case_events
     where (tx, case_id, seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
       and tx < pg_snapshot_xmin(pg_current_snapshot())
     order by case_events.tx, case_id, seq
     limit ${limit}`)

/** Whether events wait for the finder, also those that a running transaction holds back. */
export const behind = async (db: Db): Promise<boolean> =>
  Boolean(
    await db.row(sql`
      select 1 as behind from case_events e, feed_cursors c
       where c.consumer = 'problems' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`),
  )

/** A case as the finder needs it, and what it made of it earlier. */
export interface ReadCase {
  caseId: string
  at: Temporal.Instant
  text: string
  category: string | null
  place: string | null
  /** Whether it was read before; then under which category, and in which cluster it is. */
  read: boolean
  readCategory: string | null
  cluster: string | null
}

/**
 * Complaints and inquiries that stand on their own; the parts of a split case say what the whole says.
 *
 * @param since those received earlier come only if they were read when they were new
 */
export const casesToRead = (tx: Db, ids: string[], since: Temporal.Instant) =>
  tx.rows<ReadCase>(sql`
    select c.id as "caseId", c.received_at as at, coalesce(w.words ->> 'text', w.words ->> 'subject', '') as text,
           c.category_id as category, c.place_id as place,
           s.case_id is not null as read, s.category_id as "readCategory", s.cluster_id as cluster
      from cases c
      left join case_words w on w.case_id = c.id and w.seq = 1
      left join problem_sightings s on s.case_id = c.id
     where c.id = any(${ids}::uuid[]) and c.type in ('complaint', 'inquiry') and c.parent_id is null
       and (c.received_at >= ${since} or s.case_id is not null)`)

export interface Met {
  key: number
  caseId: string
}

/** The newest cases under each of some keys. */
export const meet = (tx: Db, keys: number[], most: number) =>
  tx.rows<Met>(sql`
    select k.key, b.case_id as "caseId"
      from unnest(${keys}::bigint[]) as k (key)
     cross join lateral (
           select case_id from problem_bands where problem_bands.key = k.key order by case_id desc limit ${most}) b`)

export interface FoundCandidate {
  caseId: string
  text: string
  category: string | null
  place: string | null
  cluster: string | null
}

export const candidates = (tx: Db, ids: string[]) =>
  tx.rows<FoundCandidate>(sql`
    select s.case_id as "caseId", left(coalesce(w.words ->> 'text', w.words ->> 'subject', ''), 400) as text,
           s.category_id as category, s.place_id as place, s.cluster_id as cluster
      from problem_sightings s left join case_words w on w.case_id = s.case_id and w.seq = 1
     where s.case_id = any(${ids}::uuid[])`)

/** What the finder has read and still knows, in the order of ids. */
export const keptAfter = (tx: Db, after: string, limit: number) =>
  tx.rows<Omit<FoundCandidate, 'cluster'> & { at: Temporal.Instant }>(sql`
    select s.case_id as "caseId", s.at, coalesce(w.words ->> 'text', w.words ->> 'subject', '') as text,
           s.category_id as category, s.place_id as place
      from problem_sightings s left join case_words w on w.case_id = s.case_id and w.seq = 1
     where s.case_id > ${after}::uuid order by s.case_id limit ${limit}`)

export interface Sighting {
  caseId: string
  at: Temporal.Instant
  category: string | null
  place: string | null
  cluster: string | null
}

export const putSightings = (tx: Db, sightings: Sighting[]) =>
  tx.run(sql`
    insert into problem_sightings (case_id, at, category_id, place_id, cluster_id)
    select s."caseId", s.at, s.category, s.place, s.cluster
      from jsonb_to_recordset(${json(sightings)}::jsonb)
        as s ("caseId" uuid, at timestamptz, category text, place text, cluster uuid)
    on conflict (case_id) do update
       set category_id = excluded.category_id, place_id = excluded.place_id,
           cluster_id = coalesce(excluded.cluster_id, problem_sightings.cluster_id)`)

/** Cases that were read before and are in a cluster only now. */
export const joinClusters = (tx: Db, joined: { caseId: string; cluster: string }[]) =>
  tx.run(sql`
    update problem_sightings set cluster_id = j.cluster
      from jsonb_to_recordset(${json(joined)}::jsonb) as j ("caseId" uuid, cluster uuid)
     where case_id = j."caseId"`)

export const putBands = (tx: Db, values: (readonly [number, string, Temporal.Instant])[]) =>
  tx.copy({ table: 'problem_bands', columns: ['key', 'case_id', 'at'], values })

/** Takes out keys under which a case stood; only they are looked for. */
export const dropBands = (tx: Db, caseId: string, keys: number[]) =>
  tx.run(sql`delete from problem_bands where case_id = ${caseId} and key = any(${keys}::bigint[])`)

/** Keys of cases that are too old to be met, except those of a problem. @returns how many */
export const dropOldBands = (db: Db, before: Temporal.Instant, limit: number) =>
  db.run(sql`
    delete from problem_bands b
     where b.ctid = any(array(
           select o.ctid from problem_bands o
             left join problem_sightings s on s.case_id = o.case_id
             left join problem_clusters k on k.id = s.cluster_id
            where o.at < ${before} and k.problem_id is null limit ${limit}))`)
