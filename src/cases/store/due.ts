import { type Db, sql } from '#platform'

/** Cases on which time itself acts now: a question nobody answered, a window in which nobody objected. */
export const timeIsUp = (tx: Db, now: Temporal.Instant, limit: number) =>
  tx.rows<{ id: string; clock: 'resident-answer' | 'objection-window' }>(sql`
    select id, clock from cases
     where clock in ('resident-answer', 'objection-window') and clock_due <= ${now}
     order by clock_due limit ${limit}
       for update skip locked`)
