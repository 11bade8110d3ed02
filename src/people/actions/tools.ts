import type { Clock } from '#kernel'
import type { Db } from '#platform'
import type { SignInLimits } from '../model/limits.ts'

export interface Tools {
  readonly db: Db
  readonly clock: Clock
  /** The installation's secret, from which every key of this room is derived. */
  readonly secret: Buffer
}

/** What signing in needs besides: the process's count of tries. */
export interface DoorTools extends Tools {
  readonly limits: SignInLimits
}
