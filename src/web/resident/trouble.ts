import { type Locale, words } from '#words'
import type { FieldRefusal, FormRefusal } from '../forms/index.ts'

/** Something wrong with a form, in the reader's words; without a field it concerns the whole. */
export interface Trouble {
  field?: string
  text: string
}

export const troubleOf = (troubles: readonly Trouble[], field: string): string | undefined =>
  troubles.find((one) => one.field === field)?.text

/** What readForm could not take of a form that is good as a whole. */
export const fieldTroubles = (locale: Locale, refusals: readonly FieldRefusal[]): Trouble[] => {
  const { forms } = words(locale)
  return refusals.map(({ field, reason, details = {}, file }) => {
    const said = forms.refusals[reason]
    const amount = details.megabytes ?? details.megapixels ?? details.limit ?? details.found ?? 0
    const text = typeof said === 'string' ? said : (said as (amount: string | number) => string)(amount)
    return { field, text: file ? forms.ofFile(file, text) : text }
  })
}

export const formTrouble = (locale: Locale, reason: FormRefusal): Trouble => ({
  text: words(locale).forms.refusals[reason],
})
