import { type Db, type Sql, sql } from '#platform'

/** A key that its sender may use again for the same intention: a header of the API, or a draft's id. */
export interface IntentKey {
  /** Whose key: two senders may choose the same one. */
  scope: string
  key: string
  bodyHash: Buffer
}

/** What a key already stands for. */
export interface Kept {
  bodyHash: Buffer
  caseId: string
  seq: number
}

export const kept = (db: Db, { scope, key }: IntentKey) =>
  db.row<Kept>(sql`
    select body_hash as "bodyHash", case_id as "caseId", seq from idempotency_keys
     where scope = ${scope} and key = ${key}`)

/** Writes the key; touches no row when it was used before, after waiting for whoever is using it now. */
export const keyInsert = ({ scope, key, bodyHash }: IntentKey, caseId: string, seq: number): Sql => sql`
  insert into idempotency_keys (scope, key, body_hash, case_id, seq)
  values (${scope}, ${key}, ${bodyHash}, ${caseId}, ${seq})
  on conflict do nothing`

export const keep = (tx: Db, key: IntentKey, caseId: string, seq: number) =>
  tx.run(keyInsert(key, caseId, seq))
