/** Whether a road works: `slow` waits longer than it should, `broken` carries nothing. */
export type Condition = 'fine' | 'slow' | 'broken'

/** A way out for messages. */
export interface WayOut {
  channel: string
  /** Due and not tried yet, and since when the longest of them has been, in seconds. */
  due: number
  waits: number
  /** Tried without success and to be tried again. */
  retrying: number
  /** Whether anything was sent lately. */
  sends: boolean
  /** Bounced, failed or expired within a day. */
  failed: number
}

/** What works in the background, and the roads in and out. Seconds throughout. */
export interface Health {
  waysOut: WayOut[]
  webhooks: { active: number; failing: number; givenUp: number; waits: number }
  /** Undefined where no mailbox is connected. */
  mailbox?: { fault: boolean; unread: number }
  /** Letters and text messages that wait for a person. */
  letters: number
  chats: { waiting: number; waits: number }
  /**
   * How long the slowest reader of the feed has left something lying: since it happened, or since the reader last
   * moved, whichever is less, so that history being imported is no fault. 0 when all have read everything.
   */
  feed: { behind: number; consumer: string | null }
  /** How long something that time should have done is overdue. */
  clocks: number
}

export const ROADS = ['mail', 'sms', 'whatsapp', 'telegram', 'push'] as const
export type Road = (typeof ROADS)[number] | 'webhooks' | 'mailbox' | 'letters' | 'chats' | 'feed' | 'clocks'

/** A line of the screen: a road, its condition, and what there is to say of it. */
export interface RoadState {
  road: Road
  condition: Condition
  /** How many wait, or do not work. */
  n: number
  /** How long the longest has waited. */
  seconds: number
  /** Undelivered within a day. */
  failed?: number
  consumer?: string | null
  off?: true
}

/** Two beats of a worker that has much to do. */
const LATE = 30
const VERY_LATE = 5 * 60
/** Somebody who asked for a person and sits there. */
const CHAT_LATE = 3 * 60

/** Every road, in the order in which people ask for them; what nobody connected says so and is no fault. */
export const roadsOf = (health: Health): RoadState[] => [
  ...health.waysOut.map(wayOut),
  webhooks(health.webhooks),
  mailbox(health.mailbox),
  { road: 'letters', condition: 'fine', n: health.letters, seconds: 0 },
  {
    road: 'chats',
    condition: health.chats.waits > CHAT_LATE ? 'slow' : 'fine',
    n: health.chats.waiting,
    seconds: health.chats.waits,
  },
  {
    ...{ road: 'feed', n: 0, seconds: health.feed.behind, consumer: health.feed.consumer },
    condition: lateness(health.feed.behind),
  },
  { road: 'clocks', condition: lateness(health.clocks), n: 0, seconds: health.clocks },
]

const lateness = (seconds: number): Condition =>
  seconds > VERY_LATE ? 'broken' : seconds > LATE ? 'slow' : 'fine'

/** What is tried again and again while nothing goes through is broken; one bad address among many good ones is not. */
function wayOut({ channel, due, waits, retrying, sends, failed }: WayOut): RoadState {
  const condition = retrying > 0 && !sends ? 'broken' : retrying > 0 ? 'slow' : lateness(waits)
  return { road: channel as Road, condition, n: due + retrying, seconds: waits, failed }
}

function webhooks({ active, failing, givenUp, waits }: Health['webhooks']): RoadState {
  const none = active + givenUp === 0
  const condition =
    failing + givenUp > 0 ? (failing + givenUp >= active + givenUp ? 'broken' : 'slow') : lateness(waits)
  return { road: 'webhooks', condition, n: failing + givenUp, seconds: waits, ...(none && { off: true }) }
}

const mailbox = (found: Health['mailbox']): RoadState =>
  found
    ? {
        ...{ road: 'mailbox', n: 0, seconds: found.unread },
        condition: found.fault ? 'broken' : lateness(found.unread - MAILBOX_BEAT),
      }
    : { road: 'mailbox', condition: 'fine', n: 0, seconds: 0, off: true }

/** A mailbox is read twice a minute. */
const MAILBOX_BEAT = 60

/** The worst first; what is fine after it, in the order it has. */
export const worstRoadsFirst = (roads: readonly RoadState[]): RoadState[] =>
  roads.toSorted((one, other) => WORST.indexOf(one.condition) - WORST.indexOf(other.condition))

const WORST: readonly Condition[] = ['broken', 'slow', 'fine']
