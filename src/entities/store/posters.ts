import { type Db, sql } from '#platform'
import type { Poster } from '../model/poster.ts'

export interface KeptPoster extends Poster {
  madeAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  scans: number
  /** What came in by it, and what became of that so far. */
  cases: number
  answered: number
  /** Answered by the date that the resident was told. */
  onTime: number
  open: number
  /** Open past that date. */
  late: number
  rated: number
  /** Rated four or five of five for being solved. */
  solved: number
}

/** @returns 0 when the code was taken */
export const addPoster = (db: Db, poster: Poster & { madeBy: string | null; at: Temporal.Instant }) =>
  db.run(sql`
    insert into posters (code, label, entity_id, category_id, place_id, made_by, made_at)
    values (${poster.code}, ${poster.label}, ${poster.entityId}, ${poster.categoryId}, ${poster.placeId},
            ${poster.madeBy}, ${poster.at})
    on conflict do nothing`)

/** @param now what is open is late from its date on */
export const listPosters = (db: Db, now: Temporal.Instant) =>
  db.rows<KeptPoster>(sql`
    select p.code, p.label, p.entity_id as "entityId", p.category_id as "categoryId", p.place_id as "placeId",
           p.made_at as "madeAt", p.ended_at as "endedAt", p.scans,
           b.cases, b.answered, b."onTime", b.open, b.late, b.rated, b.solved
      from posters p
      cross join lateral (
        select count(*)::int as cases,
               count(*) filter (where c.answered_at is not null)::int as answered,
               count(*) filter (where c.answered_at <= c.answer_by)::int as "onTime",
               count(*) filter (where c.answered_at is null and c.stage <> 'closed')::int as open,
               count(*) filter (where c.answered_at is null and c.stage <> 'closed'
                                  and c.answer_by < ${now})::int as late,
               count(c.solved)::int as rated,
               count(*) filter (where c.solved >= 4)::int as solved
          from case_events e left join cases c on c.id = e.case_id
         where e.step = 'submit' and e.facts ? 'campaign' and e.facts->>'campaign' = p.code) b
     order by p.ended_at desc nulls first, p.made_at desc, p.code`)

/** Counts a scan of a poster that still hangs, and tells what it fills in. */
export const scanPoster = (db: Db, code: string) =>
  db.row<Poster>(sql`
    update posters set scans = scans + 1 where code = ${code} and ended_at is null
    returning code, label, entity_id as "entityId", category_id as "categoryId", place_id as "placeId"`)

export const endPoster = (db: Db, code: string, at: Temporal.Instant) =>
  db.run(sql`update posters set ended_at = ${at} where code = ${code} and ended_at is null`)
