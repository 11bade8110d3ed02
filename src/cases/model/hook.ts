import { formatReference } from '#kernel'
import type { Happening } from '#messages'
import type { CaseEvent, Facts } from './event.ts'
import type { CaseState } from './state.ts'

/**
 * An event as outside systems hear of it: ids, dates and codes of this case alone. What people wrote, who they are,
 * who of the staff did it, and other cases are not in it, because only what is named here is.
 */
export function happeningOf(event: CaseEvent, before: CaseState | null, after: CaseState): Happening {
  const { caseId, seq, step } = event
  const { stage, type, entity, category, answerBy } = after
  const told = { caseId, seq, event: step, holder: entity }
  const body = bodyOf(event, after, { stage, type, entity, category, answerBy }, factsOf(event.facts))
  const holder = before?.entity
  if (!holder || holder === entity) return { ...told, body }
  const known = { stage, type, entity: null, category: before.category, answerBy: before.answerBy }
  // Its own doing it may know in full; where a case went that was taken from it is no longer its business.
  const facts = event.facts.entity === holder ? factsOf(event.facts) : {}
  return { ...told, body, left: { holder, body: bodyOf(event, after, known, facts) } }
}

type Shown = Pick<CaseState, 'stage' | 'type' | 'entity' | 'category' | 'answerBy'>

const bodyOf = (
  { caseId, seq, step, at }: CaseEvent,
  { reference }: CaseState,
  shown: Shown,
  facts: object,
) =>
  JSON.stringify({
    id: `${caseId}:${seq}`,
    event: step,
    at: at.toString(),
    reference: formatReference(reference),
    case: {
      id: caseId,
      stage: shown.stage,
      type: shown.type,
      entity: shown.entity,
      category: shown.category,
      answerBy: shown.answerBy.toString(),
    },
    facts,
  })

const TOLD_FACTS = [
  'channel',
  'category',
  'entity',
  'unit',
  'urgent',
  'outcome',
  'proposed',
  'answerBy',
  'entityDue',
  'due',
  'days',
  'rung',
  'clock',
  'points',
  'action',
  'solved',
  'respect',
] as const satisfies readonly (keyof Facts)[]

function factsOf(facts: Facts): object {
  const told = TOLD_FACTS.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]]))
  const { reason, actions } = facts
  return {
    ...Object.fromEntries(told),
    // A code of a list; what somebody wrote beside it is never here.
    ...(reason && /^[a-z-]{1,40}$/.test(reason) && { reason }),
    ...(actions && { actions: actions.map(({ number, dueOn }) => ({ number, dueOn })) }),
  }
}
