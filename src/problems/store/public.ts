import { type Db, sql } from '#platform'
import type { State } from '../model/steps.ts'

/** A problem as everybody may see it; nothing of any case but their number. */
export interface PublicProblem {
  id: string
  state: State
  title: { ar: string; en: string }
  told: { ar: string; en: string } | null
  category: string | null
  place: string | null
  entity: string | null
  cases: number
  followers: number
  /** Of both, those that came after it was fixed. */
  since: number
  openedAt: Temporal.Instant | null
  fixedAt: Temporal.Instant | null
  judgedAt: Temporal.Instant | null
  /** Said on the residents' pages now. */
  announced: boolean
}

/** What was published of fixes, and what is announced now; the newest first. */
export const publicProblems = (db: Db, now: Temporal.Instant, limit: number) =>
  db.rows<PublicProblem>(sql`
    select p.id, p.state, jsonb_build_object('ar', p.title_ar, 'en', p.title_en) as title,
           case when p.told_ar is not null then jsonb_build_object('ar', p.told_ar, 'en', p.told_en) end as told,
           p.category_id as category, p.place_id as place, p.entity_id as entity, p.followers,
           (select count(*)::int from problem_cases c where c.problem_id = p.id and not c.left_out) as cases,
           (select count(*)::int from problem_cases c
             where c.problem_id = p.id and not c.left_out and c.at >= p.fixed_at)
           + (select count(*)::int from problem_followers f
               where f.problem_id = p.id and f.at >= p.fixed_at) as since,
           p.opened_at as "openedAt", p.fixed_at as "fixedAt", p.judged_at as "judgedAt", a.running as announced
      from problems p
     cross join lateral (select exists (
           select from problem_announcements n
            where n.problem_id = p.id and n.ended_at is null and n.until > ${now}) as running) a
     where (p.state in ('fixed', 'held') and p.told_ar is not null)
        or (p.state in ('open', 'fixing', 'came-back') and a.running)
     order by coalesce(p.fixed_at, p.opened_at) desc, p.id limit ${limit}`)
