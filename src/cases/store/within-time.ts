import { type Db, sql } from '#platform'

/** Reads with a limit on the time of each statement. @returns undefined when it was not enough */
export async function withinTime<Found>(
  db: Db,
  milliseconds: number,
  read: (tx: Db) => Promise<Found>,
): Promise<Found | undefined> {
  try {
    return await db.transaction(async (tx) => {
      await tx.run(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`)
      return read(tx)
    })
  } catch (error) {
    if (isTimeout(error)) return undefined
    throw error
  }
}

/** PostgreSQL's query_canceled. */
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014'
