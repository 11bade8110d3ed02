import { type Db, sql } from '#platform'
import type { PublishedKey } from '../../model/proof/key-record.ts'

export interface KeptKey extends PublishedKey {
  id: string
  number: number
}

export const keys = (db: Db) =>
  db.rows<KeptKey>(sql`select id, number, signed, signature, approval from proof_keys order by number`)

export const lastKey = (db: Db) =>
  db.row<KeptKey>(sql`
    select id, number, signed, signature, approval from proof_keys order by number desc limit 1`)

/** Touches no row when another process was quicker. */
export const addKey = (db: Db, key: KeptKey) =>
  db.run(sql`
    insert into proof_keys (id, number, signed, signature, approval)
    values (${key.id}, ${key.number}, ${key.signed}, ${key.signature}, ${key.approval})
    on conflict do nothing`)
