import type { Tools as CaseTools } from '#cases'
import type { Gateways } from '#messages'
import type { Log } from '#platform'

/** What the verbs of this room work with. */
export type Tools = CaseTools

/** What it takes to tell followers. */
export interface TellingTools extends Tools {
  log: Log
  gateways: Gateways
}
