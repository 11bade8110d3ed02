import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { openProofFolder } from '#cases'
import { openFiles, openLog } from '#platform'
import { buildApp } from '../../src/app.tsx'
import { buildTools } from '../../src/tools.ts'
import { aCountry } from './country.ts'
import { removeScratch, scratchFolder } from './scratch.ts'

/**
 * The whole web application over an invented country: nothing listens, requests are handed to `app.request`.
 * Its clock stands still, it is a demonstration, and its files lie in a folder that goes with the test.
 */
export async function anApp(
  t: Pick<TestContext, 'after'>,
  { publicUrl = ORIGIN, demonstration = true } = {},
) {
  const dir = scratchFolder('files')
  t.after(() => removeScratch(dir))
  const country = await aCountry(t)
  const tools = buildTools({
    db: country.db,
    clock: country.clock,
    log: openLog('silent'),
    files: openFiles({ dir }),
    proof: openProofFolder(join(dir, 'proof')),
    secret: Buffer.alloc(32, 7),
    publicUrl,
    demonstration,
  })
  return { app: buildApp(tools), country, tools }
}

export type App = Awaited<ReturnType<typeof anApp>>

/** Where the application of a test believes to be. */
export const ORIGIN = 'http://localhost'
