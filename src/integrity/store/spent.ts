import { type Db, sql } from '#platform'

type Day = Temporal.PlainDate

/** Whether this is the first use of what may be used once. */
export async function spend(db: Db, hash: Buffer, day: Day): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.spent (hash, day) values (${hash}, ${day}) on conflict do nothing`)) === 1
  )
}

export async function sweepSpent(db: Db, before: Day): Promise<void> {
  await db.run(sql`delete from sealed.spent where day < ${before}`)
}

export async function insertTicket(db: Db, hash: Buffer, day: Day): Promise<void> {
  await db.run(sql`insert into sealed.tickets (hash, day) values (${hash}, ${day})`)
}

/** Whether files may still be uploaded under this ticket. */
export async function isTicketOpen(db: Db, hash: Buffer): Promise<boolean> {
  const found = await db.row<{ open: boolean }>(sql`
    select used_by is null as open from sealed.tickets where hash = ${hash}`)
  return found?.open ?? false
}

/** Whether the ticket was free; from now on it is this report's. */
export async function takeTicket(db: Db, hash: Buffer, report: Buffer): Promise<boolean> {
  return (
    (await db.run(sql`
    update sealed.tickets set used_by = ${report} where hash = ${hash} and used_by is null`)) === 1
  )
}

export async function sweepTickets(db: Db, before: Day): Promise<void> {
  await db.run(sql`delete from sealed.tickets where day < ${before}`)
}
