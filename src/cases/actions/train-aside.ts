import { Worker } from 'node:worker_threads'
import type { Example } from '#language'

/** Trains in a thread of its own: seconds of arithmetic, in which nobody waits for a page. @returns a packed model */
export function trainAside(examples: readonly Example[]): Promise<Uint8Array> {
  // The thread is `.ts` beside us in development and `.js` once it is built.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const thread = new Worker(new URL(`./training-thread.${ending}`, import.meta.url), {
    workerData: examples,
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('Training ended without a model')))
  })
}
