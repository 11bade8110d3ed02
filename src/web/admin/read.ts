import { westernDigits } from '#kernel'
import { type Reader, words } from '#words'
import type { Admin } from './form-page.ts'

/** A date from a field, in any digits. Undefined when it is empty or does not exist. */
export function dateIn(text: string): Temporal.PlainDate | undefined {
  const typed = westernDigits(text).trim().replaceAll('/', '-')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** A whole number from a field, in any digits; NaN when it is none. */
export const numberIn = (text: string): number => {
  const typed = westernDigits(text).trim()
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}

/** An id from a name, where the administrator chose none. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

/** Whether a name in either language holds what was searched for. */
export const nameHolds = ({ ar, en }: { ar: string; en: string }, query: string): boolean =>
  !query || `${ar}\n${en}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())

/** What the page is asked for in its address, never more than a line. */
export const asked = (c: Admin, name: string): string => (c.req.query(name) ?? '').slice(0, 200)

export const readerOf = (c: Admin): Reader => c.var.page.reader
export const wordsOf = (c: Admin) => words(c.var.page.reader.locale)
export const param = (c: Admin, name: string): string => c.req.param(name) ?? ''
