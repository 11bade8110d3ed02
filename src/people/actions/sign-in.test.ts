import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { confirmSignIn } from './confirm-sign-in.ts'
import { disableStaff } from './disable-staff.ts'
import { signIn } from './sign-in.ts'

import { EMAIL, huda, PASSWORD } from './situations.examples.ts'

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
