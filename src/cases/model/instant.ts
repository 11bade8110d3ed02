/** A moment as facts hold it. */
export const instant = (text: string | null | undefined): Temporal.Instant | null =>
  text ? Temporal.Instant.from(text) : null
