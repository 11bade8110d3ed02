import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluation, openCard } from '#insight'
import { findOfficer } from '#people'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { aDemonstration } from '../../../test/kit/demonstration.ts'
import { seedMonths } from './months.ts'

for (const country of ['bahrain', 'jordan'])
  test(`the demonstration of ${country} shows the evaluation of a month at once, its score, its versions and its people`, async (t) => {
    const { db } = await freshDatabase(t)
    const tools = await aDemonstration(db, country)
    await seedMonths(tools, country)
    const head = (await findOfficer(db, 'head.works@sawt.example', tools.clock.now())) ?? assert.fail()
    const found = await evaluation(tools, head, {})
    assert.ok(found.ok)
    const { months, entities, people } = found.value
    assert.equal(months.length, 2)
    assert.deepEqual([entities.length, people.length], [1, 2])
    const before = await evaluation(tools, head, { month: String(months[1]).slice(0, 7) })
    assert.ok(before.ok)
    assert.deepEqual(
      before.value.versions.map(({ reason }) => reason),
      ['month-over', 'settled'],
    )
    const [works] = before.value.entities
    assert.ok(works?.card.score)
    const card = await openCard(tools, head, works.id)
    assert.ok(card.ok && card.value.peers)
    assert.equal(card.value.comments.length, 1)
    const waiting = await db.row<{ n: number }>(sql`
      select count(*)::int as n from evaluation_sampled d
       where not exists (select from evaluation_reviews r where r.case_id = d.case_id and r.seq = d.seq)`)
    assert.ok((waiting?.n ?? 0) <= 12)
  })
