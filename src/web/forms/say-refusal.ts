import type { Words } from '#words'
import type { FieldRefusal } from './posted-form.ts'
import type { RefusedForm } from './refusal.ts'

type Said = Pick<FieldRefusal, 'details' | 'file'> & {
  readonly reason: (FieldRefusal | RefusedForm)['reason']
}

/** A refusal of a form, a text or a file, in the reader's language; a file's with its name before it. */
export function sayRefusal({ forms }: Words, { reason, details = {}, file }: Said): string {
  const message: string | ((...given: never[]) => string) = forms.refusals[reason]
  const said = typeof message === 'string' ? message : message(...(Object.values(details) as never[]))
  return file ? forms.ofFile(file, said) : said
}
