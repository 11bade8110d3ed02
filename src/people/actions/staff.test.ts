import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel'
import type { Officer } from '../model/officer.ts'
import { grantsEver } from '../store/grants.ts'
import { createStaff } from './create-staff.ts'
import { createToken } from './create-token.ts'
import { disableStaff } from './disable-staff.ts'
import { editStaff } from './edit-staff.ts'
import { enableStaff } from './enable-staff.ts'
import { endGrant } from './end-grant.ts'
import { grantRole } from './grant-role.ts'
import { listStaff } from './list-staff.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { anOffice } from './situations.examples.ts'
import { staffHolding } from './staff-holding.ts'
import { staffNames } from './staff-names.ts'

test('only an administrator changes staff', async (t) => {
  const { tools, hire, adel } = await anOffice(t)
  const { id, grant } = await hire('هدى', 'liaison', 'works')
  const huda: Officer = {
    ...adel,
    id,
    grants: [{ id: grant, role: 'liaison', scope: 'entity', scopeId: 'works' }],
  }
  const edit = { id, name: 'هدى', email: 'h@works.example', language: 'ar' as const }
  const tries = [
    createStaff(tools, huda, { ...edit }),
    editStaff(tools, huda, edit),
    disableStaff(tools, huda, adel.id),
    enableStaff(tools, huda, id),
    grantRole(tools, huda, { staffId: adel.id, role: 'reviewer' }),
    endGrant(tools, huda, grant),
    resetSecondFactor(tools, huda, adel.id),
    listStaff(tools, huda),
    createToken(tools, huda, { role: 'reviewer', name: 'x' }),
  ]
  for (const outcome of await Promise.all(tries))
    assert.deepEqual(outcome, { ok: false, reason: 'not-allowed' })
})

test('an administrator neither extends nor ends their own rights, so that one always remains', async (t) => {
  const { tools, adel } = await anOffice(t)
  const self = { ok: false, reason: 'not-to-yourself' }
  assert.deepEqual(await grantRole(tools, adel, { staffId: adel.id, role: 'reviewer' }), self)
  assert.deepEqual(await endGrant(tools, adel, adel.grants[0]?.id ?? ''), self)
  assert.deepEqual(await disableStaff(tools, adel, adel.id), self)
  const listed = await listStaff(tools, adel)
  assert.deepEqual(listed.ok && listed.value[0]?.grants.map(({ role }) => role), ['admin'])
})

test('the same grant twice is one grant', async (t) => {
  const { tools, db, hire, adel } = await anOffice(t)
  const { id, grant } = await hire('هدى', 'liaison', 'works')
  const again = await Promise.all(
    [1, 2, 3].map(() => grantRole(tools, adel, { staffId: id, role: 'liaison', entity: 'works' })),
  )
  for (const outcome of again) assert.deepEqual(outcome, { ok: true, value: { id: grant } })
  assert.equal((await grantsEver(db, id)).length, 1)
})

test('a grant that ended can still be read, and can be given anew', async (t) => {
  const { tools, db, clock, hire, adel } = await anOffice(t)
  const { id, grant } = await hire('هدى', 'liaison', 'works')
  clock.forward({ hours: 24 })
  assert.ok((await endGrant(tools, adel, grant)).ok)
  assert.deepEqual(await endGrant(tools, adel, grant), { ok: false, reason: 'not-found' })
  clock.forward({ hours: 24 })
  assert.ok((await grantRole(tools, adel, { staffId: id, role: 'liaison', entity: 'works' })).ok)
  const ever = await grantsEver(db, id)
  assert.deepEqual(
    ever.map(({ validTo }) => validTo?.toString()),
    [undefined, '2026-10-02T07:00:00Z'],
  )
})

test('a grant with an end is over by itself', async (t) => {
  const { tools, db, clock, hire, adel } = await anOffice(t)
  const { id } = await hire('هدى', 'liaison', 'works')
  const until = clock.now().add({ hours: 1 })
  assert.ok((await grantRole(tools, adel, { staffId: id, role: 'head', entity: 'works', until })).ok)
  assert.equal((await staffHolding(db, 'head', 'entity', ['works'], clock.now())).length, 1)
  clock.forward({ hours: 1 })
  assert.equal((await staffHolding(db, 'head', 'entity', ['works'], clock.now())).length, 0)
  assert.ok(!(await grantRole(tools, adel, { staffId: id, role: 'head', entity: 'works', until })).ok)
})

test('two accounts never share an address', async (t) => {
  const { tools, adel, hire } = await anOffice(t)
  const wanted = { name: 'سالم', email: 'Salem@works.example', language: 'ar' as const }
  const made = await createStaff(tools, adel, wanted)
  assert.ok(made.ok)
  assert.deepEqual(await createStaff(tools, adel, { ...wanted, email: 'salem@WORKS.example' }), {
    ok: false,
    reason: 'email-taken',
  })
  const { id } = await hire('هدى', 'liaison', 'works')
  assert.deepEqual(await editStaff(tools, adel, { ...wanted, id }), { ok: false, reason: 'email-taken' })
  assert.ok((await editStaff(tools, adel, { ...wanted, id: made.value.id, name: 'سالم علي' })).ok)
  assert.equal((await staffNames(tools.db, [made.value.id, newId()])).get(made.value.id), 'سالم علي')
})

test('what cannot be an account is refused with its reason', async (t) => {
  const { tools, adel } = await anOffice(t)
  const reason = async (change: object) => {
    const made = await createStaff(tools, adel, {
      name: 'هدى',
      email: 'h@works.example',
      language: 'ar',
      ...change,
    })
    return made.ok ? 'made' : made.reason
  }
  assert.equal(await reason({ name: ' \u0000 ' }), 'name-missing')
  assert.equal(await reason({ name: 'ا'.repeat(121) }), 'name-too-long')
  assert.equal(await reason({ email: 'h' }), 'email-malformed')
  assert.equal(await reason({ password: 'short' }), 'password-too-short')
  for (const id of ['', 'x', '\u0000', newId()])
    assert.deepEqual(await disableStaff(tools, adel, id), { ok: false, reason: 'not-found' })
})
