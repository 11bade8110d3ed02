import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { describe, type FieldRefusal, tidy } from '../model/accept.ts'
import { raiseConfiguration } from '../store/directory.ts'
import { known, putCategory } from '../store/entities.ts'
import type { Tools } from './tools.ts'

export const URGENCIES = ['normal', 'high', 'emergency'] as const

export interface CategoryChange {
  readonly id: string
  readonly nameAr: string
  readonly nameEn: string
  readonly sectorId: string | null
  readonly urgency: string
  /** Who usually answers; null when it depends. */
  readonly entityId: string | null
  /** How people say it, one phrase each. */
  readonly phrases: { readonly ar: readonly string[]; readonly en: readonly string[] }
  readonly active: boolean
}

export type CategoryRefusal =
  | 'not-allowed'
  | FieldRefusal
  | 'urgency-unknown'
  | 'sector-unknown'
  | 'entity-unknown'
  | 'phrases-too-many'

const MOST_PHRASES = 500
const LONGEST_PHRASE = 200

/** Writes a category, new or known. Its phrases are what suggestions learn from. */
export async function saveCategory(
  { db }: Tools,
  by: Author,
  change: CategoryChange,
): Promise<Result<{ id: string }, CategoryRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const described = describe(change)
  if (!described.ok) return described
  if (!(URGENCIES as readonly string[]).includes(change.urgency)) return no('urgency-unknown')
  const phrases = { ar: tidied(change.phrases.ar), en: tidied(change.phrases.en) }
  if (Math.max(phrases.ar.length, phrases.en.length) > MOST_PHRASES)
    return no('phrases-too-many', { most: MOST_PHRASES })
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const { sector, entity } = await known(tx, { sector: change.sectorId, entity: change.entityId })
    if (!sector) return no('sector-unknown')
    if (!entity) return no('entity-unknown')
    await putCategory(tx, { ...described.value, phrases })
    return yes({ id: change.id })
  })
}

const tidied = (phrases: readonly string[]): string[] =>
  [...new Set(phrases.map((phrase) => tidy(phrase).slice(0, LONGEST_PHRASE)))].filter(Boolean)
