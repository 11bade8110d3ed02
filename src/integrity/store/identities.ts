import { type Db, sql } from '#platform'

type Day = Temporal.PlainDate

export async function insertIdentity(
  db: Db,
  report: Buffer,
  item: Buffer,
  commitment: Buffer,
): Promise<void> {
  await db.run(sql`
    insert into sealed.identities (report, item, commitment) values (${report}, ${item}, ${commitment})`)
}

export const identityOf = (db: Db, report: Buffer) =>
  db.row<{ item: Buffer; commitment: Buffer }>(sql`
    select item, commitment from sealed.identities where report = ${report}`)

export interface RequestRow {
  request: Buffer
  report: Buffer
  officer: string
  day: Day
  state: string
}

export const requestsOf = (db: Db, report: Buffer): Promise<RequestRow[]> =>
  db.rows<RequestRow>(sql`
    select request, report, officer, day, state from sealed.identity_requests where report = ${report} order by day`)

/** All that this custodian has a share for, the open ones first. */
export const requestsFor = (db: Db, custodian: string): Promise<RequestRow[]> =>
  db.rows<RequestRow>(sql`
    select q.request, q.report, q.officer, q.day, q.state
      from sealed.identity_requests q join sealed.identities d on d.report = q.report
     where exists (select from sealed.envelopes e
                    where e.report = q.report and e.item = d.item and e.recipient = ${custodian}::text)
     order by q.state <> 'open', q.day desc`)

export const lockRequest = (db: Db, request: Buffer): Promise<RequestRow | undefined> =>
  db.row<RequestRow>(sql`
    select request, report, officer, day, state from sealed.identity_requests where request = ${request} for update`)

export async function insertRequest(db: Db, one: RequestRow): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.identity_requests (request, report, officer, day, state)
    values (${one.request}, ${one.report}, ${one.officer}, ${one.day}, ${one.state}) on conflict do nothing`)) ===
    1
  )
}

export async function setRequestState(db: Db, request: Buffer, state: string): Promise<void> {
  await db.run(sql`update sealed.identity_requests set state = ${state} where request = ${request}`)
}

export interface AnswerRow {
  request: Buffer
  custodian: string
  gave: boolean
  day: Day
  sealed: Buffer | null
}

export async function insertAnswer(db: Db, answer: AnswerRow): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.identity_answers (request, custodian, gave, day, sealed)
    values (${answer.request}, ${answer.custodian}, ${answer.gave}, ${answer.day}, ${answer.sealed})
    on conflict do nothing`)) === 1
  )
}

export const answersOf = (db: Db, report: Buffer): Promise<AnswerRow[]> =>
  db.rows<AnswerRow>(sql`
    select a.request, a.custodian, a.gave, a.day, a.sealed
      from sealed.identity_answers a join sealed.identity_requests q using (request)
     where q.report = ${report} order by a.day`)
