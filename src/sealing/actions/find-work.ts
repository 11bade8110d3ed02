import { meetsWork } from '../model/work.ts'

/**
 * The page breathes and speaks after 15 ms, or after so many hashes: Tor Browser's clock stands still for a tenth of
 * a second, and a phone without a compiler for scripts makes 20,000 hashes in a second.
 */
const STRETCH_MS = 15
const MOST_AT_A_STRETCH = 2000

/**
 * Finds the counter that answers the server's challenge.
 *
 * @param onProgress told how much of the expected work is done, 0 to 1; luck may need more than expected
 */
export async function findWork(
  { challenge, bits }: { challenge: string; bits: number },
  onProgress?: (done: number) => void,
): Promise<number> {
  for (let counter = 0; ; ) {
    const from = counter
    const until = performance.now() + STRETCH_MS
    for (; counter < from + MOST_AT_A_STRETCH && performance.now() < until; counter++)
      if (meetsWork(challenge, counter, bits)) return counter
    onProgress?.(1 - Math.exp(-counter / 2 ** bits))
    await new Promise((resume) => setTimeout(resume))
  }
}
