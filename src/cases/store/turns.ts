import { type Sql, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import type { Turn } from '../model/turn.ts'

/** Whose turn it is, as conditions on `cases c`. */
export function turnIs({ only, scope, scopeId }: Turn, officer: Reacher, now: Temporal.Instant): Sql[] {
  const where: Record<Turn['scope'], Sql[]> = {
    nation: [],
    sector: [sql`c.entity_id in (select id from entities where sector_id = ${scopeId})`],
    entity: only === 'given-to-me' ? [] : [sql`c.entity_id = ${scopeId}`],
    unit: [sql`c.unit_id = ${scopeId} and (c.handler_id is null or c.handler_id = ${officer.id})`],
  }
  const me = officer.id
  const which: Record<Turn['only'], Sql[]> = {
    any: [],
    standing: [sql`c.merged_into is null`],
    'acted-for': [
      sql`c.merged_into is null
          and c.entity_id = any(array(select id from entities where onboarding <> 'joined' or central))`,
    ],
    'not-verified-by-me': [sql`c.replied_by is distinct from ${me} and c.verified_by is distinct from ${me}`],
    'no-hand-in-it': [
      sql`c.replied_by is distinct from ${me} and c.verified_by is distinct from ${me}
          and c.released_by is distinct from ${me}`,
    ],
    'given-to-me': [sql`c.handler_id = ${me} and c.merged_into is null`],
    'entered-by-me': [sql`c.entered_by = ${me}`],
    late: [sql`c.answer_by < ${now}`],
  }
  return [...where[scope], ...which[only]]
}
