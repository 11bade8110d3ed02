import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stoppedClock } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { signInLimits } from '../model/limits.ts'
import { tokenHash } from '../model/session.ts'
import { totpCode } from '../model/totp.ts'
import { changePassword } from './change-password.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { createStaff } from './create-staff.ts'
import { disableStaff } from './disable-staff.ts'
import { endGrant } from './end-grant.ts'
import { findSession } from './find-session.ts'
import { grantRole } from './grant-role.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

type Kit = Parameters<typeof freshDatabase>[0]

const EMAIL = 'huda@works.example'
const PASSWORD = 'ثلاث نخلات عند البحر'

/** Huda, a liaison of the works, and her way through both steps. */
async function huda(t: Kit) {
  const { db } = await freshDatabase(t)
  const clock = stoppedClock('2026-10-01T07:00:00Z')
  const tools = { db, clock, secret: Buffer.alloc(32, 3), limits: signInLimits() }
  const made = await createStaff(tools, 'installation', {
    name: 'هدى',
    email: EMAIL,
    language: 'ar',
    password: PASSWORD,
  })
  assert.ok(made.ok)
  const granted = await grantRole(tools, 'installation', {
    staffId: made.value.id,
    role: 'liaison',
    entity: 'works',
  })
  assert.ok(granted.ok)
  const { id, totpSecret } = made.value
  const code = () => totpCode(totpSecret, clock.now())
  const password = (typed = PASSWORD, email = EMAIL) =>
    signIn(tools, { email, password: typed, address: '::1' })
  const enter = async () => {
    const first = await password()
    assert.ok(first.ok, JSON.stringify(first))
    const second = await confirmSignIn(tools, { pending: first.value.pending, code: code() })
    assert.ok(second.ok, JSON.stringify(second))
    return second.value.token
  }
  const visitor = (token: string) => findSession(db, token, clock.now())
  return { db, clock, tools, id, grant: granted.value.id, code, password, enter, visitor }
}

test('password and code together open a session with the rights in force', async (t) => {
  const { enter, visitor, id } = await huda(t)
  const found = await visitor(await enter())
  assert.ok(found?.kind === 'staff')
  assert.equal(found.officer.id, id)
  assert.deepEqual(
    found.officer.grants.map(({ role, scopeId }) => [role, scopeId]),
    [['liaison', 'works']],
  )
})

test('the password alone opens nothing', async (t) => {
  const { password, visitor } = await huda(t)
  const first = await password()
  assert.ok(first.ok)
  assert.equal(await visitor(first.value.pending), undefined)
})

test('the address may be typed in capitals, the password with another keyboard’s hamza', async (t) => {
  const { password } = await huda(t)
  assert.ok((await password(PASSWORD.normalize('NFD'), ' Huda@Works.EXAMPLE ')).ok)
})

test('a code works once, even in the half minute in which it still stands', async (t) => {
  const { tools, password, enter, code } = await huda(t)
  await enter()
  const again = await password()
  assert.ok(again.ok)
  const replayed = await confirmSignIn(tools, { pending: again.value.pending, code: code() })
  assert.deepEqual(replayed, { ok: false, reason: 'code-wrong' })
  tools.clock.forward({ seconds: 30 })
  assert.ok((await confirmSignIn(tools, { pending: again.value.pending, code: code() })).ok)
})

test('of two that use one code at the same moment, one gets in', async (t) => {
  const { tools, password, code } = await huda(t)
  const pending = await Promise.all([password(), password()])
  const tries = pending.map((first) => {
    assert.ok(first.ok)
    return confirmSignIn(tools, { pending: first.value.pending, code: code() })
  })
  assert.deepEqual((await Promise.all(tries)).map(({ ok }) => ok).sort(), [false, true])
})

test('unknown, disabled and wrong all get the same answer', async (t) => {
  const { tools, id, password } = await huda(t)
  const answers = [await password('not the right one'), await password(PASSWORD, 'nobody@works.example')]
  await disableStaff(tools, 'installation', id)
  answers.push(await password(), await password(PASSWORD, 'a\u0000b'), await password('', ''))
  for (const answer of answers) assert.deepEqual(answer, { ok: false, reason: 'sign-in-refused' })
})

test('after five wrong tries even the right password waits, a minute first, then longer', async (t) => {
  const { clock, password } = await huda(t)
  for (let n = 0; n < 5; n++) await password('not the right one')
  assert.deepEqual(await password(), { ok: false, reason: 'sign-in-refused' })
  clock.forward({ seconds: 61 })
  await password('not the right one')
  clock.forward({ seconds: 61 })
  assert.ok(!(await password()).ok)
  clock.forward({ seconds: 60 })
  assert.ok((await password()).ok)
})

test('guesses made at the same moment count like guesses made one after another', async (t) => {
  const { db, password } = await huda(t)
  await Promise.all(Array.from({ length: 12 }, () => password('not the right one')))
  assert.ok(!(await password()).ok)
  const row = await db.row<{ tries: number }>(
    sql`select failed_tries as tries from staff where email = ${EMAIL}`,
  )
  assert.ok((row?.tries ?? 0) >= 5)
})

test('whoever knows the password cannot try codes for ever', async (t) => {
  const { tools, password } = await huda(t)
  const outcomes: boolean[] = []
  for (let n = 0; n < 8; n++) {
    const first = await password()
    outcomes.push(first.ok)
    if (first.ok) await confirmSignIn(tools, { pending: first.value.pending, code: '000000' })
  }
  assert.deepEqual(outcomes, [true, true, true, true, true, false, false, false])
})

test('an account that is tried too fast answers so, whether it exists or not', async (t) => {
  const { tools } = await huda(t)
  const last = async (email: string) => {
    const tries = Array.from({ length: 16 }, (_, n) =>
      signIn(tools, { email, password: 'x', address: String(n) }),
    )
    return (await Promise.all(tries)).at(-1)
  }
  assert.deepEqual(await last(EMAIL), { ok: false, reason: 'too-many-tries' })
  assert.deepEqual(await last('nobody@works.example'), { ok: false, reason: 'too-many-tries' })
})

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
  for (const end of ends.slice(1)) {
    await db.run(sql`
      insert into sessions (token_hash, staff_id, confirmed_at, created_at, seen_at, expires_at)
      values (${tokenHash(token)}, ${id}, ${tools.clock.now()}, ${tools.clock.now()}, ${tools.clock.now()},
              ${tools.clock.now().add({ hours: 1 })})`)
    assert.ok(await visitor(token))
    await end(token)
    assert.equal(await visitor(token), undefined)
  }
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
