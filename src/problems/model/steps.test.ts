import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from './problem.ts'
import { rolesOn } from './reach.ts'
import { ACTORS, STATES, STEP_NAMES, STEPS } from './steps.ts'
import { openSteps, take } from './take.ts'

const directory = {
  entity: (id: string | null | undefined) =>
    id ? { sectorId: id === 'works' ? 'infrastructure' : 'people' } : undefined,
  joined: (id: string | null | undefined) => id === 'works',
} as never

const on = (
  state: Problem['state'],
  entity: string | null,
  role: string,
  scope = 'nation',
  scopeId?: string,
) => rolesOn({ grants: [{ id: 'g', role, scope, scopeId }] as never }, { state, entity }, directory)

test('nobody judges their own fix: only the residents’ voices say that it held or came back', () => {
  assert.deepEqual(STEPS.hold.by, ['system'])
  assert.deepEqual(STEPS['come-back'].by, ['system'])
})

test('an analyst decides what is a problem, and mends nothing', () => {
  const steps = STATES.flatMap((state) => openSteps(state, ['analyst']))
  assert.deepEqual([...new Set(steps)].sort(), ['accept', 'edit', 'leave-out', 'merge', 'publish', 'reject'])
})

test('only the operations room announces', () => {
  for (const actor of ACTORS.filter((each) => each !== 'operator'))
    for (const state of STATES) assert.ok(!take('announce', state, [actor]).ok)
})

test('whoever only watches changes nothing', () => {
  for (const state of STATES) {
    assert.deepEqual(openSteps(state, ['minister']), [])
    assert.deepEqual(openSteps(state, ['releaser']), [])
  }
})

test('what is merged or rejected is out of everybody’s hands but the finder’s', () => {
  const ways = STEP_NAMES.filter((step) => take(step, 'rejected', [...ACTORS]).ok)
  assert.deepEqual(ways, ['propose-again'])
  assert.deepEqual(openSteps('merged', [...ACTORS]), [])
})

test('an entity sees its own accepted problems and no proposals; another entity sees nothing', () => {
  assert.deepEqual(on('open', 'works', 'liaison', 'entity', 'works'), ['liaison'])
  assert.deepEqual(on('proposed', 'works', 'head', 'entity', 'works'), [])
  assert.deepEqual(on('open', 'works', 'liaison', 'entity', 'electricity'), [])
  assert.deepEqual(on('open', 'works', 'minister', 'sector', 'infrastructure'), ['minister'])
  assert.deepEqual(on('open', 'works', 'minister', 'sector', 'people'), [])
})

test('the central office acts for owners that have not joined, and for no others', () => {
  assert.deepEqual(on('open', 'housing', 'reviewer'), ['reviewer', 'central'])
  assert.deepEqual(on('open', 'works', 'reviewer'), ['reviewer'])
})

test('administrators, agents and handlers have no part in problems', () => {
  for (const role of ['admin', 'agent', 'handler', 'integrity'])
    assert.deepEqual(on('open', 'works', role), [])
})
