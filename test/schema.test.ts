import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { freshDatabase } from './kit/database.ts'
import { dumpSchema } from './kit/dump-schema.ts'

const GOLDEN = join(import.meta.dirname, '../db/schema.sql')

test('the migrations lead to the schema that everybody reads', async (t) => {
  const { owner } = await freshDatabase(t)
  const schema = await dumpSchema(owner)
  if (process.env.UPDATE_SCHEMA) writeFileSync(GOLDEN, schema)
  assert.equal(schema, readFileSync(GOLDEN, 'utf8'))
})
