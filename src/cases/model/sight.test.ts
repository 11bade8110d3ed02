import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sight } from './sight.ts'
import type { Actor } from './steps.ts'

const OPEN = { identityHidden: false }
const HIDDEN = { identityHidden: true }
const ENTITY_ROLES: Actor[] = ['liaison', 'handler', 'head', 'minister']

test('whoever talks to the resident sees name and contact, whether hidden from the entity or not', () => {
  for (const role of ['agent', 'reviewer'] as const) {
    const { name, contact } = sight([role], HIDDEN)
    assert.deepEqual({ name, contact }, { name: true, contact: true })
  }
})

test('the releaser and the operations room see the name and never the telephone', () => {
  for (const role of ['releaser', 'operator'] as const) {
    for (const found of [OPEN, HIDDEN]) {
      const { name, contact } = sight([role], found)
      assert.deepEqual({ name, contact }, { name: true, contact: false })
    }
  }
})

test('in the entity only those who arrange visits see the telephone', () => {
  assert.deepEqual(
    ENTITY_ROLES.map((role) => sight([role], OPEN).contact),
    [true, true, false, false],
  )
})

test('nobody of the entity learns anything of a resident who hid their identity, whatever roles they add up', () => {
  fc.assert(
    fc.property(fc.subarray(ENTITY_ROLES), (roles) => {
      const { name, contact } = sight(roles, HIDDEN)
      assert.equal(name || contact, false)
    }),
  )
})

test('contact is never shown without the name', () => {
  const roles: Actor[] = [...ENTITY_ROLES, 'agent', 'reviewer', 'releaser', 'operator', 'entity', 'system']
  fc.assert(
    fc.property(fc.subarray(roles), fc.boolean(), (held, identityHidden) => {
      const seen = sight(held, { identityHidden })
      assert.ok(seen.name || !seen.contact)
    }),
  )
})
