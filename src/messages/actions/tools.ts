import type { Directory } from '#entities'
import type { Clock } from '#kernel'
import type { Db, Log } from '#platform'

/** What the verbs of this room work with. */
export interface Tools {
  db: Db
  clock: Clock
  log: Log
  secret: Buffer
  publicUrl: string
  directory(): Promise<Directory>
}
