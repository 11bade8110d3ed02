import type { Actor } from './steps.ts'

/** What is needed of an officer to know what they may reach; the people room's Officer fits. */
export interface Reacher {
  id: string
  grants: readonly {
    role: string
    scope: 'nation' | 'sector' | 'entity' | 'unit'
    scopeId?: string | null
  }[]
}

/** Where a case stands in the organisation, for deciding who may reach it. */
export interface Position {
  entity: string | null
  sector: string | null
  unit: string | null
  handler: string | null
  enteredBy: string | null
  /** Whether the officer has this case's requester on the telephone or at the counter. */
  onCall: boolean
}

/** Roles that see cases at all: an administrator or an analyst reads no case text. */
const ON_CASES: readonly string[] = [
  'agent',
  'reviewer',
  'releaser',
  'liaison',
  'handler',
  'head',
  'minister',
  'operator',
] satisfies Actor[]

/** Every role somebody holds on a case: by the scope of each grant. */
export const rolesOn = (officer: Reacher, position: Position): Actor[] =>
  officer.grants
    .filter(({ role }) => ON_CASES.includes(role))
    .filter((grant) => covers(officer, grant, position))
    .map(({ role }) => role as Actor)

/** Grants that open cases, whichever: whoever has none is told that nothing exists. */
export const reachingGrants = (officer: Reacher) =>
  officer.grants.filter(({ role }) => ON_CASES.includes(role))

function covers(officer: Reacher, grant: Reacher['grants'][number], position: Position): boolean {
  // The contact centre sees what it entered and whom it has on the line, not the nation's cases.
  if (grant.role === 'agent') return position.enteredBy === officer.id || position.onCall
  // A handler has what is assigned to them, and what their unit has.
  if (grant.role === 'handler' && grant.scope !== 'unit') return position.handler === officer.id
  if (grant.role === 'handler' && position.handler === officer.id) return true
  switch (grant.scope) {
    case 'nation':
      return true
    case 'sector':
      return position.sector !== null && grant.scopeId === position.sector
    case 'entity':
      return position.entity !== null && grant.scopeId === position.entity
    case 'unit':
      return position.unit !== null && grant.scopeId === position.unit
  }
}
