import { type Db, join, raw, type Sql, sql } from '#platform'
import { binOf } from '../../model/roll-ups/contribution.ts'
import { ACT_STEPS, type Act } from '../../model/roll-ups/credit.ts'
import type { CaseFigures } from '../../model/roll-ups/figures.ts'
import { type Generation, tableOf } from './generation.ts'

/** Which column of `case_figures` holds what. */
const COLUMNS: Record<keyof CaseFigures, string> = {
  caseId: 'case_id',
  entity: 'entity',
  category: 'category',
  place: 'place',
  type: 'type',
  channel: 'channel',
  source: 'source',
  receivedAt: 'received_at',
  answerBy: 'answer_by',
  routedAt: 'routed_at',
  firstActionAt: 'first_action_at',
  repliedAt: 'replied_at',
  entityDue: 'entity_due',
  answeredAt: 'answered_at',
  closedAt: 'closed_at',
  outcome: 'outcome',
  merged: 'merged',
  recurring: 'recurring',
  objected: 'objected',
  bounces: 'bounces',
  returns: 'returns',
  reopens: 'reopens',
  solved: 'solved',
  respect: 'respect',
  promisedOn: 'promised_on',
  keptOn: 'kept_on',
}
const FIELDS = Object.keys(COLUMNS) as (keyof CaseFigures)[]

/** What some cases counted for until now; they stay locked. */
export const figuresBefore = (tx: Db, generation: Generation, caseIds: string[]) =>
  tx.rows<CaseFigures>(sql`
    select case_id as "caseId", entity, category, place, type, channel, source, received_at as "receivedAt",
           answer_by as "answerBy", routed_at as "routedAt", first_action_at as "firstActionAt",
           replied_at as "repliedAt", entity_due as "entityDue", answered_at as "answeredAt",
           closed_at as "closedAt", outcome, merged, recurring, objected, bounces, returns, reopens, solved, respect,
           promised_on::text[] as "promisedOn", kept_on::text[] as "keptOn"
      from ${raw(tableOf(generation, 'case_figures'))}
     where generation = ${generation.number} and case_id = any(${caseIds}::uuid[])`)

/**
 * What some cases count for as they stand. Parts of a split case are left out: the whole is counted.
 *
 * @param zone in which the day lies on which something promised was done
 */
export const figuresNow = (tx: Db, caseIds: string[], zone: string) =>
  tx.rows<CaseFigures>(sql`
    select c.id as "caseId", coalesce(c.entity_id, '') as entity, coalesce(c.category_id, '') as category,
           coalesce(c.place_id, '') as place, c.type, c.channel, coalesce(c.source, '') as source,
           c.received_at as "receivedAt", c.answer_by as "answerBy", c.routed_at as "routedAt",
           c.first_action_at as "firstActionAt", c.replied_at as "repliedAt", c.entity_due as "entityDue",
           a.at as "answeredAt", coalesce(a.at, c.closed_at) as "closedAt", coalesce(c.outcome, '') as outcome,
           c.merged_into is not null as merged, c.objected_at is not null as objected, c.bounces, c.returns,
           c.reopens, c.solved, c.respect, p.promised as "promisedOn", p.kept as "keptOn",
           c.type = 'complaint' and exists (
             select from problem_cases o where o.case_id = c.id and o.linked_seq is not null) as recurring
      from cases c
     cross join lateral (select ${ANSWERED_AT}) a (at)
     cross join lateral (
           select coalesce(array_agg(due_on::text order by number), '{}') as promised,
                  coalesce(array_agg(due_on::text order by number)
                           filter (where (done_at at time zone ${zone})::date <= due_on), '{}') as kept
             from promised_actions where case_id = c.id and told_at is not null) p
     where c.id = any(${caseIds}::uuid[]) and c.parent_id is null`)

/** Older systems knew when a case was closed, not when it was answered. Of `cases c`. */
export const ANSWERED_AT: Sql = sql`
  coalesce(c.answered_at, case when c.source is not null and coalesce(c.outcome, '') not in ('withdrawn', 'no-answer')
                               then c.closed_at end)`

/** Puts what cases count for in the place of what was there. */
export async function putFigures(tx: Db, generation: Generation, figures: CaseFigures[]): Promise<void> {
  await tx.run(sql`
    delete from ${raw(tableOf(generation, 'case_figures'))}
     where generation = ${generation.number} and case_id = any(${figures.map(({ caseId }) => caseId)}::uuid[])`)
  await tx.copy({
    table: tableOf(generation, 'case_figures'),
    columns: ['generation', 'answer_bin', ...FIELDS.map((field) => COLUMNS[field])],
    values: figures.map((each) => [
      generation.number,
      each.answeredAt && binOf('answer', each.receivedAt, each.answeredAt),
      ...FIELDS.map((field) => each[field]),
    ]),
  })
}

/** What was done at some events, and who held the case until then; what is no counted act is left out. */
export const actsAt = (tx: Db, events: { caseId: string; seq: number }[]) =>
  tx.rows<Act>(sql`
    select e.case_id as "caseId", e.seq, e.step, e.at, h.holder, b.about, e.facts->>'entity' as entity,
           e.facts->>'category' as category,
           case when e.facts ? 'tells' then array(select jsonb_array_elements_text(e.facts->'tells')) end as tells,
           e.facts->>'clock' as clock
      from unnest(${events.map(({ caseId }) => caseId)}::uuid[], ${events.map(({ seq }) => seq)}::int[])
           as given (case_id, seq)
      join case_events e using (case_id, seq)
      left join lateral (${HOLDER}) h on true
      left join lateral (${ABOUT}) b on true
     where e.step in (${join(ACT_STEPS.map((step) => raw(`'${step}'`)))})`)

/** Who held a case just before its event `e`. */
export const HOLDER: Sql = sql`
  select case when p.step <> 'refuse' then p.facts->>'entity' end as holder from case_events p
   where p.case_id = e.case_id and p.seq < e.seq and p.step in ('submit', 'route', 'split', 'refuse')
   order by p.seq desc limit 1`

/** What it was about just before its event `e`. */
export const ABOUT: Sql = sql`
  select p.facts->>'category' as about from case_events p
   where p.case_id = e.case_id and p.seq < e.seq and p.step in ('submit', 'route')
   order by p.seq desc limit 1`
