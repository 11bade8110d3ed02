import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'

test('rows written by COPY are the rows that were meant, whatever people wrote', async (t) => {
  const { db } = await freshDatabase(t)
  const texts = [
    'plain',
    'tab\tand\nlines\r\n',
    'back\\slash \\N \\.',
    '\\.',
    '',
    'نص "عربي" {a,b}',
    '\u{1F600}',
  ]
  const at = Temporal.Instant.from('2026-10-01T07:00:00.123Z')
  const values = texts.map((name) => [newId(), name, `${newId()}@sawt.example`, at, true])
  const columns = ['id', 'name', 'email', 'created_at', 'active']
  assert.equal(await db.copy({ table: 'staff', columns, values }), texts.length)
  const rows = await db.rows<{ name: string; at: Temporal.Instant }>(
    sql`select name, created_at as at from staff`,
  )
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), texts.toSorted())
  assert.ok(rows.every((row) => row.at.equals(at)))
})

test('a COPY that is refused writes nothing and leaves the connection usable', async (t) => {
  const { db } = await freshDatabase(t)
  const id = newId()
  const values = [id, id].map((same) => [same, 'twice', `${newId()}@sawt.example`])
  await assert.rejects(db.copy({ table: 'staff', columns: ['id', 'name', 'email'], values }), /duplicate key/)
  assert.deepEqual(await db.rows(sql`select id from staff`), [])
})
