import { type Db, sql } from '#platform'
import type { Coded } from '../model/statistics.ts'

type Day = Temporal.PlainDate

export interface ReportRow {
  id: Buffer
  kind: string
  stage: string
  replyKey: Buffer | null
  roster: Buffer
  received: Day
  acknowledgedOn: Day | null
  feedbackOn: Day | null
  closedOn: Day | null
  referredOn: Day | null
  outcome: string | null
  seriousness: string | null
  retaliation: string | null
  retaliated: boolean
  linked: Buffer | null
  held: boolean
}

const COLUMNS = sql`
  r.id, r.kind, r.stage, r.reply_key as "replyKey", r.roster, r.received, r.acknowledged_on as "acknowledgedOn",
  r.feedback_on as "feedbackOn", r.closed_on as "closedOn", r.referred_on as "referredOn", r.outcome, r.seriousness,
  r.retaliation, r.retaliated, r.linked, r.held`

export interface NewReport {
  id: Buffer
  kind: string
  access: Buffer | null
  replyKey: Buffer | null
  roster: Buffer
  received: Day
  linked: Buffer | null
}

/** Whether it was new: an id that is taken changes nothing. */
export async function insertReport(db: Db, report: NewReport): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.reports (id, kind, stage, access, reply_key, roster, received, linked)
    values (${report.id}, ${report.kind}, 'received', ${report.access}, ${report.replyKey}, ${report.roster},
            ${report.received}, ${report.linked})
    on conflict do nothing`)) === 1
  )
}

/** By what its reporter's browser derived from the receipt, hashed. */
export const reportByAccess = (db: Db, access: Buffer): Promise<ReportRow | undefined> =>
  db.row<ReportRow>(sql`select ${COLUMNS} from sealed.reports r where r.access = ${access}`)

/** Whether this id is taken by a report of this receipt, so that what is sent twice is one report. */
export async function isSameReport(db: Db, id: Buffer, access: Buffer): Promise<boolean> {
  const found = await db.row<{ same: boolean }>(sql`
    select exists (select from sealed.reports where id = ${id} and access = ${access}) as same`)
  return found?.same ?? false
}

/** An officer's report, locked against others who act on it; to whoever holds no envelope there is none. */
export const lockHeld = (db: Db, id: Buffer, officer: string): Promise<ReportRow | undefined> =>
  db.row<ReportRow>(sql`
    select ${COLUMNS} from sealed.reports r join sealed.holders h on h.report = r.id and h.officer = ${officer}
     where r.id = ${id} and r.stage <> 'erased' for update of r`)

export interface ListedRow extends ReportRow {
  news: number
  lastFromReporter: Day | null
}

export const listHeld = (db: Db, officer: string, closed: boolean, id: Buffer | null): Promise<ListedRow[]> =>
  db.rows<ListedRow>(sql`
    select ${COLUMNS}, coalesce(i.news, 0)::int as news, i.last as "lastFromReporter"
      from sealed.holders h
      join sealed.reports r on r.id = h.report
      left join lateral (select count(*) filter (where seq > h.seen) as news, max(day) as last
                           from sealed.items where report = r.id and sender = 'reporter') i on true
     where h.officer = ${officer} and r.stage <> 'erased'
       and case when ${id}::bytea is null then (r.stage = 'closed') = ${closed} else r.id = ${id} end`)

/** Writes where a step has led. */
export async function changeReport(db: Db, report: ReportRow): Promise<void> {
  await db.run(sql`
    update sealed.reports
       set stage = ${report.stage}, acknowledged_on = ${report.acknowledgedOn}, feedback_on = ${report.feedbackOn},
           closed_on = ${report.closedOn}, referred_on = ${report.referredOn}, outcome = ${report.outcome},
           seriousness = ${report.seriousness}, retaliation = ${report.retaliation},
           retaliated = ${report.retaliated}, held = ${report.held}
     where id = ${report.id}`)
}

/** Reports that were closed long enough ago and that nobody holds back. */
export const reportsToErase = (db: Db, closedBy: Day): Promise<{ id: Buffer }[]> =>
  db.rows<{ id: Buffer }>(sql`
    select id from sealed.reports where stage = 'closed' and not held and closed_on <= ${closedBy} limit 100`)

/** What may outlive its key: days and codes. */
export async function markErased(db: Db, id: Buffer, day: Day): Promise<void> {
  await db.run(sql`
    update sealed.reports set stage = 'erased', erased_on = ${day}, access = null, reply_key = null where id = ${id}`)
}

export const isReport = async (db: Db, id: Buffer): Promise<boolean> =>
  (
    await db.row<{ there: boolean }>(sql`
    select exists (select from sealed.reports where id = ${id} and stage <> 'erased') as there`)
  )?.there ?? false

export const codedReports = (
  db: Db,
): Promise<
  (Omit<Coded, 'feedbackInTime' | 'outcome' | 'closed'> & {
    closedOn: Day | null
    feedbackOn: Day | null
    outcome: string | null
  })[]
> =>
  db.rows<{
    received: Day
    acknowledgedOn: Day | null
    feedbackOn: Day | null
    closedOn: Day | null
    outcome: string | null
    retaliated: boolean
  }>(sql`
    select received, acknowledged_on as "acknowledgedOn", feedback_on as "feedbackOn",
           closed_on as "closedOn", outcome, retaliated
      from sealed.reports`)
