import { type Db, sql } from '#platform'

/** What people confirmed in one month, and how often it was what was proposed. */
export interface LessonMonth {
  month: string
  n: number
  first: number
  amongFive: number
  confidence: number
}

/** The last twelve months in which somebody confirmed anything, the newest first; by the country's months. */
export const lessonMonths = (db: Db, zone: string) =>
  db.rows<LessonMonth>(sql`
    select to_char(at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as n,
           (count(*) filter (where proposed = confirmed))::int as first,
           count(place)::int as "amongFive", avg(confidence)::float8 as confidence
      from suggestion_lessons where confirmed_by = 'person'
     group by 1 order by 1 desc limit 12`)

/** How sure each of the latest proposals sounded, and whether a person chose the same. */
export const lessonsSaid = (db: Db, most: number) =>
  db.rows<{ confidence: number; right: boolean }>(sql`
    select confidence::float8 as confidence, coalesce(proposed = confirmed, false) as right
      from suggestion_lessons where confirmed_by = 'person' order by at desc limit ${most}`)

export interface Mistaken {
  proposed: string
  confirmed: string
  n: number
}

/** The categories that are most often taken for another. */
export const mistakes = (db: Db, since: Temporal.Instant) =>
  db.rows<Mistaken>(sql`
    select proposed, confirmed, count(*)::int as n from suggestion_lessons
     where confirmed_by = 'person' and proposed <> confirmed and at > ${since}
     group by proposed, confirmed having count(*) > 1 order by n desc, proposed, confirmed limit 10`)

/** Of what might have gone without a person and was decided by one: how often the person chose the same entity's category. */
export const checks = (db: Db) =>
  db.row<{ n: number; right: number; answered: number }>(sql`
    select (count(*) filter (where sampled and confirmed_by = 'person'))::int as n,
           (count(*) filter (where sampled and confirmed_by = 'person' and proposed = confirmed))::int as right,
           (count(*) filter (where confirmed_by = 'answer'))::int as answered
      from suggestion_lessons`)
