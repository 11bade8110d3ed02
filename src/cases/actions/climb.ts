import { apply } from '../model/apply.ts'
import type { CaseEvent } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import type { Recorded } from '../store/record.ts'
import type { Moment } from './act.ts'
import { nextActAt, rungAhead } from './next-act.ts'

/**
 * The next rung of a case whose moment has come, as an event; undefined when nothing is ahead any more,
 * because the ladder was changed meanwhile.
 */
export function climb(
  state: CaseState,
  moment: Pick<Moment, 'book' | 'directory' | 'now'>,
): Recorded | undefined {
  const ahead = rungAhead(state, moment)
  if (!ahead || Temporal.Instant.compare(ahead.at, moment.now) > 0) return undefined
  const { id, clock, tells } = ahead.rung
  const event: CaseEvent = {
    caseId: state.id,
    seq: state.seq + 1,
    step: 'escalate',
    at: moment.now,
    role: 'system',
    actorId: null,
    facts: { rung: id, clock, tells },
  }
  const after = apply(state, event, state.stage)
  return { state: after, event, nextActAt: nextActAt(after, moment) }
}
