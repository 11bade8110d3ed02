import type { Db } from '#platform'

export interface Tools {
  readonly db: Db
}
