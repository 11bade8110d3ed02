import { type Db, join, json, sql } from '#platform'
import { STRETCHES } from '../model/search/stretches.ts'

/** Everything that was written about a case, and where it stands. */
export interface Searchable {
  caseId: string
  texts: string[]
}

/** What was written at every step of some cases; the values of jsonb that are texts, however deep. */
export const searchables = (tx: Db, caseIds: string[]) =>
  tx.rows<Searchable>(sql`
    select w.case_id as "caseId", array_agg(t.text #>> '{}') as texts
      from case_words w, jsonb_path_query(w.words, 'strict $.**?(@.type() == "string")') as t (text)
     where w.case_id = any(${caseIds})
     group by w.case_id`)

export interface Indexed {
  caseId: string
  terms: string[]
}

/**
 * Puts the terms of some cases in the place of what was there, with the marks by which a search is narrowed: the
 * stretches in which a case stands for good (`STRETCHES`), who has it, and whether it is open (`marks.ts`).
 */
export const putTerms = (tx: Db, indexed: Indexed[]) =>
  tx.run(sql`
    insert into case_search (case_id, position, terms)
    select f.id, f.position,
           array_to_tsvector(f.terms || ${marks} || array_remove(array[
             '=' || f.entity_id, '~' || f.unit_id, '~' || f.handler_id::text, '#' || f.category_id, '%' || f.place_id,
             case when f.stage <> 'closed' then '!open' end], null))
      from (select c.id, c.entity_id, c.unit_id, c.handler_id, c.category_id, c.place_id, c.stage, coalesce(s.position, nextval('case_search_position')) as position,
                   array(select jsonb_array_elements_text(i.terms)) as terms
              from jsonb_to_recordset(${json(indexed)}::jsonb) as i ("caseId" uuid, terms jsonb)
              join cases c on c.id = i."caseId"
              left join case_search s on s.case_id = c.id) f
    on conflict (case_id) do update set terms = excluded.terms
     where case_search.terms <> excluded.terms`)

const marks = sql`array[${join(STRETCHES.map(({ mark, bits }) => sql`${mark}::text || (f.position >> ${bits}::int)`))}]`

/** After the last position that was given to a case. */
export const endOfSearch = async (db: Db): Promise<number> =>
  ((await db.row<{ last: number }>(sql`select last_value as last from case_search_position`))?.last ?? 0) + 1
