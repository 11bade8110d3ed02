import type { Direction } from './judge.ts'

/** What is known of an alert when it is asked whether anybody should be told. */
export interface Untold {
  direction: Direction
  observed: number
  expected: number
  /** How far beyond the expected it was when somebody was last told; null when nobody was. */
  toldExcess: number | null
}

/** Twice as far beyond the expected as when it was last said: then it is news again. */
const GROWN = 2

/** An alert is told once, and again each time it has doubled. What shrinks and swells within that is no news. */
export function newsOf({ observed, expected, toldExcess }: Untold): 'surge' | 'surge-grown' | undefined {
  if (toldExcess === null) return 'surge'
  return Math.abs(observed - expected) >= GROWN * Math.max(1, Math.abs(toldExcess))
    ? 'surge-grown'
    : undefined
}
