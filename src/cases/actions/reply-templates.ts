import { z } from 'zod'
import { isId, newId, no, type Result, yes } from '#kernel'
import { chosen, complaints, maybeChosen, written } from '../model/input.ts'
import { LIMITS } from '../model/limits.ts'
import type { Reacher } from '../model/reach.ts'
import { REPLY_OUTCOMES } from '../model/stages.ts'
import * as templates from '../store/templates.ts'
import type { Tools } from './act.ts'

const input = z.strictObject({
  name: written(LIMITS.name),
  body: written(LIMITS.text),
  language: chosen(['ar', 'en']),
  entity: maybeChosen,
  outcome: z.preprocess((given) => given || undefined, chosen(REPLY_OUTCOMES).optional()),
  active: z.union([z.stringbool(), z.boolean()], { error: 'must-be-yes-or-no' }).default(true),
})

/** The entities whose templates somebody writes: a liaison their own, a reviewer all (and those for everybody). */
export function templateScope({ grants }: Reacher): readonly string[] | 'all' {
  if (grants.some(({ role }) => role === 'reviewer')) return 'all'
  return grants.flatMap(({ role, scopeId }) => (role === 'liaison' && scopeId ? [scopeId] : []))
}

export const listTemplates = ({ db }: Pick<Tools, 'db'>, officer: Reacher) => {
  const scope = templateScope(officer)
  return templates.templatesOf(db, scope === 'all' ? null : scope)
}

export const templatesForReply = ({ db }: Pick<Tools, 'db'>, entity: string | null) =>
  templates.templatesFor(db, entity)

/** A template that a reply of this entity may begin with. */
export async function findTemplateForReply(tools: Pick<Tools, 'db'>, entity: string | null, id: string) {
  return (await templatesForReply(tools, entity)).find((each) => each.id === id)
}

/** One template within somebody's scope; another entity's is not there. */
export async function findTemplate({ db }: Pick<Tools, 'db'>, officer: Reacher, id: string) {
  const found = isId(id) ? await templates.template(db, id) : undefined
  return found && covers(templateScope(officer), found.entity) ? found : undefined
}

/**
 * Writes a template, or makes a new one.
 *
 * @param id of the one to change; undefined for a new one
 */
export async function saveTemplate(
  tools: Pick<Tools, 'db' | 'directory'>,
  officer: Reacher,
  id: string | undefined,
  given: unknown,
): Promise<Result<{ id: string }>> {
  if (id !== undefined && !(await findTemplate(tools, officer, id))) return no('not-found')
  const parsed = input.safeParse(given)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const { entity = null, outcome = null, ...rest } = parsed.data
  const scope = templateScope(officer)
  const directory = await tools.directory()
  if (entity !== null && !directory.entity(entity)) return no('invalid', { entity: 'no-such-entity' })
  if (!covers(scope, entity)) return no('invalid', { entity: 'choose-one' })
  const made = { id: id ?? newId(), entity, outcome, ...rest }
  await templates.putTemplate(tools.db, made)
  return yes({ id: made.id })
}

const covers = (scope: readonly string[] | 'all', entity: string | null): boolean =>
  scope === 'all' || (entity !== null && scope.includes(entity))
