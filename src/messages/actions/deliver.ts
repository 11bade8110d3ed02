import type { Channel } from '../channels/channel.ts'
import type { ChannelName } from '../model/facts.ts'
import { KINDS } from '../model/kinds.ts'
import type { Outcome } from '../model/outgoing.ts'
import { nextTry } from '../model/patience.ts'
import { notAtNight } from '../model/quiet.ts'
import * as outbox from '../store/outbox.ts'
import { compose } from './compose.ts'
import { papersOf } from './papers.ts'
import type { Tools } from './tools.ts'

/** Seconds: longer than a batch can take with every server silent until it is given up. */
const LEASE = 5 * 60
const BATCH = 10
/** A channel that is down is left alone for so long, so that what waits does not use up its patience in a storm. */
const REST = { seconds: 30 }

/** Carries what is due to where it goes. Any number of workers may have one; each message is held by one. */
export interface Courier {
  /** One batch. @returns how many messages it held; call again until it is 0 */
  deliver(): Promise<number>
  close(): void
}

export function courier(tools: Tools, channels: readonly Channel[]): Courier {
  const open = new Map(channels.map((channel) => [channel.name, channel]))
  const resting = new Map<ChannelName, Temporal.Instant>()
  return {
    async deliver() {
      const now = tools.clock.now()
      const able = [...open.keys()].filter((name) => !rests(resting.get(name), now))
      if (able.length === 0) return 0
      const held = await outbox.hold(tools.db, { now, lease: LEASE, channels: able, limit: BATCH })
      const outcomes = await Promise.all(held.map((one) => carry(tools, open.get(one.channel), one)))
      held.forEach(({ channel }, at) => {
        const outcome = outcomes[at]
        if (outcome?.state === 'later' && outcome.down) resting.set(channel, tools.clock.now().add(REST))
      })
      return held.length
    },
    close: () => {
      for (const channel of channels) channel.close?.()
    },
  }
}

/** A rest longer than any was taken before the clock went back. */
const rests = (until: Temporal.Instant | undefined, now: Temporal.Instant) =>
  isLater(until, now) && !isLater(until, now.add(REST))

/** Sends one message and writes how it ended. What was sent but not written is sent again, under the same identity. */
async function carry(
  tools: Tools,
  channel: Channel | undefined,
  held: outbox.Held,
): Promise<Outcome | undefined> {
  const { db, clock } = tools
  const now = clock.now()
  if (held.expiresAt && !isLater(held.expiresAt, now)) {
    await settle(tools, held, 'expired')
    return undefined
  }
  const directory = await tools.directory()
  const allowed = notAtNight(held, now, directory.timeZone)
  if (isLater(allowed, now)) {
    await outbox.putOff(db, { ...held, readyAt: allowed, fault: null, counts: false })
    return undefined
  }
  const outcome = await attempt(channel, async () => ({
    ...{ ...held, ...compose(tools, directory, held) },
    papers: await papersOf(directory, held),
  }))
  if (outcome.state === 'sent') await settle(tools, held, 'sent', null, outcome.providerId)
  else if (outcome.state === 'refused') await settle(tools, held, 'bounced', outcome.fault)
  else await tryLater(tools, held, outcome)
  return outcome
}

/** A channel that throws has a bug; the message is not to blame and is kept. */
async function attempt(
  channel: Channel | undefined,
  outgoing: () => Promise<Parameters<Channel['send']>[0]>,
): Promise<Outcome> {
  try {
    return (await channel?.send(await outgoing())) ?? { state: 'later', fault: 'no-channel' }
  } catch (error) {
    return { state: 'later', fault: error instanceof Error ? error.name : 'unknown' }
  }
}

async function tryLater(tools: Tools, held: outbox.Held, outcome: Extract<Outcome, { state: 'later' }>) {
  const readyAt = nextTry(held, tools.clock.now(), outcome.atLeast)
  if (!readyAt) return settle(tools, held, 'failed', outcome.fault)
  // Somebody sits there and waits for a code, for minutes: it is tried every few seconds.
  const soon = KINDS[held.kind].wakes ? tools.clock.now().add({ seconds: 15 }) : readyAt
  await outbox.putOff(tools.db, { ...held, readyAt: soon, fault: outcome.fault, counts: true })
}

async function settle(
  { db, clock, log }: Tools,
  { id, kind, channel, attempts }: outbox.Held,
  state: outbox.Settled['state'],
  fault: string | null = null,
  providerId: string | null = null,
) {
  await outbox.settle(db, { id, attempts, state, fault, providerId, now: clock.now() })
  const said = { message: id, kind, channel, state, attempts, fault }
  if (state === 'failed' || state === 'bounced') log.warn(said, 'a message was not delivered')
  else log.debug(said, 'a message is settled')
}

const isLater = (one: Temporal.Instant | undefined, other: Temporal.Instant): boolean =>
  one !== undefined && Temporal.Instant.compare(one, other) > 0
