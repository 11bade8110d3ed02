import type { ChannelName } from '../model/facts.ts'
import type { Channel } from './channel.ts'

/** A demonstration's channel: nothing leaves the machine, everything can be read at `/preview/mailbox`. */
export const captureChannel = (name: ChannelName): Channel => ({
  name,
  send: async () => ({ state: 'sent' }),
})
