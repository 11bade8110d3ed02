import { type Db, join, raw, sql } from '#platform'
import { ACTS, columnOf } from '../../model/roll-ups/measures.ts'
import { type Generation, tableOf } from './generation.ts'
import type { Balance } from './reconcile.ts'

/** An act as it is counted: which measure, and whom it is credited to. */
export interface Credited {
  caseId: string
  seq: number
  measure: (typeof ACTS)[number]
  at: Temporal.Instant
  entity: string
  category: string
}

/** Acts that are counted, one by one, so that one comes from their number to them. */
export const putActs = (tx: Db, generation: Generation, acts: Credited[]) =>
  tx.copy({
    table: tableOf(generation, 'case_acts'),
    columns: ['generation', 'case_id', 'seq', 'measure', 'at', 'entity', 'category'],
    values: acts.map(({ caseId, seq, measure, at, entity, category }) => [
      generation.number,
      caseId,
      seq,
      columnOf(measure),
      at,
      entity,
      category,
    ]),
  })

/** The list of acts against their counts, by the day and whom they are credited to. */
export const actBalance = (db: Db, zone: string) =>
  db.row<Balance>(sql`
    with listed as (
      select measure, (at at time zone ${zone})::date as day, entity, category, count(*) as n
        from case_acts where ${OF_GENERATION} group by 1, 2, 3, 4
    ), kept as (
      select v.measure, day, entity, category, sum(v.n)::bigint as n
        from (select day, entity, category, ${NAMES} from rollup_cells
               where ${OF_GENERATION} and cube = 'full' and span = 'day' and basis = 'happened'
               union all
              select day, entity, category, ${NAMES} from rollup_deltas
               where ${OF_GENERATION} and basis = 'happened') d
       cross join lateral (values ${PAIRS}) v (measure, n)
       group by 1, 2, 3, 4 having sum(v.n) <> 0
    )
    select 'acts' as what, coalesce(sum(l.n), 0)::bigint as cases, coalesce(sum(k.n), 0)::bigint as "rollUps",
           count(*) filter (where coalesce(l.n, 0) <> coalesce(k.n, 0)) as differing
      from listed l full join kept k using (measure, day, entity, category)`)

const OF_GENERATION = sql`generation = (select generation from rollup_generation)`
const NAMES = join(ACTS.map((each) => raw(columnOf(each))))
/** `('handed', handed), …` */
const PAIRS = join(ACTS.map((each) => raw(`('${columnOf(each)}', ${columnOf(each)})`)))
