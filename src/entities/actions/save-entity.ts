import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { contacts, describe, type FieldRefusal } from '../model/accept.ts'
import { raiseConfiguration } from '../store/directory.ts'
import { known, lockEntity, putEntity } from '../store/entities.ts'
import type { Tools } from './tools.ts'

export interface EntityChange {
  readonly id: string
  readonly nameAr: string
  readonly nameEn: string
  readonly sectorId: string | null
  readonly calendarId: string
  /** Where the central office writes while the entity has not joined. */
  readonly contactEmail?: string
  readonly contactPhone?: string
  /** A closed entity gets no new cases; those it has stay until they are routed elsewhere. */
  readonly active: boolean
}

export type EntityRefusal =
  | 'not-allowed'
  | FieldRefusal
  | 'sector-unknown'
  | 'calendar-unknown'
  | 'central-office-stays'

/** Writes an entity, new or known. A new one begins at the first stage; `moveOnboarding` takes it further. */
export async function saveEntity(
  { db }: Tools,
  by: Author,
  change: EntityChange,
): Promise<Result<{ id: string }, EntityRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const described = describe(change)
  if (!described.ok) return described
  const reached = contacts(change.contactEmail, change.contactPhone)
  if (!reached.ok) return reached
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const before = await lockEntity(tx, change.id)
    if (before?.central && !change.active) return no('central-office-stays')
    const { sector, calendar } = await known(tx, { sector: change.sectorId, calendar: change.calendarId })
    if (!sector) return no('sector-unknown')
    if (!calendar) return no('calendar-unknown')
    await putEntity(tx, { ...described.value, ...reached.value })
    return yes({ id: change.id })
  })
}
