import { type Db, sql } from '#platform'

export interface StoredRoster {
  serial: number
  hash: Buffer
  document: string
  signature: Buffer
}

export const allRosters = (db: Db): Promise<StoredRoster[]> =>
  db.rows<StoredRoster>(sql`select serial, hash, document, signature from sealed.rosters order by serial`)

export const currentRoster = (db: Db): Promise<StoredRoster | undefined> =>
  db.row<StoredRoster>(sql`
    select serial, hash, document, signature from sealed.rosters order by serial desc limit 1`)

export async function insertRoster(db: Db, roster: StoredRoster, day: Temporal.PlainDate): Promise<void> {
  await db.run(sql`
    insert into sealed.rosters (serial, hash, document, signature, published_on)
    values (${roster.serial}, ${roster.hash}, ${roster.document}, ${roster.signature}, ${day})`)
}
