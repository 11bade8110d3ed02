import { type Db, sql } from '#platform'

/** New cases that the operator's model was not asked about, the oldest first; those whose words are gone are not among them. */
export const unasked = (db: Db, since: Temporal.Instant, most: number) =>
  db.rows<{ caseId: string; text: string }>(sql`
    select c.id as "caseId", concat_ws(chr(10), w.words ->> 'subject', w.words ->> 'text') as text
      from cases c join case_words w on w.case_id = c.id and w.seq = 1
     where c.stage = 'received' and c.received_at > ${since}
       and not exists (select from model_opinions o where o.case_id = c.id)
     order by c.id limit ${most}`)

export const putOpinion = (
  db: Db,
  opinion: { caseId: string; category: string | null; vector: readonly number[] | null; model: string },
  at: Temporal.Instant,
) =>
  db.run(sql`
    insert into model_opinions (case_id, category, vector, model, at)
    values (${opinion.caseId}, ${opinion.category}, ${opinion.vector ? [...opinion.vector] : null}::real[],
            ${opinion.model}, ${at})
    on conflict (case_id) do nothing`)

/** The category that the operator's model named for a case. */
export const opinionOn = async (db: Db, caseId: string): Promise<string | undefined> =>
  (
    await db.row<{ category: string | null }>(
      sql`select category from model_opinions where case_id = ${caseId}`,
    )
  )?.category ?? undefined

/** Vectors of some cases, where the operator's model made any. */
export const vectorsOf = async (db: Db, ids: string[]): Promise<ReadonlyMap<string, readonly number[]>> =>
  new Map(
    (
      await db.rows<{ id: string; vector: number[] }>(sql`
        select case_id as id, to_jsonb(vector) as vector from model_opinions
         where case_id = any(${ids}) and vector is not null`)
    ).map(({ id, vector }) => [id, vector]),
  )
