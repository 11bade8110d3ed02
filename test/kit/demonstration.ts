import assert from 'node:assert/strict'
import { openProofFolder } from '#cases'
import type { Clock } from '#kernel'
import { type Db, openFiles, openLog } from '#platform'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import { buildTools } from '../../src/tools.ts'

/** The tools of a country's demonstration in an empty database, before any of its cases has happened. */
export async function aDemonstration(db: Db, country: string, clock?: Clock) {
  const tools = buildTools({
    db,
    log: openLog('silent'),
    files: openFiles({ dir: '/nowhere' }),
    proof: openProofFolder('/nowhere'),
    secret: Buffer.from('a secret of thirty-two characters'),
    publicUrl: 'http://localhost',
    demonstration: true,
    ...(clock && { clock }),
  })
  assert.ok((await seedCountry(tools, country)).ok)
  tools.forget()
  return tools
}
