import { no, type Result, yes } from '#kernel'
import { CLIMBING, type Climbing, type Rung } from './ladder.ts'

/** Who can be told by the ladder: everybody who can move a case, or move somebody who can. */
export const TELLABLE = [
  'handler',
  'liaison',
  'head',
  'minister',
  'reviewer',
  'releaser',
  'operator',
] as const

/** A rung as an administrator writes it. */
export interface WrittenRung {
  clock: string
  /** Percent of the working time, or working days after the date. */
  at: { percent: number } | { workingDaysLate: number }
  tells: readonly string[]
}

export type RungRefusal =
  | 'rung-clock-unknown'
  | 'rung-share-out-of-range'
  | 'rung-days-out-of-range'
  | 'rung-tells-nobody'
  | 'rung-there-already'

/** Two months of working days: whoever hears of it later hears of it from the newspapers. */
const LATEST = 60

/**
 * A rung that can stand on the ladder.
 *
 * @param others the other rungs in force: two at one moment of one clock would be one
 */
export function readRung(
  { clock, at, tells }: WrittenRung,
  others: readonly Rung[],
): Result<Omit<Rung, 'id'>, RungRefusal> {
  if (!isClimbing(clock)) return no('rung-clock-unknown')
  if ('percent' in at && !within(at.percent, 1, 99)) return no('rung-share-out-of-range', { from: 1, to: 99 })
  if ('workingDaysLate' in at && !within(at.workingDaysLate, 0, LATEST))
    return no('rung-days-out-of-range', { from: 0, to: LATEST })
  const told = TELLABLE.filter((role) => tells.includes(role))
  if (told.length === 0) return no('rung-tells-nobody')
  const moment = 'percent' in at ? { share: at.percent / 100 } : { workingDaysLate: at.workingDaysLate }
  if (others.some((rung) => rung.clock === clock && sameMoment(rung.at, moment)))
    return no('rung-there-already')
  return yes({ clock, at: moment, tells: told })
}

const isClimbing = (clock: string): clock is Climbing => (CLIMBING as readonly string[]).includes(clock)

const within = (number: number, from: number, to: number) =>
  Number.isInteger(number) && number >= from && number <= to

const sameMoment = (one: Rung['at'], other: Rung['at']) => JSON.stringify(one) === JSON.stringify(other)
