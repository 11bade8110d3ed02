/** Something that happened to a case, as outside systems are told of it. */
export interface Happening {
  caseId: string
  seq: number
  /** The name of the step. */
  event: string
  /** Whose case it is now: its own endpoints hear of it, and those that hear of every case. */
  holder: string | null
  /** The JSON that is sent, byte for byte, at every attempt. */
  body: string
  /** Whose case it was until now, and what they are told: that it left them, and nothing of where it is. */
  left?: { holder: string; body: string }
}

export interface Listener {
  id: string
  /** Null hears of every case. */
  entityId: string | null
  /** Null hears of every step. */
  events: readonly string[] | null
}

/** What an endpoint is told of something that happened; nothing when it is none of its business. */
export function toldTo({ entityId, events }: Listener, happening: Happening): string | undefined {
  if (events && !events.includes(happening.event)) return undefined
  if (entityId === null || entityId === happening.holder) return happening.body
  return entityId === happening.left?.holder ? happening.left.body : undefined
}
