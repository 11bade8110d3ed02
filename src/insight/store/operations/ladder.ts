import { raw, sql } from '#platform'
import { LEVELS } from '../../model/operations/board.ts'

/* What the wall counts and what its lists show are said once: of `cases c` and, where they have climbed, of their rungs. */

/** Whose work the clock that runs is; '' for the central office. */
export const HOLDER = sql`case when c.clock in ('reply', 'first-action') then coalesce(c.entity_id, '') else '' end`

/** Cases on the ladder of the clock that runs, with each of its rungs that they have climbed. */
export const CLIMBED = sql`
  cases c join ladder_rungs r on r.id = any(c.climbed)
       -- Until its first act an entity's reply runs as well.
       and (r.clock = c.clock or (r.clock = 'reply' and c.clock = 'first-action'))
 where c.stage <> 'closed' and c.climbed <> '{}'`

/** How high a case has climbed: the place of its level among all, from 1. */
export const HEIGHT = sql`max(case when 'operator' = any(r.tells) then 4 when 'minister' = any(r.tells) then 3
                                when 'head' = any(r.tells) then 2 else 1 end)`

/** The level of a height. */
export const LEVEL = raw(`(array[${LEVELS.map((level) => `'${level}'`).join(', ')}])[height]`)

/**
 * Cases of which a clock of somebody in government ends within a time. Whatever is to climb is found by when it next
 * does.
 */
export const endingWithin = (now: Temporal.Instant, until: Temporal.Instant) => sql`
  cases c
 where c.next_act_at <= ${until} and c.clock_due > ${now} and c.clock_due <= ${until}
   and c.clock in ('routing', 'first-action', 'reply', 'verification', 'release', 'objection-review')`
