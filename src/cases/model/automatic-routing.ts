import { createHash } from 'node:crypto'
import { type Directory, ownerAt, whereIs } from '#entities'
import type { Suggestion } from '#language'
import type { CaseState } from './state.ts'

/** Where a case may go without a person, and whether it is one of those that a person decides all the same. */
export interface OwnWay {
  entity: string
  category: string
  confidence: number
  sampled: boolean
}

/** Wrongdoing of officials is never sent on by a machine. */
const SEALED_SECTOR = 'integrity'

/**
 * The entity that a new case may go to without a person: when that entity allows it, the words are as clear as it
 * asks, and nothing that the resident chose says otherwise. Undefined leaves the case to the central office.
 *
 * @param said the words, which may say where it is, and the entity that the resident named
 */
export function ownWay(
  found: Pick<
    CaseState,
    'id' | 'stage' | 'category' | 'place' | 'parent' | 'mergedInto' | 'routedAt' | 'bounces'
  >,
  said: { readonly text: string; readonly wished: string | null },
  suggestions: readonly Suggestion[],
  directory: Directory,
): OwnWay | undefined {
  if (found.stage !== 'received' || found.parent || found.mergedInto || found.routedAt) return undefined
  const [best] = suggestions
  const category = directory.category(best?.label)
  if (!best || !category?.active || category.sectorId === SEALED_SECTOR) return undefined
  const entity = ownerAt(directory, category.id, whereIs(directory, found.place, said.text))
  if (!entity?.active) return undefined
  if (typeof entity.routeAbove !== 'number' || best.confidence < entity.routeAbove) return undefined
  if (found.category && found.category !== category.id) return undefined
  if (said.wished && said.wished !== entity.id) return undefined
  return {
    entity: entity.id,
    category: category.id,
    confidence: best.confidence,
    sampled: shareOf(found.id) < (entity.routeChecked ?? 0),
  }
}

/** From 0 to 1, the same for a case whenever it is asked, and evenly spread over cases. */
const shareOf = (id: string): number =>
  createHash('sha256').update(`sample ${id}`).digest().readUInt32BE() / 2 ** 32
