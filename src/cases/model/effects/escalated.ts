import type { MessageKind } from '#messages'
import type { CaseEvent } from '../event.ts'
import { CLOCK_HOLDER, type ClockName } from '../state.ts'
import type { Effect, Situation } from './situation.ts'
import { named, staff } from './tell.ts'
import { holders } from './whom.ts'

/** The ladder says which roles hear of it; what they hear depends on the clock and on whether it has run out. */
export function escalated({ facts, at }: CaseEvent, situation: Situation): Effect[] {
  const clock = facts.clock as ClockName | undefined
  if (!clock) return []
  const { after, directory } = situation
  const due = clock === 'reply' ? (after.entityDue ?? after.answerBy) : (after.clockDue ?? after.answerBy)
  const early = Temporal.Instant.compare(at, due) < 0
  const holder = CLOCK_HOLDER[clock] === 'entity' ? after.entity : directory.central?.id
  const said = { day: due.toString(), who: named(situation, holder) }
  return (facts.tells ?? []).flatMap((role) => {
    const late = clock === 'reply' ? (LATE[role] ?? 'late-step') : 'late-step'
    return holders(role, situation).map((to) => staff(early ? 'warning' : late, to, situation, said))
  })
}

const LATE: Readonly<Record<string, MessageKind>> = {
  head: 'late-head',
  minister: 'late-minister',
  operator: 'late-operations',
}
