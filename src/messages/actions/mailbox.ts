import { isId } from '#kernel'
import type { ChannelName } from '../model/facts.ts'
import type { MessageKind } from '../model/kinds.ts'
import type { Said } from '../model/say.ts'
import { type Captured, captured, capturedOne } from '../store/messages.ts'
import { compose } from './compose.ts'
import type { Tools } from './tools.ts'

/** A message that a demonstration kept, as it would have arrived. */
export interface KeptMessage extends Said {
  id: string
  kind: MessageKind
  channel: ChannelName
  address: string
  language: 'ar' | 'en'
  at: Temporal.Instant
}

type ViewerTools = Pick<Tools, 'db' | 'secret' | 'publicUrl' | 'directory'>

/** What a demonstration sent, the newest first. Only for a demonstration: it shows everybody's messages. */
export async function listMailbox(tools: ViewerTools): Promise<KeptMessage[]> {
  const directory = await tools.directory()
  return (await captured(tools.db, 200)).map((one) => kept(tools, directory, one))
}

export async function openKept(tools: ViewerTools, id: string): Promise<KeptMessage | undefined> {
  const found = isId(id) ? await capturedOne(tools.db, id) : undefined
  return found && kept(tools, await tools.directory(), found)
}

const kept = (
  tools: ViewerTools,
  directory: Awaited<ReturnType<Tools['directory']>>,
  one: Captured,
): KeptMessage => ({
  ...compose(tools, directory, one),
  id: one.id,
  kind: one.kind,
  channel: one.channel,
  address: one.address,
  language: one.language,
  at: one.since,
})
