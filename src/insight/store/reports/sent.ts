import { type Db, sql } from '#platform'

/** Notes that the reports of a period are being sent. @returns false when somebody already has */
export const claimReports = async (tx: Db, period: string, now: Temporal.Instant): Promise<boolean> =>
  (await tx.run(sql`
    insert into reports_sent (period, sent_at) values (${period}, ${now}) on conflict do nothing`)) > 0

export const wereSent = async (db: Db, period: string): Promise<boolean> =>
  (
    await db.row<{ sent: boolean }>(sql`
    select exists (select from reports_sent where period = ${period}) as sent`)
  )?.sent ?? false
