import { type Db, sql } from '#platform'

/** The cases of a problem's clusters become its own; those taken out before stay out. */
export const takeClusterCases = (tx: Db, problem: string) =>
  tx.run(sql`
    insert into problem_cases (problem_id, case_id, at)
    select k.problem_id, s.case_id, s.at
      from problem_clusters k join problem_sightings s on s.cluster_id = k.id
     where k.problem_id = ${problem}
    on conflict do nothing`)

export const addCase = (tx: Db, problem: string, caseId: string) =>
  tx.run(sql`
    insert into problem_cases (problem_id, case_id, at)
    select ${problem}::uuid, id, received_at from cases where id = ${caseId}
    on conflict (problem_id, case_id) do update set left_out = false`)

export const leaveOut = (tx: Db, problem: string, caseId: string) =>
  tx.run(sql`
    update problem_cases set left_out = true
     where problem_id = ${problem} and case_id = ${caseId} and not left_out`)

export async function moveCases(tx: Db, from: string, to: string): Promise<void> {
  await tx.run(sql`
    insert into problem_cases (problem_id, case_id, at)
    select ${to}::uuid, case_id, at from problem_cases where problem_id = ${from} and not left_out
    on conflict do nothing`)
  await tx.run(sql`update problem_cases set left_out = true where problem_id = ${from}`)
}

export interface Unsaid {
  problemId: string
  caseId: string
  /** Taken out of the problem, while its own history still says that it belongs to it; otherwise the other way round. */
  leftOut: boolean
}

/** Cases whose own history does not say yet what the problem says of them. */
export const unsaid = (tx: Db, limit: number) =>
  tx.rows<Unsaid>(sql`
    select problem_id as "problemId", case_id as "caseId", left_out as "leftOut" from problem_cases
     where (linked_seq is null) <> left_out
     limit ${limit} for update skip locked`)

/** @param seq of the event that says that it belongs to the problem; null where none does */
export const said = (tx: Db, { problemId, caseId }: Unsaid, seq: number | null) =>
  tx.run(sql`
    update problem_cases set linked_seq = ${seq}::int where problem_id = ${problemId} and case_id = ${caseId}`)

/** When each case of a problem was received. */
export const times = async (db: Db, problem: string): Promise<Temporal.Instant[]> =>
  (
    await db.rows<{ at: Temporal.Instant }>(sql`
      select at from problem_cases where problem_id = ${problem} and not left_out`)
  ).map(({ at }) => at)

/** The same for a proposal, whose cases are those of its cluster. */
export const clusterTimes = async (db: Db, problem: string): Promise<Temporal.Instant[]> =>
  (
    await db.rows<{ at: Temporal.Instant }>(sql`
      select s.at from problem_clusters k join problem_sightings s on s.cluster_id = k.id
       where k.problem_id = ${problem}`)
  ).map(({ at }) => at)

/** What not fixing it has cost so far. */
export interface Cost {
  cases: number
  people: number
  open: number
  /** From receipt to the answer, or to now, over all cases. */
  daysWaited: number
}

export const cost = (db: Db, problem: string, now: Temporal.Instant) =>
  db.row<Cost>(sql`
    with own as (
      select case_id from problem_cases where problem_id = ${problem} and not left_out
      union
      select s.case_id from problems p
        join problem_clusters k on k.problem_id = p.id
        join problem_sightings s on s.cluster_id = k.id
       where p.id = ${problem} and p.state in ('proposed', 'rejected')
    )
    select count(*)::int as cases,
           count(distinct coalesce(c.resident_id::text, q.phone, q.email, c.id::text))::int as people,
           count(*) filter (where c.stage not in ('answered', 'closed'))::int as open,
           coalesce(round(sum(greatest(0, extract(epoch from coalesce(c.answered_at, c.closed_at, ${now}) - c.received_at)))
             / 86400), 0)::int as "daysWaited"
      from own join cases c on c.id = own.case_id left join requesters q on q.case_id = c.id`)

/** What a case says, with the names that must not be seen; the newest first. */
export interface Sample {
  caseId: string
  at: Temporal.Instant
  language: string
  text: string
  names: string[]
}

export const samples = (db: Db, problem: string, limit: number) =>
  db.rows<Sample>(sql`
    with own as (
      select case_id from problem_cases where problem_id = ${problem} and not left_out
      union
      select s.case_id from problems p
        join problem_clusters k on k.problem_id = p.id
        join problem_sightings s on s.cluster_id = k.id
       where p.id = ${problem} and p.state in ('proposed', 'rejected')
    )
    select c.id as "caseId", c.received_at as at, c.language,
           left(coalesce(w.words ->> 'text', c.subject), 400) as text,
           array_remove(array[q.name, r.name], null) as names
      from own join cases c on c.id = own.case_id
      left join case_words w on w.case_id = c.id and w.seq = 1
      left join requesters q on q.case_id = c.id
      left join residents r on r.id = c.resident_id
     order by c.received_at desc, c.id limit ${limit}`)
