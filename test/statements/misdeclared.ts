import { type Db, type Sql, sql } from '#platform'

/** Statements that are wrong on purpose: whoever looks for such faults must find each of them, and no other. */
interface Told {
  number: string
  at: Temporal.Instant | null
  facts: Record<string, unknown>
  missing: boolean
}

export const wrongRow = (db: Db) => db.rows<Told>(sql`select seq as number, at, facts, role from case_events`)

export const leftOut = (db: Db) =>
  db.rows<{ outcome?: string; stage: 'received' | 'closed' }>(sql`select outcome, stage from cases`)

export const composed = (db: Db, open: boolean) =>
  db.row<{ id: number }>(sql`select id from cases where ${open ? isOpen : sql`true`}`)

export const noSuchColumn = (db: Db, id: string) =>
  db.run(sql`update staff set nickname = 'x' where id = ${id}`)

export const noRight = (db: Db, id: string) => db.run(sql`delete from case_events where case_id = ${id}`)

export const wrongInOneBranch = (db: Db, grants: readonly { role: string }[]) =>
  db.rows(
    sql`select id from cases where ${grants.some(({ role }) => role === 'head') ? sql`headed` : isOpen}`,
  )

export const outOfReach = (db: Db, open: Sql = isOpen) =>
  new Map([[isOpen.sql, () => db.run(sql`delete from drafts where ${open}`)]])

export const pieceOutOfReach = (db: Db, number: number) =>
  db.rows(sql`select id from cases where ${number < 0 ? sql`negative` : isOpen}`)

const isOpen = sql`stage <> 'closed'`

export const right = async (db: Db, id: string): Promise<boolean> => {
  const row = await db.row<{ id: string; kept: Buffer; tags: string[]; on: Temporal.PlainDate | null }>(sql`
    select case_id as id, body_hash as kept, array['x'] as tags, null::date as on
      from idempotency_keys where case_id = ${id}`)
  return row !== undefined
}
