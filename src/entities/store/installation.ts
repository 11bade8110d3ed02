import { type Db, sql } from '#platform'

export interface Installation {
  country: string | null
  timeZone: string | null
}

/** The one row that says which country this is, held until the transaction ends. */
export async function lockInstallation(tx: Db): Promise<Installation> {
  const row = await tx.row<Installation>(sql`
    select country, time_zone as "timeZone" from installation for update`)
  return row ?? { country: null, timeZone: null }
}

export const nameCountry = (tx: Db, country: string, timeZone: string) =>
  tx.run(sql`update installation set country = ${country}, time_zone = ${timeZone}`)

export const hasEntities = async (db: Db): Promise<boolean> =>
  (await db.row(sql`select id from entities limit 1`)) !== undefined
