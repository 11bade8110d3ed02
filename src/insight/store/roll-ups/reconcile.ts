import { type Db, raw, sql } from '#platform'
import { columnOf, MEASURES } from '../../model/roll-ups/measures.ts'

/** One thing, counted twice. */
export interface Balance {
  what: string
  /** Counted from the cases and their events. */
  cases: number
  /** As the roll-ups say. */
  rollUps: number
  /** Cells (a day, an entity, a category …) in which the two differ. */
  differing: number
}

/** Everything that is read in this transaction is read as it stood at its first statement. */
export const atOneMoment = (tx: Db) => tx.run(sql`set transaction isolation level repeatable read, read only`)

/**
 * Every cell of the whole grain, counted from cases and events by one statement that shares nothing with the way the
 * roll-ups are kept, against what they hold. Nothings are left out before they are sorted: with them a million cases
 * took more than 30 GB of temporary files.
 */
export const balances = (db: Db, zone: string) =>
  db.rows<Balance>(sql`
    with said as (
      select distinct on (case_id, facts->>'problem') case_id, step from case_events
       where step in ('link', 'unlink') and facts ? 'problem'
       order by case_id, facts->>'problem', seq desc
    ), whole as (
      select c.*, c.id in (select s.case_id from said s where s.step = 'link') as known,
             coalesce(c.entity_id, '') as entity, coalesce(c.category_id, '') as category,
             coalesce(c.place_id, '') as place, coalesce(c.source, '') as from_source,
             case when c.answered_at is not null then c.answered_at
                  when c.source is not null and (c.outcome is null or c.outcome not in ('withdrawn', 'no-answer'))
                  then c.closed_at end as answered
        from cases c where c.parent_id is null
    ), standing as (
      select v.measure, (v.at at time zone ${zone})::date as day, entity, category, place, type, channel,
             from_source as source, v.n
        from whole cross join lateral (values
             ('received', received_at, 1),
             ('merged', received_at, (merged_into is not null)::int),
             ('still_open', received_at, (answered is null and closed_at is null)::int),
             ('recurring', received_at, (known and type = 'complaint')::int),
             ('answered', answered, 1),
             ('on_time', answered, (answered <= answer_by)::int),
             ('first_right', answered, (returns = 0 and reopens = 0 and objected_at is null)::int),
             ('entity_answered', answered, (replied_at is not null and entity_due is not null)::int),
             ('entity_on_time', answered, coalesce(replied_at <= entity_due, false)::int),
             ('rated', answered, (solved is not null)::int),
             ('solved_sum', answered, coalesce(solved, 0)),
             ('respect_sum', answered, coalesce(respect, 0)),
             ('satisfied', answered, (coalesce(solved, 0) >= 4)::int),
             ('closed', coalesce(answered, closed_at), 1),
             ('closed_late', coalesce(answered, closed_at), (coalesce(answered, closed_at) > answer_by)::int),
             ('refused', coalesce(answered, closed_at), coalesce(outcome = 'refused', false)::int),
             ('withdrawn', coalesce(answered, closed_at), coalesce(outcome = 'withdrawn', false)::int),
             ('unanswered', coalesce(answered, closed_at), coalesce(outcome = 'no-answer', false)::int),
             ('fell_due', answer_by, (coalesce(answered, closed_at, 'infinity') > answer_by)::int),
             ('first_actions', first_action_at, 1)) v (measure, at, n)
       where v.at is not null and v.n <> 0
    ), owed as (
      select v.measure, a.due_on as day, entity, category, place, type, channel, from_source as source, v.n
        from promised_actions a join whole on whole.id = a.case_id
       cross join lateral (values
             ('promised', 1),
             ('promised_kept', coalesce((a.done_at at time zone ${zone})::date <= a.due_on, false)::int)) v (measure, n)
       where a.told_at is not null and v.n <> 0
    ), held as (
      select case_id, step, at, facts, array_agg(case when step = 'refuse' then '' else coalesce(facts->>'entity', '') end)
                  filter (where step in ('submit', 'route', 'split', 'refuse')) over before as holders,
             array_agg(coalesce(facts->>'category', '')) filter (where step in ('submit', 'route')) over before as abouts
        from case_events
       where step in ('submit', 'split', 'route', 'refuse', 'return', 'reopen', 'object', 'uphold', 'extend', 'escalate')
      window before as (partition by case_id order by seq rows between unbounded preceding and 1 preceding)
    ), done as (
      select case h.step when 'route' then 'handed' when 'refuse' then 'bounced' when 'return' then 'returned'
                         when 'reopen' then 'reopened' when 'object' then 'objected' when 'uphold' then 'upheld'
                         when 'extend' then 'extended'
                         else case when h.facts->'tells' ? 'operator' then 'to_operations'
                                   when h.facts->'tells' ? 'minister' then 'to_minister'
                                   when h.facts->'tells' ? 'head' then 'to_head' else 'warned' end end as measure,
             (h.at at time zone ${zone})::date as day,
             case when h.step = 'route' then coalesce(h.facts->>'entity', '')
                  when h.step = 'escalate' and h.facts->>'clock' not in ('reply', 'first-action') then ''
                  else coalesce(h.holders[cardinality(h.holders)], '') end as entity,
             case when h.step = 'route' then coalesce(h.facts->>'category', '')
                  else coalesce(h.abouts[cardinality(h.abouts)], '') end as category,
             w.place, w.type, w.channel, w.from_source as source, 1 as n
        from held h join whole w on w.id = h.case_id
       where h.step in ('route', 'refuse', 'return', 'reopen', 'object', 'uphold', 'extend', 'escalate')
    ), counted as (
      select measure, day, entity, category, place, type, channel, source, sum(n)::bigint as n
        from (select * from standing union all select * from owed union all select * from done) every
       group by 1, 2, 3, 4, 5, 6, 7, 8
    ), kept as (
      select v.measure, day, entity, category, place, type, channel, source, sum(v.n)::bigint as n
        from (select day, entity, category, place, type, channel, source, ${MEASURE_NAMES} from rollup_cells
               where ${OF_GENERATION} and cube = 'full' and span = 'day' and basis = 'happened'
               union all
              select day, entity, category, place, type, channel, source, ${MEASURE_NAMES} from rollup_deltas
               where ${OF_GENERATION} and basis = 'happened') d
       cross join lateral (values ${MEASURE_PAIRS}) v (measure, n)
       where v.n <> 0
       group by 1, 2, 3, 4, 5, 6, 7, 8
    )
    select measure as what, coalesce(sum(c.n), 0)::bigint as cases, coalesce(sum(k.n), 0)::bigint as "rollUps",
           count(*) filter (where coalesce(c.n, 0) <> coalesce(k.n, 0)) as differing
      from counted c full join kept k using (measure, day, entity, category, place, type, channel, source)
     group by measure`)

