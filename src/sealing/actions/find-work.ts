import { meetsWork } from '../model/work.ts'

/** So many hashes at a stretch: under 20 ms on a slow phone, so that the page can breathe and speak. */
const AT_A_STRETCH = 500

/**
 * Finds the counter that answers the server's challenge.
 *
 * @param onProgress told how much of the expected work is done, 0 to 1; luck may need more than expected
 */
export async function findWork(
  { challenge, bits }: { challenge: string; bits: number },
  onProgress?: (done: number) => void,
): Promise<number> {
  for (let counter = 0; ; counter++) {
    if (meetsWork(challenge, counter, bits)) return counter
    if (counter % AT_A_STRETCH !== AT_A_STRETCH - 1) continue
    onProgress?.(1 - Math.exp(-counter / 2 ** bits))
    await new Promise((resume) => setTimeout(resume))
  }
}
