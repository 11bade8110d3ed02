import { type ListedStaff, listStaff } from '#people'
import type { Admin } from './form-page.ts'

/** Everybody with an account. Only administrators come here, so a refusal is a fault of ours. */
export async function everybody(c: Admin): Promise<ListedStaff[]> {
  const listed = await listStaff(c.var.tools, c.var.officer)
  if (!listed.ok) throw new Error('staff were asked for by somebody who is no administrator')
  return listed.value
}

/** How many liaison officers each entity has who can sign in. */
export async function liaisonsByEntity(c: Admin): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { active, grants } of await everybody(c))
    for (const { role, scopeId } of grants)
      if (active && role === 'liaison' && scopeId) counts.set(scopeId, (counts.get(scopeId) ?? 0) + 1)
  return counts
}
