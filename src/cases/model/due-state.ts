import { type Calendar, workingDaysLate, workingDaysLeft, workingTimeBetween } from '#promises'
import type { CaseState } from './state.ts'

/**
 * How a promise stands at a moment: the word for it and the working days until the date, or since it. Late since
 * the date's own day has 0 of them: it is the word that says what is late, never the number.
 */
export interface DueState {
  state: 'on-time' | 'soon' | 'late' | 'done' | 'paused'
  days: number
  /** How much of the promised time has passed, 0 to 1. */
  elapsed: number
}

/** From this share of its time on a promise is "soon": where the ladder gives its first warning. */
const SOON = 0.8

/**
 * What the resident was promised: it never pauses, and is done with the answer. While their objection to it is being
 * reviewed they wait again, for the decision.
 */
export function residentDue(
  found: Pick<CaseState, 'stage' | 'receivedAt' | 'answerBy' | 'answeredAt' | 'closedAt' | 'clockDue'>,
  now: Temporal.Instant,
  calendar: Calendar,
): DueState {
  const review = found.stage === 'objected' ? clockDue(found, now, calendar) : undefined
  if (review) return review
  const until = found.answeredAt ?? found.closedAt
  if (until) return { state: 'done', days: 0, elapsed: 1 }
  return standing(found.receivedAt, found.answerBy, now, calendar)
}

/** The entity's: it pauses while the resident owes an answer. Undefined where no entity owes anything. */
export function entityDue(
  found: Pick<CaseState, 'stage' | 'routedAt' | 'entityDue' | 'repliedAt'>,
  now: Temporal.Instant,
  calendar: Calendar,
): DueState | undefined {
  if (!found.entityDue || !found.routedAt) return undefined
  if (found.stage === 'awaiting-resident') return { state: 'paused', days: 0, elapsed: 0 }
  if (found.stage !== 'with-entity') return { state: 'done', days: 0, elapsed: 1 }
  return standing(found.routedAt, found.entityDue, now, calendar)
}

/** Whoever the running clock waits for. */
export function clockDue(
  found: Pick<CaseState, 'clockDue'>,
  now: Temporal.Instant,
  calendar: Calendar,
): DueState | undefined {
  if (!found.clockDue) return undefined
  const late = workingDaysLate(now, found.clockDue, calendar)
  if (late !== undefined) return { state: 'late', days: late, elapsed: 1 }
  const days = workingDaysLeft(now, found.clockDue, calendar)
  return { state: days < 1 ? 'soon' : 'on-time', days, elapsed: 0 }
}

function standing(
  from: Temporal.Instant,
  due: Temporal.Instant,
  now: Temporal.Instant,
  calendar: Calendar,
): DueState {
  const late = workingDaysLate(now, due, calendar)
  if (late !== undefined) return { state: 'late', days: late, elapsed: 1 }
  const days = workingDaysLeft(now, due, calendar)
  const whole = workingTimeBetween(from, due, calendar).total('seconds')
  const passed = workingTimeBetween(from, now, calendar).total('seconds')
  const elapsed = whole > 0 ? Math.min(1, Math.max(0, passed / whole)) : 1
  return { state: elapsed >= SOON || days < 1 ? 'soon' : 'on-time', days, elapsed }
}
