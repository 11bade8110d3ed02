import type { Clock } from '#kernel'
import type { Db } from '#platform'
import type { SignInLimits } from '../model/limits.ts'

export interface Tools {
  readonly db: Db
  readonly clock: Clock
  /** The clock on the wall, where the other one may have been moved for a demonstration: sign-ins go by it. */
  readonly wall?: Clock
  /** The installation's secret, from which every key of this room is derived. */
  readonly secret: Buffer
}

/** The moment as the world outside has it: what authenticators show and sessions last by. */
export const onTheWall = ({ wall, clock }: Pick<Tools, 'wall' | 'clock'>): Temporal.Instant =>
  (wall ?? clock).now()

/** What signing in needs besides: the process's count of tries. */
export interface DoorTools extends Tools {
  readonly limits: SignInLimits
}
