/**
 * Something read rarely and used on every request: kept until its version moves on, which is asked for at
 * most once a second. Whoever changes it calls `forget` to see the change at once.
 */
export interface Snapshot<Value> {
  (): Promise<Value>
  forget(): void
}

export function snapshot<Value>(load: () => Promise<Value>, version: () => Promise<number>): Snapshot<Value> {
  let kept: { value: Promise<Value>; version: number; askedAt: number } | undefined
  const current = async () => {
    const now = performance.now()
    if (kept && now - kept.askedAt < 1000) return kept.value
    if (kept) kept.askedAt = now
    const latest = await version()
    if (kept?.version !== latest) {
      const value = load()
      kept = { value, version: latest, askedAt: now }
      value.catch(() => {
        kept = undefined
      })
    }
    return kept.value
  }
  return Object.assign(current, {
    forget: () => {
      kept = undefined
    },
  })
}
