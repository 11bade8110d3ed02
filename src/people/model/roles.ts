import { no, type Result, yes } from '#kernel'

export type Scope = 'nation' | 'sector' | 'entity' | 'unit'

/**
 * Every role, and the scopes it can be held on.
 *
 * What a role may do with a case stands in the table of steps; which cases it reaches follows from the
 * scope. A resident holds nothing: their own cases are theirs without a grant.
 */
export const ROLES = {
  resident: { scopes: [] },
  agent: { scopes: ['nation'] },
  reviewer: { scopes: ['nation'] },
  releaser: { scopes: ['nation'] },
  liaison: { scopes: ['entity'] },
  // On an entity a handler reaches what is assigned to them; on a unit also what their unit has.
  handler: { scopes: ['entity', 'unit'] },
  head: { scopes: ['entity'] },
  minister: { scopes: ['sector'] },
  operator: { scopes: ['nation'] },
  integrity: { scopes: ['nation'] },
  analyst: { scopes: ['nation', 'sector', 'entity'] },
  admin: { scopes: ['nation'] },
} as const satisfies Record<string, { scopes: readonly Scope[] }>

export type Role = keyof typeof ROLES
export type StaffRole = Exclude<Role, 'resident'>

/** The roles that can be granted, in the order of the table above. */
export const STAFF_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'resident') as StaffRole[]

export const isStaffRole = (text: string): text is StaffRole => (STAFF_ROLES as string[]).includes(text)

export interface Where {
  scope: Scope
  scopeId?: string
}

export type ScopeRefusal =
  | 'role-unknown'
  | 'role-is-national'
  | 'role-needs-entity'
  | 'role-needs-sector'
  | 'role-not-on-scope'

/** The places a person names for a role; the narrowest one named counts. */
export interface Named {
  sector?: string
  entity?: string
  unit?: string
}

/** On which scope a role is meant. Refuses a scope that the role is not held on, so that nobody gets more than was said. */
export function scopeFor(role: string, named: Named): Result<Where & { role: StaffRole }, ScopeRefusal> {
  if (!isStaffRole(role)) return no('role-unknown', { role })
  const scopes: readonly Scope[] = ROLES[role].scopes
  const where = narrowest(named)
  if (scopes.includes(where.scope)) return yes({ role, ...where })
  if (where.scope !== 'nation' && scopes.length === 1 && scopes[0] === 'nation')
    return no('role-is-national', { role })
  if (where.scope === 'nation')
    return no(scopes.includes('sector') ? 'role-needs-sector' : 'role-needs-entity', { role })
  return no('role-not-on-scope', { role, scope: where.scope })
}

function narrowest({ sector, entity, unit }: Named): Where {
  if (unit) return { scope: 'unit', scopeId: unit }
  if (entity) return { scope: 'entity', scopeId: entity }
  if (sector) return { scope: 'sector', scopeId: sector }
  return { scope: 'nation' }
}
