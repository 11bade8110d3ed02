import { type Db, json, sql } from '#platform'

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

export interface InstallationFacts extends Installation {
  /** Where a resident can turn outside the government's own desks. */
  outsideRemedy: Partial<Record<'ar' | 'en', string>> | null
  configuration: number
  /** The database's own version. */
  database: string
}

export const readFacts = (db: Db) =>
  db.row<InstallationFacts>(sql`
    select country, time_zone as "timeZone", outside_remedy as "outsideRemedy", configuration,
           current_setting('server_version') as database
    from installation`)

export const setInstallation = (
  tx: Db,
  { timeZone, outsideRemedy }: Pick<InstallationFacts, 'timeZone' | 'outsideRemedy'>,
) =>
  tx.run(sql`
    update installation set time_zone = ${timeZone}, outside_remedy = ${outsideRemedy && json(outsideRemedy)}::jsonb,
           configuration = configuration + 1`)
