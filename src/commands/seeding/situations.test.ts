import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { aDemonstration } from '../../../test/kit/demonstration.ts'
import { seedSituations } from './situations.ts'

for (const country of ['bahrain', 'jordan'])
  test(`the demonstration of ${country} shows cases in every stage`, async (t) => {
    const { db } = await freshDatabase(t)
    const tools = await aDemonstration(db, country)
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
