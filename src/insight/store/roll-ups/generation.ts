import { type Db, sql } from '#platform'

/** The generation of figures that is read and kept in step. */
export const currentGeneration = async (db: Db): Promise<number> =>
  (await db.row<{ generation: number }>(sql`select generation from rollup_generation`))?.generation ?? 1

export const setGeneration = (tx: Db, generation: number) =>
  tx.run(sql`update rollup_generation set generation = ${generation}`)

/** Forgets a generation. */
export async function eraseGeneration(tx: Db, generation: number): Promise<void> {
  await tx.run(sql`delete from case_figures where generation = ${generation}`)
  await tx.run(sql`delete from case_acts where generation = ${generation}`)
  await tx.run(sql`delete from rollup_cells where generation = ${generation}`)
  await tx.run(sql`delete from rollup_deltas where generation = ${generation}`)
  await tx.run(sql`delete from rollup_durations where generation = ${generation}`)
  await tx.run(sql`delete from rollup_duration_deltas where generation = ${generation}`)
}

/** The consumer `name` goes on where another stands, which is gone then. */
export async function takeCursor(tx: Db, name: string, from: string): Promise<void> {
  await tx.run(sql`
    update feed_cursors c set tx = f.tx, case_id = f.case_id, seq = f.seq, moved_at = now()
      from feed_cursors f where c.consumer = ${name} and f.consumer = ${from}`)
  await tx.run(sql`delete from feed_cursors where consumer = ${from}`)
}

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
