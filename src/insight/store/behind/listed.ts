import { type Db, join, raw, type Sql, sql } from '#platform'
import { type Act, isAct, type Listable } from '../../model/behind/listable.ts'
import type { Listed } from '../../model/behind/listed.ts'
import type { Period } from '../../model/dashboard/period.ts'
import { DIMENSIONS } from '../../model/roll-ups/cubes.ts'
import { columnOf } from '../../model/roll-ups/measures.ts'
import type { Slice } from '../roll-ups/slice.ts'
import { AT, WHICH } from './which.ts'

/** What lies behind one number. */
export interface Wanted {
  figure: Listable
  /** The moments in which the period begins and ends. */
  from: Temporal.Instant
  to: Temporal.Instant
  /** What kind of period: all but a day end with a month. */
  kind: Period['kind']
  now: Temporal.Instant
  /** In which days begin. */
  zone: string
  filter: Filter
  /** Entities whose cases may be opened; undefined for all. */
  reached?: readonly string[]
}

type Filter = Pick<Slice, (typeof DIMENSIONS)[number]>

/** Within reach, a page of them: what is owed by its date, everything else from new to old. */
export const listed = (db: Db, wanted: Wanted, after: Listed | undefined, limit: number) => {
  const [order, beyond] = isOwed(wanted.figure) ? [raw('asc'), raw('>')] : [raw('desc'), raw('<')]
  const further = after
    ? sql`(at, case_id, nth) ${beyond} (${after.at}::timestamptz, ${after.caseId}::uuid, ${after.nth}::int)`
    : sql`true`
  const first = sql`order by at ${order}, case_id ${order}, nth ${order} limit ${limit}`
  // Of each part only its first: an index in that order then reads no further.
  const found = rowsOf(wanted).map(
    (rows) =>
      sql`(select case_id, at, nth from (${rows}) each where ${isReached(wanted)} and ${further} ${first})`,
  )
  return db.rows<Listed>(sql`
    select case_id as "caseId", at, nth from (${join(found, ' union all ')}) found ${first}`)
}

export interface Numbered {
  /** What the number itself says. */
  whole: number
  /** Of those, the ones within reach. */
  reached: number
}

export const countListed = (db: Db, wanted: Wanted) =>
  db.row<Numbered>(sql`
    select count(*) as whole, count(*) filter (where ${isReached(wanted)}) as reached
      from (${join(rowsOf(wanted), ' union all ')}) each`)

export const isOwed = (figure: Listable): figure is 'open' | 'overdue' =>
  figure === 'open' || figure === 'overdue'

/** `holder` is whoever has the case now, and decides who may open it. */
const isReached = ({ reached }: Wanted): Sql =>
  reached ? sql`holder = any(${[...reached]}::text[])` : sql`true`

/** All of them, in parts. */
function rowsOf(wanted: Wanted): Sql[] {
  const { figure, filter } = wanted
  if (isAct(figure)) return [actsOf(figure, wanted)]
  if (figure === 'promised' || figure === 'promisedKept') return [promisesOf(figure, wanted)]
  const at = raw(AT[figure])
  const from = (which: Sql) => sql`
    select f.case_id, ${at} as at, 0 as nth, f.entity as holder from case_figures f
     where ${ofGeneration('f')} and ${which} and ${within('f', filter)}`
  if (isOwed(figure)) return standing(figure, wanted).map(from)
  return [from(sql`${raw(WHICH[figure])} and ${at} >= ${wanted.from} and ${at} < ${wanted.to}`)]
}

/** What stands at the end of a period; of one that is over, also what has ended since: each by an index of its own. */
function standing(figure: 'open' | 'overdue', { to, now, kind }: Wanted): Sql[] {
  const over = Temporal.Instant.compare(to, now) <= 0
  const due = figure === 'open' ? sql`f.received_at < ${to}` : sql`f.answer_by < ${over ? to : now}`
  const still = sql`f.closed_at is null and ${due}`
  if (!over) return [still]
  return [still, sql`f.closed_at >= ${to} and ${due} and ${kind === 'day' ? sql`true` : STOOD}`]
}

/** Whoever stood at a month's end came and ended in two months, in any zone: the words of the index. */
const STOOD = sql`
  date_trunc('month', (least(f.received_at, f.answer_by) at time zone 'UTC') - interval '14 hours')
  <> date_trunc('month', (f.closed_at at time zone 'UTC') + interval '14 hours')`

/** Credited to whoever held the case then; it may be with somebody else now. */
const actsOf = (act: Act, { from, to, filter: { entity, category, ...filter } }: Wanted): Sql => sql`
    select a.case_id, a.at, a.seq as nth, f.entity as holder
      from case_acts a join case_figures f on f.generation = a.generation and f.case_id = a.case_id
     where ${ofGeneration('a')} and a.measure = ${columnOf(act)} and a.at >= ${from} and a.at < ${to}
       and ${within('a', { entity, category })} and ${within('f', filter)}`

/** Each on the day for which it was promised. */
const promisesOf = (figure: 'promised' | 'promisedKept', { from, to, zone, filter }: Wanted): Sql => sql`
    select f.case_id, p.day::timestamp at time zone ${zone} as at, p.nth::int as nth, f.entity as holder
      from case_figures f
     cross join lateral unnest(${raw(figure === 'promised' ? 'f.promised_on' : 'f.kept_on')})
           with ordinality p (day, nth)
     where ${ofGeneration('f')} and f.promised_on <> '{}' and ${within('f', filter)}
       and p.day::timestamp at time zone ${zone} >= ${from} and p.day::timestamp at time zone ${zone} < ${to}`

const ofGeneration = (table: 'a' | 'f'): Sql =>
  sql`${raw(table)}.generation = (select generation from rollup_generation)`

const within = (table: 'a' | 'f', filter: Filter): Sql =>
  join(
    [
      ...DIMENSIONS.flatMap((each) => {
        const values = filter[each]
        return values ? [sql`${raw(`${table}.${each}`)} = any(${[...values]}::text[])`] : []
      }),
      sql`true`,
    ],
    ' and ',
  )
