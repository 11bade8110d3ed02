import type { Scope, StaffRole } from './roles.ts'

export type Language = 'ar' | 'en'

/** A role held on a scope; `scopeId` is absent for the nation. */
export interface Grant {
  readonly id: string
  readonly role: StaffRole
  readonly scope: Scope
  readonly scopeId?: string
}

/** A member of staff, or an outside program, with the grants in force at this moment and no others. */
export interface Officer {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly grants: readonly Grant[]
}

export interface Resident {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly language: Language
}

/** Who orders a change of staff or configuration: a person, or the installation itself while it is being set up. */
export type Author = Officer | 'installation'

export const holds = (officer: Officer, role: StaffRole): boolean =>
  officer.grants.some((grant) => grant.role === role)

export const holdsAny = (officer: Officer, roles: readonly StaffRole[]): boolean =>
  officer.grants.some((grant) => roles.includes(grant.role))

/** Whether the officer holds the role on exactly this scope. */
export const holdsOn = (officer: Officer, role: StaffRole, scope: Scope, scopeId?: string): boolean =>
  officer.grants.some((grant) => grant.role === role && grant.scope === scope && grant.scopeId === scopeId)

/** The ids of one scope kind that the officer holds a role on: the entities of a liaison, the units of a handler. */
export const scopeIds = (officer: Officer, role: StaffRole, scope: Scope): string[] =>
  officer.grants.flatMap((grant) =>
    grant.role === role && grant.scope === scope && grant.scopeId ? [grant.scopeId] : [],
  )

/** The roles of an officer, each once. */
export const rolesOf = (officer: Officer): StaffRole[] => [...new Set(officer.grants.map(({ role }) => role))]

/** May change staff, entities, promises and calendars. */
export const mayConfigure = (author: Author): boolean => author === 'installation' || holds(author, 'admin')

/** The id that is written beside a change; null when the installation made it. */
export const authorId = (author: Author): string | null => (author === 'installation' ? null : author.id)
