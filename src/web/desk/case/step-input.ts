import type { Context } from 'hono'
import { findCase, type StepName } from '#cases'
import { no, type Result, westernDigits, yes } from '#kernel'
import type { StaffEnv } from '../../base/env.ts'
import { type Nested, nest } from '../../forms/index.ts'
import type { Typed } from './rows.ts'

/** Fields of the page itself, which no step knows. */
const OWN = new Set(['key', 'do', 'more', 'template', 'warned'])

/** What a form says, in the shape that the step asks for: with the cases that were named found. */
export async function inputOf(c: Context<StaffEnv>, step: StepName, typed: Typed): Promise<Result<object>> {
  const nested = nest(typed.filter(([name]) => !OWN.has(name)))
  if (!nested.ok) return nested
  const given = nested.value
  switch (step) {
    case 'reply':
      return yes({ ...given, points: given.points ?? [], actions: given.actions ?? [] })
    case 'split':
      return yes({ ...given, parts: given.parts ?? [] })
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
