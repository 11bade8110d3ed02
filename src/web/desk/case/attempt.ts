import type { FormulaWarning } from '#cases'
import type { Words } from '#words'
import { labelOf } from './labels.ts'

/** A form that was not taken, as it comes back: everything typed, and what was wrong. */
export interface Attempt {
  /** A step, `draft`, or another form of the page. */
  step: string
  typed: readonly (readonly [name: string, value: string])[]
  /** Reason by field; keys of `cases.refusals`, or texts that are said already. */
  errors: Readonly<Record<string, string>>
  /** Nothing is wrong: another row was asked for, or a template. */
  quiet?: boolean
  /** What looks like a formula: sending again sends in spite of it. */
  warnings?: readonly FormulaWarning[]
}

/** What a field of a step's form gets: its id, what was typed into it, and why it was not taken. */
export interface Given {
  name: string
  id: string
  value: string
  error: string | undefined
}

/**
 * The fields of one form. Ids carry the step, because several forms of a page have a field of the same name.
 */
export function fieldsOf(step: string, words: Words, attempt: Attempt | undefined) {
  const own = attempt?.step === step ? attempt : undefined
  return (name: string, usual = ''): Given => ({
    name,
    id: idIn(step, name),
    value: own ? (own.typed.find(([each]) => each === name)?.[1] ?? '') : usual,
    error: own?.errors[name] ? sayReason(words, own.errors[name]) : undefined,
  })
}

export const idIn = (step: string, name: string): string => `${step}-${name}`.replace(/[^\w-]+/g, '-')

/** A refusal in the reader's language; what is no key of the catalogue has been said already. */
export function sayReason({ cases }: Words, reason: string): string {
  const known: Readonly<Record<string, string>> = cases.refusals
  return (
    known[reason] ??
    (/^[a-z][a-z-]*$/.test(reason) || /^Invalid/.test(reason) ? (known['not-understood'] ?? '') : reason)
  )
}

/** For the summary at the top of the page: the field, and what is wrong with it. */
export const errorList = (words: Words, attempt: Attempt | undefined) =>
  Object.entries(attempt?.errors ?? {}).map(([name, reason]) => {
    const label = labelOf(words, attempt?.step ?? '', name)
    const said = sayReason(words, reason)
    return {
      field: name === 'form' ? undefined : idIn(attempt?.step ?? '', name),
      text: label ? words.desk.page.wrong(label, said) : said,
    }
  })
