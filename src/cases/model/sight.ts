import type { Actor } from './steps.ts'

/** What of the requester somebody sees on a case, by the roles they hold on it. */
export interface Sight {
  name: boolean
  /** Phone and mail. */
  contact: boolean
  /** Who of the staff opened the case. */
  reads: boolean
}

/**
 * Purpose limitation, role by role.
 *
 * - The contact centre and the reviewers talk to the resident: name and contact, always.
 * - The releaser and the operations room judge and move cases without talking: the name alone.
 * - In the entity, liaison and handler arrange visits and ask: name and contact; head and minister the name
 *   alone. Where the resident hid their identity, nobody of the entity sees anything of it.
 */
export function sight(roles: readonly Actor[], found: { identityHidden: boolean }): Sight {
  const has = (some: readonly Actor[]) => some.some((role) => roles.includes(role))
  const open = !found.identityHidden
  return {
    name: has(CENTRAL) || (open && has(ENTITY)),
    contact: has(TALKING) || (open && has(ARRANGING)),
    reads: has(['reviewer', 'releaser', 'head', 'operator']),
  }
}

const TALKING = ['agent', 'reviewer'] as const
const CENTRAL = [...TALKING, 'releaser', 'operator'] as const
const ARRANGING = ['liaison', 'handler'] as const
const ENTITY = [...ARRANGING, 'head', 'minister'] as const
