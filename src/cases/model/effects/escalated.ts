import type { MessageKind } from '#messages'
import type { Rung } from '#promises'
import type { CaseEvent } from '../event.ts'
import { CLOCK_HOLDER, type ClockName } from '../state.ts'
import type { Effect, Situation } from './situation.ts'
import { named, staff } from './tell.ts'
import { holders } from './whom.ts'

/** The ladder says which roles hear of it; what they hear depends on the clock and on whether it has run out. */
export function escalated({ facts, at }: CaseEvent, situation: Situation): Effect[] {
  const clock = facts.clock as ClockName | undefined
  if (!clock) return []
  const { after, directory, ladder } = situation
  const due = clock === 'reply' ? (after.entityDue ?? after.answerBy) : (after.clockDue ?? after.answerBy)
  const early = Temporal.Instant.compare(at, due) < 0
  const central = directory.central?.id
  const holder = CLOCK_HOLDER[clock] === 'entity' ? after.entity : central
  const said = {
    ...{ day: due.toString(), clock, who: named(situation, holder) },
    ...(holder !== null && holder === central && { central: true as const }),
  }
  const heardElsewhere = early ? [] : toldAtTheDate(facts.rung, ladder)
  return (facts.tells ?? []).flatMap((role) => {
    if (heardElsewhere.includes(role)) return []
    const late = clock === 'reply' ? (LATE[role] ?? 'late-step') : 'late-step'
    return holders(role, situation).map((to) => staff(early ? 'warning' : late, to, situation, said))
  })
}

/**
 * Who hears at the date itself what a warning says that is climbed only after it, as when the ladder catches up:
 * they are not told the same twice.
 */
function toldAtTheDate(id: string | undefined, ladder: readonly Rung[]): string[] {
  const rung = ladder.find((each) => each.id === id)
  if (!rung || !('share' in rung.at)) return []
  return ladder.flatMap(({ clock, at, tells }) =>
    clock === rung.clock && 'workingDaysLate' in at && at.workingDaysLate === 0 ? tells : [],
  )
}

const LATE: Readonly<Record<string, MessageKind>> = {
  head: 'late-head',
  minister: 'late-minister',
  operator: 'late-operations',
}
