import type { Result } from '#kernel'

/** A seed that a room refuses is a mistake in our own files. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok)
    throw new Error(`the seed was refused: ${result.reason} ${JSON.stringify(result.details ?? {})}`)
  return result.value
}
