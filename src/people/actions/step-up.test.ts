import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FREE_TRIES } from '../model/lock.ts'
import { totpCode } from '../model/totp.ts'
import { createStaff } from './create-staff.ts'
import { createToken } from './create-token.ts'
import { endSessions } from './end-sessions.ts'
import { findToken } from './find-token.ts'
import { grantRole } from './grant-role.ts'
import { listStaff } from './list-staff.ts'
import { listTokens } from './list-tokens.ts'
import { revokeToken } from './revoke-token.ts'
import { anOffice, huda } from './situations.examples.ts'
import { stepUp } from './step-up.ts'

test('before rights are granted the code is asked for again, and a code that signed somebody in does not do', async (t) => {
  const { tools, code, enter, visitor, clock } = await huda(t)
  const found = await visitor(await enter())
  assert.ok(found?.kind === 'staff')
  assert.deepEqual(await stepUp(tools, found.officer, code()), { ok: false, reason: 'code-wrong' })
  clock.forward({ seconds: 30 })
  assert.equal((await stepUp(tools, found.officer, code())).ok, true)
  assert.equal((await stepUp(tools, found.officer, code())).ok, false)
})

test('guessing the code in an open session closes the account as guessing at the door does', async (t) => {
  const { tools, code, enter, visitor, clock } = await huda(t)
  const found = await visitor(await enter())
  assert.ok(found?.kind === 'staff')
  clock.forward({ minutes: 2 })
  for (let tries = 0; tries < FREE_TRIES; tries++) await stepUp(tools, found.officer, '000000')
  assert.equal((await stepUp(tools, found.officer, code())).ok, false)
  clock.forward({ minutes: 2 })
  assert.equal((await stepUp(tools, found.officer, code())).ok, true)
})

test('one token of a program is revoked and its others go on', async (t) => {
  const { tools, db, clock, adel } = await anOffice(t)
  const secrets = []
  for (const entity of ['works', 'health']) {
    const made = await createToken(tools, adel, { role: 'liaison', entity, name: 'بوابة' })
    assert.ok(made.ok)
    secrets.push(made.value.token)
  }
  const listed = await listTokens(tools, adel)
  assert.ok(listed.ok)
  assert.deepEqual(listed.value.map(({ scopeId, endedAt }) => [scopeId, endedAt]).sort(), [
    ['health', null],
    ['works', null],
  ])
  const works = listed.value.find(({ scopeId }) => scopeId === 'works')
  assert.ok((await revokeToken(tools, adel, works?.id ?? '')).ok)
  const left = await Promise.all(secrets.map((secret) => findToken(db, secret, clock.now())))
  assert.deepEqual(
    left.map((officer) => officer?.grants[0]?.scopeId),
    [undefined, 'health'],
  )
  for (const id of [works?.id ?? '', 'x', '\u0000'])
    assert.deepEqual(await revokeToken(tools, adel, id), { ok: false, reason: 'not-found' })
  const after = await listTokens(tools, adel)
  assert.deepEqual(after.ok && after.value.map(({ endedAt }) => endedAt?.toString()), [
    undefined,
    clock.now().toString(),
  ])
})

test('a right can begin on a later day, and not end before it begins', async (t) => {
  const { tools, clock, hire, adel } = await anOffice(t)
  const { id } = await hire('هدى', 'liaison', 'works')
  const tomorrow = clock.now().add({ hours: 24 })
  const given = { staffId: id, role: 'reviewer', from: tomorrow }
  assert.deepEqual(await grantRole(tools, adel, { ...given, until: tomorrow }), {
    ok: false,
    reason: 'grant-already-over',
  })
  assert.ok((await grantRole(tools, adel, given)).ok)
  const roles = async () => {
    const staff = await listStaff(tools, adel)
    return (
      staff.ok &&
      staff.value
        .find((one) => one.id === id)
        ?.grants.map(({ role }) => role)
        .sort()
    )
  }
  assert.deepEqual(await roles(), ['liaison'])
  clock.forward({ hours: 25 })
  assert.deepEqual(await roles(), ['liaison', 'reviewer'])
})

test('somebody whose telephone is lost is signed out everywhere', async (t) => {
  const { tools, id, enter, visitor } = await huda(t)
  const token = await enter()
  assert.ok(await visitor(token))
  assert.ok((await endSessions(tools, 'installation', id)).ok)
  assert.equal(await visitor(token), undefined)
  const made = await createStaff(tools, 'installation', { name: 'س', email: 's@x.example', language: 'ar' })
  assert.ok(made.ok)
  const code = totpCode(made.value.totpSecret, tools.clock.now())
  assert.equal(
    (await stepUp(tools, { id: made.value.id, name: 'س', language: 'ar', grants: [] }, code)).ok,
    true,
  )
})
