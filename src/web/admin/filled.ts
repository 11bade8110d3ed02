import type { No } from '#kernel'
import type { Words } from '#words'
import { type FieldRefusal, type PostedForm, type RefusedForm, sayRefusal } from '../forms/index.ts'

/** Every reason for which these pages refuse a change; each has its sentence in both languages. */
export type Refusal = keyof Words['admin']['refusals']

/** A form as it is shown: what stands in its fields, and what was wrong with what was sent. */
export interface Filled {
  text(name: string): string
  texts(name: string): readonly string[]
  wrong(name: string): string | undefined
  readonly errors: readonly FieldError[]
}

export interface FieldError {
  readonly field?: string
  readonly text: string
}

export type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** A form with the values that are kept; `errors` of a button beside it, where nothing was typed. */
export const filled = (values: Values = {}, errors: readonly FieldError[] = []): Filled =>
  asFilled(
    Object.entries(values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map((each) => [name, String(each)] as const),
    ),
    errors,
  )

/** The same form with all that was typed, and why it was not taken. */
export const refilled = (fields: PostedForm['fields'], errors: readonly FieldError[]): Filled =>
  asFilled(fields, errors)

function asFilled(fields: PostedForm['fields'], errors: readonly FieldError[]): Filled {
  return {
    text: (name) => fields.find(([found]) => found === name)?.[1] ?? '',
    texts: (name) => fields.filter(([found]) => found === name).map(([, value]) => value),
    wrong: (name) => errors.find(({ field }) => field === name)?.text,
    errors,
  }
}

/** What to say of a refusal, and beside which field: `details.field` names one. */
export function errorOf(words: Words, { reason, details }: No<Refusal>, field?: string): FieldError {
  const { field: named, ...rest } = details ?? {}
  const message: string | ((...given: never[]) => string) = words.admin.refusals[reason]
  const text = typeof message === 'string' ? message : message(...(Object.values(rest) as never[]))
  const beside = typeof named === 'string' ? named : field
  return beside ? { field: beside, text } : { text }
}

/** What was wrong with the texts themselves, or with the form as a whole. */
export const formErrors = (
  words: Words,
  refused: readonly (FieldRefusal | Pick<RefusedForm, 'reason' | 'details'>)[],
): FieldError[] =>
  refused.map((one) => ({ ...('field' in one && { field: one.field }), text: sayRefusal(words, one) }))
