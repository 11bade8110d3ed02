import { type Db, join, type Sql, sql } from '#platform'
import { partsOf, type SeriesName } from '../../model/forecasts/series.ts'

/** What the cases of a series are about, the latest first. Read to count words; never kept. */
export const subjectsOf = (
  db: Db,
  series: SeriesName,
  places: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  limit: number,
) =>
  db.rows<{ subject: string; place: string | null }>(sql`
    select c.subject, c.place_id as place from case_figures f join cases c on c.id = f.case_id
     where f.generation = (select generation from rollup_generation) and f.received_at >= ${from}
       and f.received_at < ${to} and ${belongs(series, places)}
     order by f.received_at desc limit ${limit}`)

function belongs(series: SeriesName, places: readonly string[]): Sql {
  const { entity, category, place } = partsOf(series)
  return join(
    [
      ...(entity ? [sql`f.entity = ${entity}`] : []),
      ...(category ? [sql`f.category = ${category}`] : []),
      ...(place ? [sql`f.place = any(${[...places]}::text[])`] : []),
      sql`true`,
    ],
    ' and ',
  )
}
