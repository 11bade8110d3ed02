import type { PostedForm } from '../../forms/index.ts'
import { type Attempt, rowsTyped } from './attempt.ts'

const FIRST_FIELD: Readonly<Record<string, string>> = { points: 'point', actions: 'text', parts: 'entity' }

/** One more row was asked for: the form comes back as it was, with an empty row at the end. */
export function moreRows(step: string, form: PostedForm): Attempt | undefined {
  const more = form.text('more')
  const field = FIRST_FIELD[more]
  if (!field) return undefined
  const same: Attempt = { step, typed: form.fields, errors: {}, quiet: true }
  return { ...same, typed: [...form.fields, [`${more}.${rowsTyped(same, more)}.${field}`, '']] }
}
