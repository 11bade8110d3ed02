import { type Db, json, sql } from '#platform'

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

/** Puts the terms of some cases in the place of what was there. */
export const putTerms = (tx: Db, indexed: Indexed[]) =>
  tx.run(sql`
    insert into case_search (case_id, entity_id, open, terms)
    select c.id, c.entity_id, c.stage <> 'closed',
           array_to_tsvector(array(select jsonb_array_elements_text(i.terms)))
      from jsonb_to_recordset(${json(indexed)}::jsonb) as i ("caseId" uuid, terms jsonb)
      join cases c on c.id = i."caseId"
    on conflict (case_id) do update
       set entity_id = excluded.entity_id, open = excluded.open, terms = excluded.terms`)
