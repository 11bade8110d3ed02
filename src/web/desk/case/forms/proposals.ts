import { ownerAt, whereIs } from '#entities'
import type { CaseData } from '../data.ts'

/** Where a case may go, one tap away. */
export interface Proposal {
  entity: string
  category?: string
  confidence?: number
  because: readonly string[]
  /** Somebody named it: the resident, the entity that sent the case back, or the operator's model. */
  by?: 'resident' | 'entity' | 'model'
}

type Known = Pick<CaseData, 'state' | 'directory' | 'events' | 'first' | 'suggestions' | 'opinion'>

/** Who was named by people first, then what the words speak for; each entity with a category once. */
export function proposalsOf(data: Known): Proposal[] {
  const { directory, events } = data
  const sentBackBy = events.findLast(({ step }) => step === 'refuse')?.facts.entity
  const seen = new Set<string>()
  return [...namedByPeople(data), ...fromWords(data)]
    .filter(({ entity }) => directory.entity(entity)?.active && entity !== sentBackBy)
    .filter(({ entity, category }) => {
      const key = `${entity} ${category}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, 4)
}

function namedByPeople({ state, directory, events, suggestions }: Known): Proposal[] {
  const category = state.category ?? undefined
  const best = suggestions.find(({ label }) => directory.category(label)?.entityId)?.label
  const proposed = events.findLast(({ step }) => step === 'refuse')?.facts.proposed
  const wished = events[0]?.facts.entity
  return [
    ...(proposed ? [{ entity: proposed, category, because: [], by: 'entity' as const }] : []),
    ...(wished ? [{ entity: wished, category: category ?? best, because: [], by: 'resident' as const }] : []),
  ]
}

/** Whose matter it is there: at the place that the resident chose, or that the words name. */
function fromWords({ state, directory, first, suggestions, opinion }: Known): Proposal[] {
  const place = whereIs(directory, state.place, `${first.subject ?? ''}\n${first.text ?? ''}`)
  const ownerOf = (category: string) => ownerAt(directory, category, place)?.id
  const suggested = suggestions.filter(worthSaying).flatMap(({ label, confidence, because }) => {
    const entity = ownerOf(label)
    return entity ? [{ entity, category: label, confidence, because }] : []
  })
  const entity = opinion && ownerOf(opinion)
  return entity ? [...suggested, { entity, category: opinion, because: [], by: 'model' }] : suggested
}

/** The best proposal always; others only when there is something to say for them. */
const worthSaying = ({ confidence }: { confidence: number }, at: number): boolean =>
  at === 0 || confidence >= 0.05
