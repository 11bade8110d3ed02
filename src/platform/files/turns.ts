/**
 * Lets at most `places` pieces of work run at a time; the others wait in order.
 *
 * A decoded image can take 200 MB, so that ten at once must not be started because ten arrived at once.
 */
export function turns(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = []
  let free = places
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
