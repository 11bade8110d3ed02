import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openProofFolder } from '#cases'
import { openFiles, openLog, sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { buildTools } from '../../tools.ts'
import { seedCountry } from './seed-country.ts'
import { seedSituations } from './situations.ts'

for (const country of ['bahrain', 'jordan'])
  test(`the demonstration of ${country} shows cases in every stage`, async (t) => {
    const { db } = await freshDatabase(t)
    const tools = buildTools({
      db,
      log: openLog('silent'),
      files: openFiles({ dir: '/nowhere' }),
      proof: openProofFolder('/nowhere'),
      secret: Buffer.from('a secret of thirty-two characters'),
      publicUrl: 'http://localhost',
      demonstration: true,
    })
    const seeded = await seedCountry(tools, country)
    assert.ok(seeded.ok)
    const planted = await seedSituations(tools, country)
    const stages = await db.rows<{ stage: string; n: number }>(
      sql`select stage, count(*) as n from cases group by stage`,
    )
    assert.equal(
      stages.reduce((sum, { n }) => sum + n, 0),
      planted,
    )
    assert.deepEqual(stages.map(({ stage }) => stage).sort(), [
      'answered',
      'awaiting-resident',
      'closed',
      'objected',
      'received',
      'replied',
      'verified',
      'with-entity',
    ])
  })
