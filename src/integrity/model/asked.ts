/** Counts what was asked for in the last minute, in this process. Who asked, nobody remembers. */
export function challengeCounter() {
  let minute = 0
  let now = 0
  let before = 0
  return (at: Temporal.Instant): number => {
    const found = Math.floor(at.epochMilliseconds / 60_000)
    if (found !== minute) {
      before = found === minute + 1 ? now : 0
      now = 0
      minute = found
    }
    now++
    return Math.max(now, before)
  }
}

/** Counts within the hour, in this process. */
export function hourlyCounter() {
  let hour = 0
  let count = 0
  return (at: Temporal.Instant): number => {
    const found = Math.floor(at.epochMilliseconds / 3_600_000)
    count = found === hour ? count + 1 : 1
    hour = found
    return count
  }
}
