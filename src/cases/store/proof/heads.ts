import { type Db, sql } from '#platform'
import type { Signed } from '../../model/proof/signing.ts'

/** A head as it is kept. */
export interface KeptHead extends Signed {
  day: Temporal.PlainDate
  number: number
  size: number
  growth: Buffer
}

export const lastHead = (db: Db) =>
  db.row<KeptHead>(sql`
    select day, number, size, signed, signature, growth from proof_heads order by number desc limit 1`)

/** The first head that covers a leaf. */
export const headOver = (db: Db, index: number) =>
  db.row<KeptHead>(sql`
    select day, number, size, signed, signature, growth from proof_heads
     where size > ${index} order by size, number limit 1`)

/** The newest first, from before a number. */
export const headsBefore = (db: Db, number: number, limit: number) =>
  db.rows<KeptHead>(sql`
    select day, number, size, signed, signature, growth from proof_heads
     where number < ${number} order by number desc limit ${limit}`)

/** Touches no row when another process was quicker. */
export const addHead = (tx: Db, head: KeptHead) =>
  tx.run(sql`
    insert into proof_heads (day, number, size, signed, signature, growth)
    values (${head.day}, ${head.number}, ${head.size}, ${head.signed}, ${head.signature}, ${head.growth})
    on conflict do nothing`)
