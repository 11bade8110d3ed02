import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { isAway } from './away.ts'

test('a database that is not there is away; a mistake in a statement is not', async (t) => {
  const nowhere = connect({ host: '/nowhere', max: 1 })
  t.after(nowhere.close)
  const missing = await nowhere.rows(sql`select 1`).catch((error) => error)
  assert.ok(isAway(missing), String(missing))
  const { country } = await anApp(t)
  const wrong = await country.db.rows(sql`select 1 / 0 as x`).catch((error) => error)
  assert.equal(isAway(wrong), false)
  assert.ok(isAway(Object.assign(new Error('could not extend file'), { code: '53100' })), 'a full disk')
})
