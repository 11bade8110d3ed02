import { join, type Sql, sql } from '#platform'
import { type Reacher, reachingGrants } from '../model/reach.ts'

/**
 * What an officer may reach, as a condition on `cases c`: part of every query that looks a case up, so that
 * "not yours" and "does not exist" are the same answer. Says in SQL what `rolesOn` says of one case.
 */
export function reach(officer: Reacher): Sql {
  const grants = reachingGrants(officer)
  const scoped = grants.filter(({ role }) => role !== 'agent')
  if (scoped.some(({ scope }) => scope === 'nation')) return sql`true`
  const of = (scope: string) =>
    scoped
      .filter((grant) => grant.scope === scope && !(grant.role === 'handler' && scope === 'entity'))
      .map(({ scopeId }) => scopeId)
  const ways = [
    ...when(of('entity'), (ids) => sql`c.entity_id = any(${ids})`),
    ...when(of('unit'), (ids) => sql`c.unit_id = any(${ids})`),
    ...when(
      of('sector'),
      (ids) => sql`c.entity_id in (select id from entities where sector_id = any(${ids}))`,
    ),
    ...(grants.some(({ role }) => role === 'handler') ? [sql`c.handler_id = ${officer.id}`] : []),
    ...(grants.some(({ role }) => role === 'agent') ? [byAgent(officer.id)] : []),
  ]
  return ways.length > 0 ? sql`(${join(ways, ' or ')})` : sql`false`
}

const byAgent = (id: string) =>
  sql`c.entered_by = ${id} or exists (select from calls where calls.staff_id = ${id} and calls.case_id = c.id)`

const when = <Item>(items: Item[], condition: (items: Item[]) => Sql): Sql[] =>
  items.length > 0 ? [condition(items)] : []
