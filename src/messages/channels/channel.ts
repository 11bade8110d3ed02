import type { ChannelName } from '../model/facts.ts'
import type { Outcome, Outgoing } from '../model/outgoing.ts'

/** A way out of the house. What goes wrong is an outcome, never an exception. */
export interface Channel {
  readonly name: ChannelName
  send(outgoing: Outgoing): Promise<Outcome>
  close?(): void
}
