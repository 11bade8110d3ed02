/** A message that somebody wrote to us on WhatsApp or Telegram. */
export interface InboundChat {
  /** The channel's own id: brought again, it is the same message. */
  id: string
  /** Who wrote, and where answers go: a number without its plus, a chat. */
  from: string
  at: Temporal.Instant | undefined
  text: string
  /** What was tapped; `text` is what it was called. */
  choice?: string
  /** A number that the channel itself vouches for. */
  phone?: string
  language?: 'ar' | 'en'
  /** A tap that the channel waits to hear was taken. */
  tap?: string
  /** Something beside the words, to be fetched. */
  media?: { id: string; name: string }
}

/** A moment in seconds since 1970, as both services write it; undefined when it is none. */
export function momentOf(seconds: unknown): Temporal.Instant | undefined {
  const value = Number(seconds)
  return Number.isInteger(value) && value > 0 && value < 1e11
    ? Temporal.Instant.fromEpochMilliseconds(value * 1000)
    : undefined
}

/** A text of at most so many characters; anything else is none. */
export const textIn = (value: unknown, most = 4_096): string =>
  typeof value === 'string' ? value.slice(0, most).toWellFormed() : ''

/** A place as somebody would write it. */
export const placeSaid = (parts: readonly unknown[]): string =>
  parts
    .map((each) => (typeof each === 'number' ? each.toFixed(5) : textIn(each, 200)))
    .filter(Boolean)
    .join(', ')
