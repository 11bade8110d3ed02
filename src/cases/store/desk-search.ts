import { type Db, join, type Sql, sql } from '#platform'
import type { Commonness } from '../model/search/commonness.ts'
import type { Lookup } from '../model/search/word-query.ts'
import { conditions, type DeskCase, lines, type Reading, type Wanted } from './desk-list.ts'

/** A line of the desk's list, and where the search holds the case. */
export interface FoundCase extends DeskCase {
  position: number
}

/**
 * Cases that show something before a position, the last that came first. The index hands out what it finds before
 * anything is looked up, in no order; whoever asks for no more than a stretch gets no more than that to sort.
 */
export const foundBefore = (
  db: Db,
  wanted: Wanted,
  reading: Reading,
  { led, query }: Lookup,
  before: number,
) =>
  db.rows<FoundCase>(sql`
    with hits as materialized (
           select case_id, position
             -- Kept apart, or the index would be asked for both.
             from (select * from case_search where terms @@ ${led}::tsquery and position < ${before} offset 0) near
            where terms @@ ${query}::tsquery),
         found as materialized (
           select h.case_id, h.position
             from (select case_id, position from hits order by position desc) h
             -- One case after the other until there are enough, never all of them.
             cross join lateral (select from cases c where c.id = h.case_id and ${matching(wanted, reading)} offset 0) c
            limit ${reading.limit})
    select l.*, f.position
      from found f join lateral (${lines} where c.id = f.case_id) l on true
     order by f.position desc`)

const matching = (wanted: Wanted, reading: Reading): Sql =>
  join(
    wanted.ways.map((way) => sql`(${conditions(wanted, way, reading)})`),
    ' or ',
  )

/**
 * How common words and marks are, as PostgreSQL's own statistics know it since it last analysed the table; nothing is
 * known of a young one, and then every word is rare.
 */
export async function commonness(db: Db): Promise<Commonness> {
  const row = await db.row<{ cases: number; terms: string[] | null; shares: number[] | null }>(sql`
    select (select greatest(reltuples, 0) from pg_class where oid = 'case_search'::regclass)::float8 as cases,
           most_common_elems::text::text[] as terms, to_jsonb(most_common_elem_freqs) as shares
      from (values (1)) as one
      left join pg_stats s on s.schemaname = 'public' and s.tablename = 'case_search' and s.attname = 'terms'`)
  const shares = row?.shares ?? []
  return {
    cases: row?.cases ?? 0,
    // Behind the shares of the words stand the least and the most of them.
    shares: new Map((row?.terms ?? []).map((term, at) => [term, shares[at] ?? 0])),
  }
}
