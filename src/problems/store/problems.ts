import { type Db, json, type Sql, sql } from '#platform'
import type { Problem, ProblemEvent } from '../model/problem.ts'
import type { Reach } from '../model/reach.ts'
import type { State, StepName } from '../model/steps.ts'

const columns: Sql = sql`
  p.id, p.state, jsonb_build_object('ar', p.title_ar, 'en', p.title_en) as title, p.category_id as category,
  p.place_id as place, p.entity_id as entity, p.cause, p.fix, p.fix_by as "fixBy",
  case when p.told_ar is not null then jsonb_build_object('ar', p.told_ar, 'en', p.told_en) end as told,
  p.merged_into as "mergedInto", p.rejected_at_size as "rejectedAtSize", p.proposed_at as "proposedAt",
  p.opened_at as "openedAt", p.fixed_at as "fixedAt", p.judged_at as "judgedAt", p.followers, p.seq`

export const find = (db: Db, id: string) =>
  db.row<Problem>(sql`select ${columns} from problems p where p.id = ${id}`)

/** The problem, held until the transaction ends. */
export const lock = (tx: Db, id: string) =>
  tx.row<Problem>(sql`select ${columns} from problems p where p.id = ${id} for update`)

/** Writes a step and the problem as it leaves it; the first step makes it. */
export const record = (tx: Db, problem: Problem, event: ProblemEvent) =>
  tx.run(sql`
    with made as (
      insert into problems as p (id, state, title_ar, title_en, category_id, place_id, entity_id, cause, fix, fix_by,
             told_ar, told_en, merged_into, rejected_at_size, proposed_at, opened_at, fixed_at, judged_at,
             followers, seq)
      values (${problem.id}, ${problem.state}, ${problem.title.ar}, ${problem.title.en}, ${problem.category},
             ${problem.place}, ${problem.entity}, ${problem.cause}, ${problem.fix}, ${problem.fixBy}::date,
             ${problem.told?.ar ?? null}, ${problem.told?.en ?? null}, ${problem.mergedInto}::uuid,
             ${problem.rejectedAtSize}::int, ${problem.proposedAt}, ${problem.openedAt}::timestamptz,
             ${problem.fixedAt}::timestamptz, ${problem.judgedAt}::timestamptz, ${problem.followers}, ${problem.seq})
      on conflict (id) do update
         set (state, title_ar, title_en, category_id, place_id, entity_id, cause, fix, fix_by, told_ar, told_en,
              merged_into, rejected_at_size, proposed_at, opened_at, fixed_at, judged_at, followers, seq)
           = (excluded.state, excluded.title_ar, excluded.title_en, excluded.category_id, excluded.place_id,
              excluded.entity_id, excluded.cause, excluded.fix, excluded.fix_by, excluded.told_ar, excluded.told_en,
              excluded.merged_into, excluded.rejected_at_size, excluded.proposed_at, excluded.opened_at,
              excluded.fixed_at, excluded.judged_at, excluded.followers, excluded.seq)
      returning p.id)
    insert into problem_events (problem_id, seq, step, at, role, actor_id, facts)
    select id, ${event.seq}::int, ${event.step}, ${event.at}::timestamptz, ${event.role}, ${event.actorId}::uuid,
           ${json(event.facts)}::jsonb
      from made`)

export interface ToldEvent extends ProblemEvent {
  /** Who did it; nothing for the finder and time. */
  name: string | null
}

/** What was done to a problem, the newest first. */
export const history = (db: Db, id: string) =>
  db.rows<ToldEvent>(sql`
    select e.problem_id as "problemId", e.seq, e.step, e.at, e.role, e.actor_id as "actorId", e.facts, s.name
      from problem_events e left join staff s on s.id = e.actor_id
     where e.problem_id = ${id} order by e.seq desc`)

/** A problem in a list, with how many cases it has. */
export interface ListedProblem extends Problem {
  cases: number
  lastAt: Temporal.Instant | null
}

/** Problems of some states within reach, the largest first. */
export const list = (
  db: Db,
  { nation, entities, proposals }: Reach,
  states: readonly State[],
  limit: number,
) =>
  db.rows<ListedProblem>(sql`
    select ${columns}, n.cases, n.last_at as "lastAt"
      from problems p
     cross join lateral (
           select case when p.state in ('proposed', 'rejected')
                       then (select coalesce(sum(k.size), 0)::int from problem_clusters k where k.problem_id = p.id)
                       else (select count(*)::int from problem_cases c
                              where c.problem_id = p.id and not c.left_out) end as cases,
                  (select max(k.last_at) from problem_clusters k where k.problem_id = p.id) as last_at) n
     where p.state = any(${states as State[]}::text[])
       and (${nation} or p.entity_id = any(${proposals}::text[])
            or (p.entity_id = any(${entities}::text[]) and p.state not in ('proposed', 'rejected', 'merged')))
     order by n.cases desc, p.id desc limit ${limit}`)

/** Something that somebody should hear of. */
export interface News {
  id: string
  seq: number
  step: StepName
  actorId: string | null
  entity: string | null
  titleAr: string
  titleEn: string
}

export const news = (db: Db, since: Temporal.Instant) =>
  db.rows<News>(sql`
    select p.id, e.seq, e.step, e.actor_id as "actorId", p.entity_id as entity, p.title_ar as "titleAr",
           p.title_en as "titleEn"
      from problem_events e join problems p on p.id = e.problem_id
     where e.at > ${since} and e.step in ('propose', 'propose-again', 'accept', 'declare', 'come-back')
     order by e.at, p.id limit 200`)

/** Fixes whose verdict may have changed. */
export const toJudge = (db: Db) =>
  db.rows<{ id: string }>(sql`select id from problems where state in ('fixed', 'held') order by id`)

export const countFollower = (tx: Db, id: string) =>
  tx.run(sql`update problems set followers = followers + 1 where id = ${id}`)
