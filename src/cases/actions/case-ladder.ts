import { type Climbing, type Rung, reachedAt } from '#promises'
import type { CaseEvent } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import type { Moment } from './act.ts'
import { runningClocks } from './next-act.ts'

/** A rung of one case: climbed, or still ahead. */
export interface CaseRung {
  id: string
  clock: Climbing
  /** The moment of the clock, as the ladder says it; unknown when the rung is no longer on the ladder. */
  at?: Rung['at']
  /** When it was climbed, or will be if nothing is done. */
  when: Temporal.Instant
  climbed: boolean
  tells: readonly string[]
}

/** The ladder of a case: what was climbed on its way, and what comes next on the clocks that run. */
export function caseLadder(
  state: CaseState,
  history: readonly CaseEvent[],
  moment: Pick<Moment, 'book' | 'directory'>,
): CaseRung[] {
  const { ladder } = moment.book
  const behind = history
    .filter(({ step, facts }) => step === 'escalate' && facts.rung && facts.clock)
    .map(({ at, facts }) => ({
      id: facts.rung ?? '',
      clock: facts.clock as Climbing,
      at: ladder.find(({ id }) => id === facts.rung)?.at,
      when: at,
      climbed: true,
      tells: facts.tells ?? [],
    }))
  const ahead = runningClocks(state, moment).flatMap((running) =>
    ladder
      .filter(({ id, clock }) => clock === running.clock && !state.climbed.includes(id))
      .map((rung) => ({ ...rung, when: reachedAt(rung, running), climbed: false })),
  )
  return [...behind, ...ahead.sort((one, other) => Temporal.Instant.compare(one.when, other.when))]
}