/** Times to the answer, bin by bin, from the cases and as the histograms say, by the month of the answer. */
export const durationBalance = (db: Db, zone: string) =>
  db.row<Balance>(sql`
    with taken as (
      select received_at, source, entity_id, category_id, type,
             case when answered_at is not null then answered_at
                  when source is not null and (outcome is null or outcome not in ('withdrawn', 'no-answer'))
                  then closed_at end as answered
        from cases where parent_id is null
    ), counted as (
      select date_trunc('month', answered at time zone ${zone})::date as month, coalesce(entity_id, '') as entity,
             coalesce(category_id, '') as category, type, coalesce(source, '') as source,
             floor(extract(epoch from date_trunc('milliseconds', answered) - date_trunc('milliseconds', received_at))
                   / 8640 + 0.5)::int as bin, count(*) as n
        from taken where answered is not null group by 1, 2, 3, 4, 5, 6
    ), kept as (
      select month, entity, category, type, source, bin, sum(n)::bigint as n
        from (select month, entity, category, type, source, bin, n from rollup_durations
               where ${OF_GENERATION} and cube = 'entity-category' and basis = 'happened' and what = 'answer'
               union all
              select month, entity, category, type, source, bin, n from rollup_duration_deltas
               where ${OF_GENERATION} and basis = 'happened' and what = 'answer') d
       group by 1, 2, 3, 4, 5, 6
    )
    select 'durations' as what, coalesce(sum(c.n), 0)::bigint as cases, coalesce(sum(k.n), 0)::bigint as "rollUps",
           count(*) filter (where coalesce(c.n, 0) <> coalesce(k.n, 0)) as differing
      from counted c full join kept k using (month, entity, category, type, source, bin)`)

