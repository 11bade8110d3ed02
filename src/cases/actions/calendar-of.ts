import type { Calendar } from '#promises'
import type { Moment } from './act.ts'

/** The working time of an entity; of the central office for a case that no entity has. */
export function calendarOf(
  entity: string | null,
  { directory, book }: Pick<Moment, 'directory' | 'book'>,
): Calendar {
  const id = directory.entity(entity)?.calendarId ?? directory.central?.calendarId
  if (!id) throw new Error('The country has no central office: seed it, or mark one entity as central')
  return book.calendar(id)
}
