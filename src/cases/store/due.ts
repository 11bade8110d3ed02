import { type Db, json, sql } from '#platform'
import type { CaseState } from '../model/state.ts'
import { stateColumns } from './columns.ts'
import type { Recorded } from './record.ts'

/** Cases in which time itself acts now, each held by one worker; whoever is held elsewhere is left to them. */
export const timeIsUp = (tx: Db, now: Temporal.Instant, limit: number) =>
  tx.rows<CaseState>(sql`
    select ${stateColumns} from cases c
     where c.next_act_at <= ${now}
     order by c.next_act_at limit ${limit}
       for update skip locked`)

/** Many rungs climbed, each an event with its state: one statement, because thousands may be due at one moment. */
export const recordClimbs = (tx: Db, climbs: Recorded[]) =>
  tx.run(sql`
    with climbs as (
      select * from jsonb_to_recordset(${json(climbs.map(rowOf))}::jsonb)
        as c (id uuid, seq int, at timestamptz, facts jsonb, climbed text[], next timestamptz)
    ), happened as (
      insert into case_events (case_id, seq, step, at, role, facts)
      select id, seq, 'escalate', at, 'system', facts from climbs
    )
    update cases set seq = climbs.seq, climbed = climbs.climbed, next_act_at = climbs.next
      from climbs where cases.id = climbs.id`)

const rowOf = ({ state, event, nextActAt }: Recorded) => ({
  id: state.id,
  seq: state.seq,
  at: event.at.toString(),
  facts: event.facts,
  climbed: state.climbed,
  next: nextActAt?.toString() ?? null,
})

/** Sets anew when time acts next; for cases whose ladder or calendar was changed under them. */
export const reschedule = (tx: Db, cases: { id: string; nextActAt: Temporal.Instant | null }[]) =>
  tx.run(sql`
    update cases set next_act_at = c.next
      from jsonb_to_recordset(${json(cases.map(({ id, nextActAt }) => ({ id, next: nextActAt?.toString() ?? null })))}::jsonb)
        as c (id uuid, next timestamptz)
     where cases.id = c.id`)
