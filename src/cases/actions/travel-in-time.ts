import { setTimeout as pause } from 'node:timers/promises'
import { allStaffChoices, USUAL_STAFF_CHOICE } from '#messages'
import { catchUp } from '#platform'
import * as store from '../store/demonstration-clock.ts'
import type { Tools } from './act.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'
import { letTimeAct } from './let-time-act.ts'
import { type NotifyTools, notifier } from './notify.ts'
import { sendDigests } from './send-digests.ts'

export interface TravelTools extends Tools, NotifyTools {
  clock: DemonstrationClock
  secret: Buffer
}

/** The furthest that one journey goes. */
export const LONGEST_JOURNEY = { hours: 31 * 24 }

/**
 * Sets the clock of a demonstration forward, stopping wherever time does something: each warning, escalation and
 * digest happens at its own moment and is told before the next. Killed on the way, the clock stands where it was
 * and the rest is still ahead.
 */
export async function travelInTime(tools: TravelTools, until: Temporal.Instant): Promise<void> {
  const { clock } = tools
  const furthest = clock.now().add(LONGEST_JOURNEY)
  const end = Temporal.Instant.compare(until, furthest) < 0 ? until : furthest
  for (let stop = await nextStop(tools, end); stop; stop = await nextStop(tools, end)) {
    await clock.setTo(stop)
    await live(tools)
  }
  await clock.setTo(end)
  await live(tools)
}

/** When time does the next thing: to a case, or with the mail that gathers a day. */
export const whatComesNext = ({ db, clock }: Pick<Tools, 'db' | 'clock'>) => store.nextAct(db, clock.now())

/** What time did last, with how many people were told. */
export const doneByTime = ({ db }: Pick<TravelTools, 'db'>, limit: number) => store.doneByTime(db, limit)

async function nextStop(tools: TravelTools, end: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const stops = [await whatComesNext(tools), await nextDigest(tools)].filter((at) => at !== undefined)
  const first = stops.sort(Temporal.Instant.compare)[0]
  return first && Temporal.Instant.compare(first, end) < 0 ? first : undefined
}

/** The next full hour at which somebody wants their digest. */
async function nextDigest(tools: TravelTools): Promise<Temporal.Instant | undefined> {
  const { timeZone } = await tools.directory()
  const chosen = [...(await allStaffChoices(tools)).values(), USUAL_STAFF_CHOICE]
  const now = tools.clock.now().toZonedDateTimeISO(timeZone)
  const ahead = chosen.map(({ digestHour }) => {
    const today = now
      .with({ hour: digestHour, minute: 0 })
      .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    return (Temporal.ZonedDateTime.compare(today, now) > 0 ? today : today.add({ days: 1 })).toInstant()
  })
  return ahead.sort(Temporal.Instant.compare)[0]
}

async function live(tools: TravelTools): Promise<void> {
  while ((await letTimeAct(tools)) > 0);
  await allTold(tools)
  await sendDigests(tools)
}

/** Transactions that are still running hold the feed back; they are waited for, within reason. */
async function allTold(tools: TravelTools): Promise<void> {
  const patience = performance.now() + 2000
  await catchUp(tools.db, notifier(tools))
  while ((await store.somethingUntold(tools.db)) && performance.now() < patience) {
    await pause(20)
    await catchUp(tools.db, notifier(tools))
  }
}
