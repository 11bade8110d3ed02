import type { Directory } from '#entities'
import { no, type Result, yes } from '#kernel'
import { isStaffRole, type Named, ROLES, type Scope, type ScopeRefusal, scopeFor } from '#people'
import type { Locale, Words } from '#words'
import type { PostedForm } from '../../forms/index.ts'

/** The scopes that a role can be held on, widest first; none for a role that there is not. */
export const scopesOf = (role: string): readonly Scope[] => (isStaffRole(role) ? ROLES[role].scopes : [])

/** Where a right holds, in words. */
export function scopeName(
  { scope, scopeId }: { scope: Scope; scopeId?: string | null },
  directory: Directory,
  locale: Locale,
  { admin }: Words,
): string {
  if (scope === 'nation') return admin.staff.nation
  if (scope === 'unit') {
    const unit = directory.unit(scopeId)
    const entity = directory.entity(unit?.entityId)?.name[locale]
    return [unit?.name[locale] ?? scopeId, entity].filter(Boolean).join(' · ')
  }
  const found = scope === 'sector' ? directory.sector(scopeId) : directory.entity(scopeId)
  return found?.name[locale] ?? scopeId ?? ''
}

export type ScopeChoiceRefusal = ScopeRefusal | 'scope-unknown'

/** What the form names, checked against what there is and what the role can be held on. */
export function scopeIn(form: PostedForm, directory: Directory): Result<Named, ScopeChoiceRefusal> {
  const [sector, entity, unit] = ['sector', 'entity', 'unit'].map((name) => form.text(name))
  const named = { ...(sector && { sector }), ...(entity && { entity }), ...(unit && { unit }) }
  const unknown =
    (sector && !directory.sector(sector)) ||
    (entity && !directory.entity(entity)) ||
    (unit && !directory.unit(unit))
  if (unknown) return no('scope-unknown')
  const where = scopeFor(form.text('role'), named)
  return where.ok ? yes(named) : where
}

export const SCOPE_FIELDS = {
  'role-unknown': 'role',
  'role-needs-entity': 'entity',
  'role-needs-sector': 'sector',
  'role-not-on-scope': 'entity',
  'role-is-national': 'role',
  'scope-unknown': (form: PostedForm) =>
    ['unit', 'entity', 'sector'].find((name) => form.text(name)) ?? 'role',
} as const
