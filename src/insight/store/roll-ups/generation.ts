import { type Db, sql } from '#platform'

/** The generation of figures that is read and kept in step. */
export const currentGeneration = async (db: Db): Promise<number> =>
  (await db.row<{ generation: number }>(sql`select generation from rollup_generation`))?.generation ?? 1

export const setGeneration = (tx: Db, generation: number) =>
  tx.run(sql`update rollup_generation set generation = ${generation}`)

/** Figures that are written: in the tables that are read, or in those that a rebuild fills. */
export interface Generation {
  number: number
  next: boolean
}

export const tableOf = ({ next }: Generation, table: string): string => (next ? `next_${table}` : table)

/**
 * Waits until nobody else rebuilds; until this transaction ends nobody does. It rests meanwhile, however long that takes,
 * and the second statement lets go of the snapshot of the first, which would keep alive whatever is deleted.
 */
export async function rebuildAlone(tx: Db): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('roll-ups-rebuilding'))`)
  await tx.run(sql`set local idle_in_transaction_session_timeout = 0`)
}

/** Makes the tables that a rebuild fills; what an earlier one left in them goes. */
export const beginGeneration = (tx: Db) => tx.run(sql`select begin_generation()`)

/** Lets PostgreSQL plan for the differences that were gathered. */
export const measureNext = (tx: Db) => tx.run(sql`select measure_next_tables()`)

/** What a rebuild has filled gets its indexes. */
export const indexNext = (
  tx: Db,
  generation: number,
  table: 'case_figures' | 'case_acts' | 'rollup_cells' | 'rollup_durations' | 'rollup_histograms',
) => tx.run(sql`select index_next_table(${table}, ${generation}::smallint)`)

/** The tables that a rebuild filled become part of those that are read, as a generation that nobody asks for yet. */
export const endGeneration = (tx: Db, generation: number) =>
  tx.run(sql`select end_generation(${generation}::smallint)`)

/** Forgets a generation that is not read. @returns false while somebody may still have it in hand */
export const dropGeneration = async (db: Db, generation: number): Promise<boolean> =>
  (await db.row<{ gone: boolean }>(sql`select drop_generation(${generation}::smallint) as gone`))?.gone ??
  false

/** The consumer `name` goes on where another stands, which is gone then. */
export async function takeCursor(tx: Db, name: string, from: string): Promise<void> {
  await tx.run(sql`
    update feed_cursors c set tx = f.tx, case_id = f.case_id, seq = f.seq, moved_at = now()
      from feed_cursors f where c.consumer = ${name} and f.consumer = ${from}`)
  await dropCursor(tx, from)
}

export const dropCursor = (tx: Db, name: string) =>
  tx.run(sql`delete from feed_cursors where consumer = ${name}`)

/** Waits for whoever moves it, and keeps it. */
export const holdCursor = (tx: Db, name: string) =>
  tx.run(sql`
    insert into feed_cursors (consumer) values (${name})
    on conflict (consumer) do update set moved_at = feed_cursors.moved_at`)

/** A cursor set to the beginning. */
export const startCursor = (tx: Db, name: string) =>
  tx.run(sql`
    insert into feed_cursors (consumer) values (${name})
    on conflict (consumer) do update
       set tx = '0', case_id = '00000000-0000-0000-0000-000000000000', seq = 0, moved_at = now()`)

/** Events that a consumer has not read. */
export const unread = async (db: Db, name: string): Promise<number> =>
  (
    await db.row<{ n: number }>(sql`
      select count(*) as n from case_events e
       where (e.tx, e.case_id, e.seq) >
             (select c.tx, c.case_id, c.seq from feed_cursors c where c.consumer = ${name})`)
  )?.n ?? 0

/** Whether a consumer has anything to read. */
export const behind = async (db: Db, name: string): Promise<boolean> =>
  Boolean(
    await db.row(sql`
      select 1 as behind from case_events e, feed_cursors c
       where c.consumer = ${name} and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`),
  )
