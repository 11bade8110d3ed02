import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { tokenHash } from '../model/session.ts'
import { changePassword } from './change-password.ts'
import { disableStaff } from './disable-staff.ts'
import { endGrant } from './end-grant.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { signOut } from './sign-out.ts'

import { huda, PASSWORD } from './situations.examples.ts'

test('half an hour without a page ends the session; pages in between keep it', async (t) => {
  const { clock, enter, visitor } = await huda(t)
  const token = await enter()
  for (let n = 0; n < 3; n++) {
    clock.forward({ minutes: 29 })
    assert.ok(await visitor(token))
  }
  clock.forward({ minutes: 30 })
  assert.equal(await visitor(token), undefined)
})

test('twelve hours end the session, however busy', async (t) => {
  const { clock, enter, visitor } = await huda(t)
  const token = await enter()
  for (let n = 0; n < 12 * 3 - 1; n++) {
    clock.forward({ minutes: 20 })
    assert.ok(await visitor(token), `after ${n + 1} thirds of an hour`)
  }
  clock.forward({ minutes: 20 })
  assert.equal(await visitor(token), undefined)
})

test('being seen is written at most once a minute', async (t) => {
  const { db, clock, enter, visitor } = await huda(t)
  const token = await enter()
  const seen = async () =>
    (
      await db.row<{ at: Temporal.Instant }>(
        sql`select seen_at as at from sessions where token_hash = ${tokenHash(token)}`,
      )
    )?.at.toString()
  const before = await seen()
  clock.forward({ seconds: 50 })
  await visitor(token)
  assert.equal(await seen(), before)
  clock.forward({ seconds: 20 })
  await visitor(token)
  assert.equal(await seen(), clock.now().toString())
})

test('a right that ends is gone at the next page', async (t) => {
  const { tools, grant, enter, visitor } = await huda(t)
  const token = await enter()
  tools.clock.forward({ seconds: 1 })
  assert.ok((await endGrant(tools, 'installation', grant)).ok)
  const found = await visitor(token)
  assert.deepEqual(found?.kind === 'staff' && found.officer.grants, [])
})

test('signing out, being disabled and losing a factor end sessions at once', async (t) => {
  const { db, tools, id, enter, visitor } = await huda(t)
  const ends = [
    (token: string) => signOut(db, token),
    () => resetSecondFactor(tools, 'installation', id),
    () => resetPassword(tools, 'installation', id),
    () => disableStaff(tools, 'installation', id),
  ]
  const token = await enter()
  await ends[0]?.(token)
  assert.equal(await visitor(token), undefined)
  const slipIn = () =>
    db.run(sql`
      insert into sessions (token_hash, staff_id, confirmed_at, created_at, seen_at, expires_at)
      values (${tokenHash(token)}, ${id}, ${tools.clock.now()}, ${tools.clock.now()}, ${tools.clock.now()},
              ${tools.clock.now().add({ hours: 1 })})`)
  for (const end of ends.slice(1)) {
    await slipIn()
    assert.ok(await visitor(token))
    await end(token)
    assert.equal(await visitor(token), undefined)
  }
  // Disabled by now: not even a session that was being opened meanwhile counts.
  await slipIn()
  assert.equal(await visitor(token), undefined)
})

test('a changed password ends every other session and lets only the new one in', async (t) => {
  const { tools, enter, visitor, password } = await huda(t)
  const other = await enter()
  tools.clock.forward({ seconds: 30 })
  const token = await enter()
  const found = await visitor(token)
  assert.ok(found?.kind === 'staff')
  const change = (current: string, next: string) =>
    changePassword(tools, found.officer, { current, next, token })
  assert.deepEqual(await change('not the right one', 'blue harbour lantern'), {
    ok: false,
    reason: 'password-wrong',
  })
  assert.ok(!(await change(PASSWORD, 'short')).ok)
  assert.ok((await change(PASSWORD, 'blue harbour lantern')).ok)
  assert.ok(await visitor(token))
  assert.equal(await visitor(other), undefined)
  assert.ok(!(await password()).ok)
  assert.ok((await password('blue harbour lantern')).ok)
})

test('neither passwords nor secrets can be read from the database', async (t) => {
  const { db, enter } = await huda(t)
  const token = await enter()
  const kept = JSON.stringify(
    await db.rows(sql`
    select password_hash, encode(totp_secret, 'escape') as totp from staff
    union all select encode(token_hash, 'escape'), null from sessions`),
  )
  assert.ok(!kept.includes(PASSWORD) && !kept.includes(token))
  assert.match(kept, /\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
