import type { ChannelName } from './facts.ts'
import { KINDS, type MessageKind } from './kinds.ts'

const NIGHT_BEGINS = 21
const NIGHT_ENDS = 8

/** Channels that make a telephone ring. */
const RINGING: readonly ChannelName[] = ['sms', 'whatsapp', 'push']

/**
 * The first moment, from `now` on, at which a message may reach its reader. What rings waits from nine in the
 * evening until eight in the morning by the reader's clock; a code that somebody waits for does not.
 */
export function notAtNight(
  { channel, kind }: { channel: ChannelName; kind: MessageKind },
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant {
  if (!RINGING.includes(channel) || KINDS[kind].wakes) return now
  const local = now.toZonedDateTimeISO(zone)
  if (local.hour >= NIGHT_ENDS && local.hour < NIGHT_BEGINS) return now
  const day = local.hour >= NIGHT_BEGINS ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: NIGHT_ENDS } }).toInstant()
}
