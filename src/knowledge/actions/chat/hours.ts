import { addWorkingTime, workingTimeBetween } from '#promises'
import type { ChatTools } from './tools.ts'

/** Whether the contact centre is open, by the central office's calendar; and when it opens where it is not. */
export async function isOpenNow({
  clock,
  directory,
  book,
}: Pick<ChatTools, 'clock' | 'directory' | 'book'>): Promise<{ open: boolean; opens?: Temporal.Instant }> {
  const { central } = await directory()
  const calendar = central && (await book()).calendar(central.calendarId)
  if (!calendar) return { open: false }
  const now = clock.now()
  const minute = Temporal.Duration.from({ minutes: 1 })
  const open = workingTimeBetween(now, now.add(minute), calendar).total('seconds') > 0
  return open ? { open } : { open, opens: addWorkingTime(now, minute, calendar).subtract(minute) }
}
