import assert from 'node:assert/strict'
import { newId, stoppedClock } from '#kernel'
import { freshDatabase } from '../../../test/kit/database.ts'
import { signInLimits } from '../model/limits.ts'
import type { Officer } from '../model/officer.ts'
import { totpCode } from '../model/totp.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { createStaff } from './create-staff.ts'
import { findSession } from './find-session.ts'
import { grantRole } from './grant-role.ts'
import { signIn } from './sign-in.ts'

type Kit = Parameters<typeof freshDatabase>[0]

export const EMAIL = 'huda@works.example'
export const PASSWORD = 'ثلاث نخلات عند البحر'

/** Huda, a liaison of the works, and her way through both steps. */
export async function huda(t: Kit) {
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

/** An administrator, and others to be hired. */
export async function anOffice(t: Kit) {
  const { db, owner } = await freshDatabase(t)
  const clock = stoppedClock('2026-10-01T07:00:00Z')
  const tools = { db, clock, secret: Buffer.alloc(32, 9) }
  const hire = async (name: string, role: string, entity?: string) => {
    const made = await createStaff(tools, 'installation', {
      name,
      email: `${newId()}@sawt.example`,
      language: 'ar',
    })
    assert.ok(made.ok)
    const named = entity ? { entity } : {}
    const granted = await grantRole(tools, 'installation', { staffId: made.value.id, role, ...named })
    assert.ok(granted.ok, JSON.stringify(granted))
    return { id: made.value.id, grant: granted.value.id }
  }
  const admin = await hire('عادل', 'admin')
  const adel: Officer = {
    id: admin.id,
    name: 'عادل',
    language: 'ar',
    grants: [{ id: admin.grant, role: 'admin', scope: 'nation' }],
  }
  return { db, owner, clock, tools, hire, adel }
}
