import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { createToken } from './create-token.ts'
import { disableStaff } from './disable-staff.ts'
import { enableStaff } from './enable-staff.ts'
import { endGrant } from './end-grant.ts'
import { findToken } from './find-token.ts'
import { anOffice } from './situations.examples.ts'

test('a token reaches what it was made for and nothing else of its program', async (t) => {
  const { tools, db, clock, adel } = await anOffice(t)
  const make = async (role: string, entity?: string) => {
    const made = await createToken(tools, adel, { role, name: 'بوابة', ...(entity && { entity }) })
    assert.ok(made.ok)
    return made.value.token
  }
  const [works, health, national] = [
    await make('liaison', 'works'),
    await make('liaison', 'health'),
    await make('reviewer'),
  ]
  const officers = await Promise.all(
    [works, health, national].map((token) => findToken(db, token, clock.now())),
  )
  assert.equal(new Set(officers.map((officer) => officer?.id)).size, 1)
  assert.deepEqual(
    officers.map((officer) => officer?.grants.map(({ role, scopeId }) => [role, scopeId])),
    [[['liaison', 'works']], [['liaison', 'health']], [['reviewer', undefined]]],
  )
})

test('a token dies with its grant and with its program', async (t) => {
  const { tools, db, clock, adel } = await anOffice(t)
  const made = await createToken(tools, adel, { role: 'liaison', entity: 'works', name: 'بوابة' })
  const other = await createToken(tools, adel, { role: 'reviewer', name: 'بوابة' })
  assert.ok(made.ok && other.ok)
  const [first, second] = [made.value.token, other.value.token]
  const officer = await findToken(db, first, clock.now())
  clock.forward({ seconds: 1 })
  await endGrant(tools, adel, officer?.grants[0]?.id ?? '')
  assert.equal(await findToken(db, first, clock.now()), undefined)
  assert.ok(await findToken(db, second, clock.now()))
  await disableStaff(tools, adel, officer?.id ?? '')
  assert.equal(await findToken(db, second, clock.now()), undefined)
  await enableStaff(tools, adel, officer?.id ?? '')
  assert.equal(await findToken(db, second, clock.now()), undefined)
})

test('what is no token finds nobody', async (t) => {
  const { db, clock } = await anOffice(t)
  for (const text of ['', 'sawt_', 'Bearer x', `sawt_${'a'.repeat(43)}`, '\u0000', 'x'.repeat(100_000)])
    assert.equal(await findToken(db, text, clock.now()), undefined)
})

test('two commands at once make one program', async (t) => {
  const { tools, db, adel } = await anOffice(t)
  await Promise.all(
    Array.from({ length: 6 }, () => createToken(tools, adel, { role: 'reviewer', name: 'بوابة' })),
  )
  const row = await db.row<{ n: number }>(sql`select count(*) as n from staff where email is null`)
  assert.equal(row?.n, 1)
})
