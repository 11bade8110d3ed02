import { type Db, empty, raw, type Sql, sql } from '#platform'
import type { Lasted } from '../../model/roll-ups/cells.ts'
import { LONG_CUBES, LONG_SPANS, type LongCube, type LongSpan, longName } from '../../model/roll-ups/cubes.ts'
import { BARS, type Listed } from './bars.ts'
import { joinedFor, keptBy } from './columns.ts'
import { type Generation, tableOf } from './generation.ts'
import { joined, type Key, keyed, literal, ofGeneration, type Slice, within } from './slice.ts'

/*
 * Times without types, of months, quarters and years: a histogram is one row with all its bins. As rows of a bin each, a
 * year by category was forty thousand of them, strewn over as many pages as there were days to fold them.
 */

/** Adds what waits to the histograms of every cube that is long. */
export async function foldHistograms(tx: Db, generation: Generation): Promise<void> {
  for (const cube of (Object.keys(LONG_CUBES) as LongCube[]).toSorted())
    for (const span of LONG_SPANS) await foldLong(tx, generation, cube, span)
}

/** Whole spans in [from, to); a key may come in several rows. */
export const listHistograms = (
  db: Db,
  name: `${LongCube}-${LongSpan}`,
  { type: _, source: __, ...slice }: Slice,
  what: Lasted,
  by: Key | undefined,
) =>
  db.rows<Listed>(sql`
    select ${keyed(by)} as key, bins::text as bins, ns::text as ns
      from (select month as day, ${LONG_DIMENSIONS}, bins, ns from rollup_histograms
             where ${ofGeneration} and cube = ${literal(name)} and what = ${literal(what)}
               and ${within(slice, sql`month`)}) each${joined(by)}
    union all
    select key, ${BARS}
      from (select ${keyed(by)} as key, bin, n
              from (select month as day, ${LONG_DIMENSIONS}, bin, n from rollup_duration_deltas
                     where ${ofGeneration} and what = ${literal(what)} and basis = 'happened'
                       and ${within(slice, sql`month`)}) each${joined(by)}) waiting
     group by 1`)

/** What is added is put together with what a histogram holds, bin by bin. */
const foldLong = (tx: Db, generation: Generation, cube: LongCube, span: LongSpan) =>
  tx.run(sql`
    with added as materialized (
      select what, month, ${LONG_KEY}, bin, sum(n)::int as n
        from (select what, date_trunc(${span}, month)::date as month, ${keptBy(cube)}, bin, n
                from ${joinedFor(cube, tableOf(generation, 'rollup_duration_deltas'))}
               where generation = ${generation.number} and basis = 'happened') each
       group by 1, 2, 3, 4, 5, 6, 7
    )
    insert into ${raw(tableOf(generation, 'rollup_histograms'))}
           (generation, cube, what, month, ${LONG_KEY}, bins, ns)
    select ${generation.number}::smallint, ${longName(cube, span)}, what, month, ${LONG_KEY},
           array_agg(bin order by bin), array_agg(n order by bin)
      from (select what, month, ${LONG_KEY}, bin, sum(n)::int as n
              from (select * from added ${generation.next ? empty : sql`union all ${held(generation, longName(cube, span))}`}) found
             group by 1, 2, 3, 4, 5, 6, 7) bars
     group by 3, 4, 5, 6, 7, 8
     order by 3, 4, 5, 6, 7, 8
    ${
      generation.next
        ? empty
        : sql`
    on conflict (generation, cube, what, month, ${LONG_KEY}) do update set bins = excluded.bins, ns = excluded.ns`
    }`)

/** The bins of those histograms to which something is added. */
const held = ({ number }: Generation, name: string): Sql => sql`
    select what, month, ${LONG_KEY}, bar.bin, bar.n
      from rollup_histograms cross join lateral unnest(bins, ns) bar (bin, n)
     where generation = ${number} and cube = ${name}
       and (what, month, ${LONG_KEY}) in (select what, month, ${LONG_KEY} from added)`

const LONG_KEY = raw('entity, category, place, channel')
/** Of the dimensions of every other table two are never told apart. */
const LONG_DIMENSIONS = sql`${LONG_KEY}, '*' as type, '*' as source`
