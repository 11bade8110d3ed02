import { type DemonstrationClock, type DoneByTime, doneByTime, travelInTime, whatComesNext } from '#cases'
import type { Directory } from '#entities'
import type { PromiseBook } from '#promises'
import { readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import type { Admin } from '../form-page.ts'
import { ClockPage } from './clock-page.tsx'

/** How far a button goes. */
export const JOURNEYS = {
  hour: { hours: 1 },
  day: { hours: 24 },
  'three-days': { hours: 3 * 24 },
  week: { hours: 7 * 24 },
  'two-weeks': { hours: 14 * 24 },
} as const
export type Journey = keyof typeof JOURNEYS

export interface ClockData {
  clock: DemonstrationClock
  wall: Temporal.Instant
  next: Temporal.Instant | undefined
  done: readonly DoneByTime[]
  directory: Directory
  book: PromiseBook
}

const SHOWN = 60

export async function showClock(c: Admin) {
  const data = await clockData(c)
  return data ? html(c, <ClockPage c={c} data={data} />) : c.notFound()
}

/** Sets the clock forward, stopping wherever something happens. */
export async function postClock(c: Admin) {
  const { tools, page } = c.var
  const { demonstrationClock: clock } = tools
  const form = await readForm(c)
  if (!clock || !form.ok) return showClock(c)
  const by = form.value.text('by')
  const to = by === 'next' ? await whatComesNext({ ...tools, clock }) : later(clock, by)
  if (to) await travelInTime({ ...tools, clock }, to)
  tools.wake()
  return c.redirect(`/${page.reader.locale}/admin/clock`, 303)
}

const later = (clock: DemonstrationClock, by: string) =>
  Object.hasOwn(JOURNEYS, by) ? clock.now().add(JOURNEYS[by as Journey]) : undefined

async function clockData(c: Admin): Promise<ClockData | undefined> {
  const { tools } = c.var
  const { demonstrationClock: clock } = tools
  if (!clock) return undefined
  const [next, done] = [await whatComesNext({ ...tools, clock }), await doneByTime(tools, SHOWN)]
  return {
    clock,
    wall: tools.wall.now(),
    next,
    done,
    directory: await tools.directory(),
    book: await tools.book(),
  }
}
