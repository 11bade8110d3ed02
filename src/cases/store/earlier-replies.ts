import { type Db, sql } from '#platform'

/** Texts of an entity's latest replies to other cases. */
export const earlierReplies = async (db: Db, entity: string, except: string): Promise<string[]> =>
  (
    await db.rows<{ text: string }>(sql`
      select w.words ->> 'text' as text
        from (select id from cases
               where entity_id = ${entity} and id <> ${except} and replied_at is not null
               order by id desc limit 30) c
        join lateral (select seq from case_events e
                       where e.case_id = c.id and e.step = 'reply' order by seq desc limit 1) e on true
        join case_words w on w.case_id = c.id and w.seq = e.seq
       where w.words ->> 'text' is not null`)
  ).map(({ text }) => text)
