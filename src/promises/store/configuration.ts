import { type Db, sql } from '#platform'

export async function configuration(db: Db): Promise<number> {
  const row = await db.row<{ number: number }>(sql`select configuration as number from installation`)
  return row?.number ?? 0
}

/**
 * Tells every process that configuration has changed. Its one row also makes administrators' changes
 * wait for each other, so that two of them never start the same version.
 */
export const raiseConfiguration = (tx: Db) =>
  tx.run(sql`update installation set configuration = configuration + 1`)