/** The coarser cubes against the whole grain: all counts of a measure, by cube and by what they stand on. */
export const cubeBalance = (db: Db) =>
  db.rows<Balance>(sql`
    with sums as (
      select cube || ' ' || span || ' ' || basis as what, basis, ${SUMS}
        from rollup_cells where ${OF_GENERATION} group by 1, 2
    ), totals as (
      select what, basis, v.measure, v.n from sums cross join lateral (values ${MEASURE_PAIRS}) v (measure, n)
    )
    select t.what, sum(f.n)::bigint as cases, sum(t.n)::bigint as "rollUps",
           count(*) filter (where f.n <> t.n) as differing
      from totals t join totals f on f.what = 'full month ' || t.basis and f.measure = t.measure
     group by t.what order by t.what`)

/** Histograms that tell no types apart against those of their months by type, bin by bin. */
export const longBalance = (db: Db) =>
  db.rows<Balance>(sql`
    with months as (
      select k.long || '-' || s.span as cube, what, date_trunc(s.span, month)::date as month,
             case when k.long = 'long-entity' then entity else '*' end as entity,
             case when k.long = 'long-category' then category else '*' end as category,
             case when k.long = 'long-governorate' then place else '*' end as place,
             case when k.long = 'long-channel' then channel else '*' end as channel, bin, sum(n)::bigint as n
        from rollup_durations
        join (values ('nation', 'long-nation'), ('entity', 'long-entity'), ('entity-category', 'long-category'),
                     ('governorate', 'long-governorate'), ('entity-channel', 'long-channel')) k (cube, long) using (cube)
       cross join (values ('month'), ('quarter'), ('year')) s (span)
       where ${OF_GENERATION} and basis = 'happened'
       group by 1, 2, 3, 4, 5, 6, 7, 8
    ), long as (
      select cube, what, month, entity, category, place, channel, bar.bin, bar.n::bigint as n
        from rollup_histograms cross join lateral unnest(bins, ns) bar (bin, n) where ${OF_GENERATION}
    )
    select cube as what, coalesce(sum(m.n), 0)::bigint as cases, coalesce(sum(l.n), 0)::bigint as "rollUps",
           count(*) filter (where coalesce(m.n, 0) <> coalesce(l.n, 0)) as differing
      from months m full join long l using (cube, what, month, entity, category, place, channel, bin)
     group by cube order by cube`)

/** Cases, and first events: every case has one. */
export const caseBalance = (db: Db) =>
  db.row<Balance>(sql`
    select 'cases' as what, (select count(*) from case_events where seq = 1) as cases,
           (select count(*) from case_figures where ${OF_GENERATION})
           + (select count(*) from cases where parent_id is not null) as "rollUps",
           (select count(*) from cases c
             where c.parent_id is null
               and not exists (select from case_figures f where ${OF_GENERATION} and f.case_id = c.id)) as differing`)

const OF_GENERATION = sql`generation = (select generation from rollup_generation)`
const MEASURE_NAMES = raw(MEASURES.map(columnOf).join(', '))
/** `sum(received)::bigint as received, …` */
const SUMS = raw(
  MEASURES.map(columnOf)
    .map((column) => `sum(${column})::bigint as ${column}`)
    .join(', '),
)
/** `('received', received), …` */
const MEASURE_PAIRS = raw(
  MEASURES.map(columnOf)
    .map((column) => `('${column}', ${column})`)
    .join(', '),
)
