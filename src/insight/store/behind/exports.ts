import { type Db, json, sql } from '#platform'

/** A list of cases that somebody took along. */
export interface ListExport {
  id: string
  by: string
  at: Temporal.Instant
  asked: Record<string, string>
  lines: number
}

export const addListExport = (db: Db, { id, by, at, asked, lines }: ListExport) =>
  db.run(sql`
    insert into case_exports (id, staff_id, at, asked, lines)
    values (${id}, ${by}, ${at}, ${json(asked)}, ${lines})`)
