import type { Directory } from '#entities'
import {
  type Calendar,
  dueAt,
  type PromiseBook,
  type PromiseInForce,
  type PromiseRule,
  type RequestType,
} from '#promises'
import type { Locale, Words } from '#words'

export const REQUEST_TYPES = [
  'inquiry',
  'complaint',
  'suggestion',
  'praise',
  'violation',
] as const satisfies RequestType[]

export const isRequestType = (text: string): text is RequestType =>
  (REQUEST_TYPES as readonly string[]).includes(text)

/** The calendar that a promise is counted by: the entity's, the category's owner's, else the central office's. */
export function calendarFor(
  { category, entity }: Pick<PromiseRule, 'category' | 'entity'>,
  { directory, book }: { directory: Directory; book: PromiseBook },
): Calendar | undefined {
  const owner =
    directory.entity(entity) ?? directory.entity(directory.category(category)?.entityId) ?? directory.central
  return owner && book.calendar(owner.calendarId)
}

/** When a case that arrived now would be answered. Nothing while there is neither entity nor central office. */
export const answeredBy = (rule: PromiseRule, calendar: Calendar | undefined, now: Temporal.Instant) =>
  calendar && dueAt(now.toZonedDateTimeISO(calendar.timeZone), rule.workingDays, calendar)

/** For whom a promise holds, in words: "Potholes · Ministry of Works". */
export function holdsFor(
  { category, entity }: Pick<PromiseRule, 'category' | 'entity'>,
  directory: Directory,
  locale: Locale,
  { admin }: Words,
): string {
  const names = [
    category && (directory.category(category)?.name[locale] ?? category),
    entity && (directory.entity(entity)?.name[locale] ?? entity),
  ].filter(Boolean)
  return names.join(' · ') || admin.promises.everybody
}

/** The rules of one type, the general one first (the built-in one where nobody has written any), then by name. */
export function rowsOf(
  type: RequestType,
  inForce: readonly PromiseInForce[],
  book: PromiseBook,
  nameOf: (rule: PromiseRule) => string,
  locale: Locale,
): (PromiseRule & Partial<PromiseInForce>)[] {
  const written = inForce.filter((rule) => rule.type === type)
  const general = written.find(({ category, entity }) => !category && !entity) ?? book.promise({ type })
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const others = written.filter((rule) => rule !== general)
  return [general, ...others.toSorted((one, other) => compare(nameOf(one), nameOf(other)))]
}
