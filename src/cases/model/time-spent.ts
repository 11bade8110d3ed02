import { type Calendar, workingTimeBetween } from '#promises'
import type { CaseEvent } from './event.ts'

/** How long a case has taken. */
export interface TimeSpent {
  /** By the clock on the wall, as the resident lives it: it never stops. */
  gross: Temporal.Duration
  /** Opening hours in it. */
  working: Temporal.Duration
  /** Opening hours in which the resident was asked. */
  paused: Temporal.Duration
  /** Opening hours that were government's own. */
  net: Temporal.Duration
}

/** From the receipt until its answer, or until now. */
export function timeSpent(
  history: readonly CaseEvent[],
  calendar: Calendar,
  now: Temporal.Instant,
): TimeSpent {
  const from = history[0]?.at ?? now
  const until = endOf(history) ?? now
  const working = workingTimeBetween(from, until, calendar)
  const paused = pauses(history, until)
    .map((pause) => workingTimeBetween(pause.from, pause.until, calendar))
    .reduce((sum, each) => sum.add(each), Temporal.Duration.from({ seconds: 0 }))
  return { gross: until.since(from), working, paused, net: working.subtract(paused) }
}

/** The last answer or end, unless the case was taken up again after it. */
function endOf(history: readonly CaseEvent[]): Temporal.Instant | undefined {
  const end = history.findLast(({ step }) => ENDS.includes(step))
  const again = history.findLast(
    (event) => event.step === 'reopen' || (event.step === 'add' && event.facts.promise),
  )
  if (!end || (again && again.seq > end.seq)) return undefined
  // Closing after the answer takes none of government's time.
  return history.findLast(({ step }) => step === 'release' || step === 'deliver')?.at ?? end.at
}

const ENDS: readonly string[] = [
  'release',
  'deliver',
  'withdraw',
  'seal',
  'lapse',
  'close',
  'accept',
  'uphold',
]

function pauses(history: readonly CaseEvent[], end: Temporal.Instant) {
  const found: { from: Temporal.Instant; until: Temporal.Instant }[] = []
  let askedAt: Temporal.Instant | undefined
  for (const { step, at } of history) {
    if (step === 'ask') askedAt = at
    else if (askedAt && GOES_ON.includes(step)) {
      found.push({ from: askedAt, until: at })
      askedAt = undefined
    }
  }
  return askedAt ? [...found, { from: askedAt, until: end }] : found
}

const GOES_ON: readonly string[] = ['add', 'lapse', 'withdraw']
