import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'

test('the database takes no event without its case and no words without their event', async (t) => {
  const { db } = await freshDatabase(t)
  const event = [newId(), 1, 'submit', Temporal.Instant.from('2026-10-01T07:00:00Z'), 'resident']
  const columns = ['case_id', 'seq', 'step', 'at', 'role']
  await assert.rejects(db.copy({ table: 'case_events', columns, values: [event] }), {
    constraint: 'events_have_their_case',
    code: '23503',
  })
  const words = sql`insert into case_words (case_id, seq, words) values (${newId()}::uuid, 1, '{}')`
  await assert.rejects(db.run(words), { constraint: 'words_have_their_event', code: '23503' })
})
