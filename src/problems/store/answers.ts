import { type Db, json, sql } from '#platform'

/** The one answer to all cases of a problem, as the `reply` step of a case takes it. */
export interface AnswerToAll {
  text: string
  outcome: string
  legalGround?: string
  otherRemedy?: string
}

export interface KeptAnswer {
  id: string
  reply: AnswerToAll
  at: Temporal.Instant
  writtenBy: string
  writer: string
}

export const keep = (tx: Db, { id, reply, writtenBy, at }: Omit<KeptAnswer, 'writer'>, problem: string) =>
  tx.run(sql`
    insert into problem_answers (id, problem_id, reply, written_by, at)
    values (${id}, ${problem}, ${json(reply)}::jsonb, ${writtenBy}, ${at})`)

/** The answer written last. */
export const latest = (db: Db, problem: string) =>
  db.row<KeptAnswer>(sql`
    select a.id, a.reply, a.at, a.written_by as "writtenBy", s.name as writer
      from problem_answers a join staff s on s.id = a.written_by
     where a.problem_id = ${problem} order by a.at desc, a.id desc limit 1`)

export const answered = (db: Db, answer: string, caseId: string, seq: number) =>
  db.run(sql`
    insert into problem_answered (answer_id, case_id, seq) values (${answer}, ${caseId}, ${seq}::int)
    on conflict (answer_id, case_id) do update set seq = excluded.seq`)

/** A case that the one answer is for, as far as it takes to send it on. */
export interface AnsweredCase {
  id: string
  reference: string
  subject: string
  stage: string
  entity: string | null
  receivedAt: Temporal.Instant
  repliedBy: string | null
  verifiedBy: string | null
  /** Its last event. */
  seq: number
  /** Whether the reply that stands in it is this answer, untouched since. */
  carries: boolean
}

/**
 * The cases of a problem, with whether the answer is what they carry now: the reply it became is the newest reply
 * of the case.
 */
export const casesOf = (db: Db, problem: string, answer: string | null, stages: string[], limit: number) =>
  db.rows<AnsweredCase>(sql`
    select c.id, c.reference, c.subject, c.stage, c.entity_id as entity, c.received_at as "receivedAt",
           c.replied_by as "repliedBy", c.verified_by as "verifiedBy", c.seq,
           exists (select from problem_answered a
                    where a.answer_id = ${answer}::uuid and a.case_id = c.id
                      and not exists (select from case_events e
                                       where e.case_id = c.id and e.step = 'reply' and e.seq > a.seq)) as carries
      from problem_cases o join cases c on c.id = o.case_id
     where o.problem_id = ${problem} and not o.left_out and c.stage = any(${stages}::text[])
     order by c.received_at, c.id limit ${limit}`)

export interface StageCount {
  stage: string
  cases: number
}

export const stagesOf = (db: Db, problem: string) =>
  db.rows<StageCount>(sql`
    select c.stage, count(*)::int as cases from problem_cases o join cases c on c.id = o.case_id
     where o.problem_id = ${problem} and not o.left_out group by 1`)
