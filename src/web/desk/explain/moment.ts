import type { Rung } from '#promises'
import { inDigits, type Reader, type Words } from '#words'

/** "80% of the time has passed", "2 working days past the date". */
export function momentOf(at: Rung['at'], { time: { rungs } }: Words, reader: Reader): string {
  if ('share' in at) return inDigits(reader, rungs.share(Math.round(at.share * 100)))
  return inDigits(reader, rungs.daysAfter(at.workingDaysLate))
}
