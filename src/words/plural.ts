import type { Locale } from './locale.ts'
import { memo } from './memo.ts'

/** What must be written for a count: Arabic has six forms and none may be forgotten. */
export type Forms<In extends Locale> = In extends 'ar'
  ? Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>
  : Readonly<{ zero?: string; one: string; other: string }>

/**
 * The form of a message that fits a count.
 *
 * `plural('ar', 3, { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '3 أيام', … })`. English may have a
 * form of its own for nothing (`zero`), though its grammar asks for none.
 */
export function plural<In extends Locale>(locale: In, count: number, forms: Forms<In>): string {
  const all: { zero?: string; one: string; two?: string; few?: string; many?: string; other: string } = forms
  if (count === 0 && all.zero !== undefined) return all.zero
  return all[rules(locale).select(count)] ?? all.other
}

const rules = memo((locale) => new Intl.PluralRules(locale))
