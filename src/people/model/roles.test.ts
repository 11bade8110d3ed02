import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holds, holdsOn, type Officer, rolesOf, scopeIds } from './officer.ts'
import { isStaffRole, ROLES, type Role, STAFF_ROLES, scopeFor } from './roles.ts'

const anything = fc.oneof(fc.constantFrom(...Object.keys(ROLES)), fc.string())
const place = fc.option(fc.stringMatching(/^[a-z]{1,8}$/), { nil: undefined })

test('nobody is given a role on a scope that it is not held on', () => {
  fc.assert(
    fc.property(anything, place, place, place, (role, sector, entity, unit) => {
      const named = { ...(sector && { sector }), ...(entity && { entity }), ...(unit && { unit }) }
      const found = scopeFor(role, named)
      if (!found.ok) return
      assert.ok((ROLES[found.value.role].scopes as readonly string[]).includes(found.value.scope))
      assert.equal(found.value.scopeId, unit ?? entity ?? sector)
    }),
  )
})

test('a role of the nation is refused together with an entity, rather than given more than was said', () => {
  assert.deepEqual(scopeFor('reviewer', { entity: 'works' }), {
    ok: false,
    reason: 'role-is-national',
    details: { role: 'reviewer' },
  })
})

test('a resident holds nothing that could be granted', () => {
  assert.ok(!isStaffRole('resident'))
  assert.ok(!scopeFor('resident', {}).ok)
  assert.ok(!isStaffRole('constructor'))
  assert.equal(STAFF_ROLES.length, Object.keys(ROLES).length - 1)
})

test('every role of staff can be held somewhere', () => {
  for (const role of STAFF_ROLES) assert.ok(ROLES[role as Role].scopes.length > 0, role)
})

test('what an officer holds is read from the grants and nothing else', () => {
  const huda: Officer = {
    id: '1',
    name: 'هدى',
    language: 'ar',
    grants: [
      { id: 'a', role: 'liaison', scope: 'entity', scopeId: 'works' },
      { id: 'b', role: 'liaison', scope: 'entity', scopeId: 'health' },
      { id: 'c', role: 'analyst', scope: 'nation' },
    ],
  }
  assert.ok(holds(huda, 'liaison') && !holds(huda, 'head'))
  assert.ok(holdsOn(huda, 'liaison', 'entity', 'works') && !holdsOn(huda, 'liaison', 'entity', 'housing'))
  assert.ok(holdsOn(huda, 'analyst', 'nation'))
  assert.deepEqual(scopeIds(huda, 'liaison', 'entity'), ['works', 'health'])
  assert.deepEqual(rolesOf(huda), ['liaison', 'analyst'])
})
