import { setTimeout as pause } from 'node:timers/promises'
import { type Consumer, catchUp, type Db, type Position, sql } from '#platform'

/** Reads until nothing is left: transactions of other tests on the same server hold the feed back for a moment. */
export async function heardAll<Item extends Position>(db: Db, consumer: Consumer<Item>): Promise<number> {
  for (let total = 0; ; await pause(20)) {
    total += await catchUp(db, consumer)
    const left = await db.row(sql`
      select 1 as behind from case_events e, feed_cursors c
       where c.consumer = ${consumer.name} and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`)
    if (!left) return total
  }
}
