import { type Db, json, sql } from '#platform'
import type { SeriesName } from '../../model/forecasts/series.ts'

/** The seven days that end with a day, and that day alone. */
export interface KeptExpectation extends SeriesName {
  week: number
  weekLow: number
  weekHigh: number
  weeks: number
  today: number
  todayLow: number
  todayHigh: number
  hours: number[]
}

/** When a day's expectations were made, and of how many cases. */
export const lastMade = (db: Db, day: Temporal.PlainDate) =>
  db.row<{ at: Temporal.Instant; history: number }>(sql`
    select made_at as at, history from expectations where day = ${day}::date order by made_at desc limit 1`)

/** Puts a day's expectations in the place of what was there, and forgets those of a year ago. */
export async function put(
  tx: Db,
  day: Temporal.PlainDate,
  found: readonly KeptExpectation[],
  history: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(
    sql`delete from expectations where day = ${day}::date or day < ${day.subtract({ days: 400 })}::date`,
  )
  await tx.run(sql`
    insert into expectations (dimension, key, day, week, week_low, week_high, weeks, today, today_low, today_high, hours,
                              history, made_at)
    select e.dimension, e.key, ${day}::date, e.week, e."weekLow", e."weekHigh", e.weeks, e.today, e."todayLow",
           e."todayHigh", array(select jsonb_array_elements_text(e.hours)::float8), ${history}, ${now}
      from jsonb_to_recordset(${json(found)}::jsonb) as e(dimension text, key text, week float8, "weekLow" float8,
           "weekHigh" float8, weeks int, today float8, "todayLow" float8, "todayHigh" float8, hours jsonb)`)
}

export const ofDay = (db: Db, day: Temporal.PlainDate) =>
  db.rows<KeptExpectation>(sql`
    select dimension, key, week, week_low as "weekLow", week_high as "weekHigh", weeks, today,
           today_low as "todayLow", today_high as "todayHigh", hours
      from expectations where day = ${day}::date order by dimension, key`)

/** Cases received in each hour of the day, in the country's time. */
export const hourly = (db: Db, from: Temporal.Instant, to: Temporal.Instant, zone: string) =>
  db.rows<{ hour: number; n: number }>(sql`
    select extract(hour from received_at at time zone ${zone})::int as hour, count(*) as n from case_figures
     where generation = (select generation from rollup_generation) and received_at >= ${from} and received_at < ${to}
     group by 1 order by 1`)

/** The same of each entity; '' for what has none yet. */
export const hourlyByEntity = (db: Db, from: Temporal.Instant, to: Temporal.Instant, zone: string) =>
  db.rows<{ entity: string; hour: number; n: number }>(sql`
    select coalesce(entity, '') as entity, extract(hour from received_at at time zone ${zone})::int as hour,
           count(*) as n
      from case_figures
     where generation = (select generation from rollup_generation) and received_at >= ${from} and received_at < ${to}
     group by 1, 2 order by 1, 2`)
