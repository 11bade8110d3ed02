import type { Context } from 'hono'
import { findCase, type StepName } from '#cases'
import { no, type Result, westernDigits, yes } from '#kernel'
import type { StaffEnv } from '../../base/env.ts'
import { type Nested, nest, type PostedForm } from '../../forms/index.ts'

/** Fields of the page itself, which no step knows. */
const OWN = new Set(['key', 'do', 'more', 'template', 'warned'])

/** What a form says, in the shape that the step asks for: rows without words left out, numbers of cases found. */
export async function inputOf(
  c: Context<StaffEnv>,
  step: StepName,
  form: PostedForm,
): Promise<Result<object>> {
  const nested = nest(form.fields.filter(([name]) => !OWN.has(name)))
  if (!nested.ok) return nested
  const given = nested.value
  switch (step) {
    case 'reply':
      return yes({ ...given, points: filled(given.points), actions: filled(given.actions) })
    case 'split':
      return yes({ ...given, parts: filled(given.parts, ['text', 'entity']) })
    case 'merge':
      return withCase(c, given, 'into')
    case 'link':
      return withCase(c, given, 'other')
    case 'extend':
      return yes({ ...given, days: westernDigits(String(given.days ?? '')) })
    default:
      return yes(given)
  }
}

/** Rows in which something was written. */
export function filled(rows: Nested | undefined, fields?: readonly string[]): Nested[] {
  const list = Array.isArray(rows) ? rows : []
  return list.filter((row) => {
    if (typeof row !== 'object' || Array.isArray(row)) return true
    const looked = fields ?? Object.keys(row)
    return looked.some((field) => typeof row[field] === 'string' && row[field].trim() !== '')
  })
}

/** A case is named by its public number, in any digits, and only one within reach is found. */
async function withCase(
  c: Context<StaffEnv>,
  given: Record<string, Nested>,
  field: string,
): Promise<Result<object>> {
  const typed = given[field]
  if (typeof typed !== 'string' || !typed.trim()) return no('invalid', { [field]: 'required' })
  const found = await findCase(c.var.tools.db, c.var.officer, typed.trim())
  return found ? yes({ ...given, [field]: found.id }) : no('invalid', { [field]: 'not-a-case' })
}
