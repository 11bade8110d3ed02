import { type Db, sql } from '#platform'
import type { ReplyOutcome } from '../model/stages.ts'

/** A text that an entity begins its replies with. Without an entity it is everybody's. */
export interface ReplyTemplate {
  id: string
  entity: string | null
  name: string
  body: string
  language: 'ar' | 'en'
  outcome: ReplyOutcome | null
  active: boolean
}

const columns = sql`id, entity_id as entity, name, body, language, outcome, active`

/** Active templates for a reply of one entity: its own and everybody's. */
export const templatesFor = (db: Db, entity: string | null) =>
  db.rows<ReplyTemplate>(sql`
    select ${columns} from reply_templates
     where active and (entity_id is null or entity_id = ${entity}) order by entity_id nulls last, name, id limit 200`)

/** @param entities null for all */
export const templatesOf = (db: Db, entities: readonly string[] | null) =>
  db.rows<ReplyTemplate>(sql`
    select ${columns} from reply_templates
     where ${entities}::text[] is null or entity_id = any(${entities}::text[])
     order by active desc, entity_id nulls first, name, id limit 1000`)

export const template = (db: Db, id: string) =>
  db.row<ReplyTemplate>(sql`select ${columns} from reply_templates where id = ${id}`)

export const putTemplate = (db: Db, { id, entity, name, body, language, outcome, active }: ReplyTemplate) =>
  db.run(sql`
    insert into reply_templates (id, entity_id, name, body, language, outcome, active)
    values (${id}, ${entity}, ${name}, ${body}, ${language}, ${outcome}, ${active})
    on conflict (id) do update
       set entity_id = excluded.entity_id, name = excluded.name, body = excluded.body,
           language = excluded.language, outcome = excluded.outcome, active = excluded.active`)
