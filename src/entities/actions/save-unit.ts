import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { describe, type FieldRefusal } from '../model/accept.ts'
import { raiseConfiguration } from '../store/directory.ts'
import { known, putUnit } from '../store/entities.ts'
import type { Tools } from './tools.ts'

export interface UnitChange {
  readonly id: string
  readonly entityId: string
  readonly nameAr: string
  readonly nameEn: string
  readonly active: boolean
}

export type UnitRefusal = 'not-allowed' | FieldRefusal | 'entity-unknown' | 'unit-of-another-entity'

/** Writes a unit of an entity, new or known. It stays with its entity for good. */
export async function saveUnit(
  { db }: Tools,
  by: Author,
  change: UnitChange,
): Promise<Result<{ id: string }, UnitRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const described = describe(change)
  if (!described.ok) return described
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    if (!(await known(tx, { entity: change.entityId })).entity) return no('entity-unknown')
    return (await putUnit(tx, described.value)) ? yes({ id: change.id }) : no('unit-of-another-entity')
  })
}
