import { letTimeAct, type Tools, tellThePast, whatComesNext } from '#cases'
import { stoppedClock } from '#kernel'
import { readNotices } from '#messages'
import { findOfficer } from '#people'
import { demonstrationAccounts } from './demonstration.ts'

export type Moving = ReturnType<typeof stoppedClock>

const BEFORE_EVERYTHING = Temporal.Instant.fromEpochMilliseconds(0)
/** What is older stood on the desk long enough to be read. */
const NEWS = { hours: 48 }

/**
 * Moves the clock of a seeded case on. What time itself does to any case until then, it does at its own moment: a rung
 * is climbed when it was due, not when the demonstration is first started.
 */
export async function passTime(tools: Tools, clock: Moving, until: Temporal.Instant): Promise<void> {
  // A clock of its own: cases that were told before this one may have something due before it began.
  const past = { ...tools, clock: stoppedClock(BEFORE_EVERYTHING) }
  for (;;) {
    const due = await whatComesNext(past)
    if (!due || Temporal.Instant.compare(due, until) > 0) break
    past.clock.set(due)
    while ((await letTimeAct(past)) > 0);
  }
  clock.set(until)
}

/** The same by so many hours. */
export const passHours = (tools: Tools, clock: Moving, hours: number): Promise<void> =>
  passTime(tools, clock, clock.now().add({ hours }))

/** Time passes until now; who was told what in the past was told it then, and has read what is no news any more. */
export async function arriveAtNow(tools: Parameters<typeof tellThePast>[0] & Tools, country: string) {
  const now = tools.clock.now()
  await passTime(tools, stoppedClock(now), now)
  await tellThePast(tools)
  const then = { ...tools, clock: stoppedClock(now.subtract(NEWS)) }
  for (const { email } of demonstrationAccounts(country)) {
    const officer = await findOfficer(tools.db, email, now)
    if (officer) await readNotices(then, officer)
  }
}
