import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseEvent, Facts } from './event.ts'
import { happeningOf } from './hook.ts'
import type { CaseState } from './state.ts'

const ID = '0197a000-0000-7000-8000-000000000001'
const answerBy = Temporal.Instant.from('2026-10-08T11:15:00Z')

const state = (change: Partial<CaseState> = {}) =>
  ({
    id: ID,
    reference: '26483190274',
    type: 'complaint',
    stage: 'with-entity',
    subject: 'canary of the subject',
    entity: 'works',
    category: 'potholes',
    resident: 'canary of a resident',
    handler: 'canary of a handler',
    answerBy,
    ...change,
  }) as CaseState

const event = (facts: object): CaseEvent => ({
  caseId: ID,
  seq: 4,
  step: 'note',
  at: answerBy,
  role: 'liaison',
  actorId: 'canary of an actor',
  facts: facts as Facts,
})

test('whatever stands in an event, only what is named in the list goes out', () => {
  const unlisted = [
    'subject',
    'resident',
    'enteredBy',
    'handler',
    'place',
    'other',
    'parent',
    'source',
    'language',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...unlisted, 'toString', 'words', 'text'), fc.string(), (name, more) => {
      const facts = {
        [name]: `canary ${more}`,
        parts: ['canary'],
        files: ['canary'],
        tells: ['canary'],
        oddities: ['canary'],
        sourceDates: { x: 'canary' },
        reason: 'A canary wrote this',
        actions: [{ number: 1, dueOn: '2026-10-20', text: 'canary' }],
      }
      const { body, left } = happeningOf(event(facts), state({ entity: 'electricity' }), state())
      assert.doesNotMatch(body, /canary/)
      assert.doesNotMatch(left?.body ?? '', /canary/)
      assert.deepEqual(JSON.parse(body).facts, { actions: [{ number: 1, dueOn: '2026-10-20' }] })
    }),
  )
})

test('a case that stays where it is leaves nobody; one that nobody had leaves nobody either', () => {
  assert.equal(happeningOf(event({}), state(), state()).left, undefined)
  assert.equal(happeningOf(event({}), state({ entity: null }), state()).left, undefined)
  assert.equal(happeningOf(event({}), null, state()).left, undefined)
})

test('whoever lost a case is told the date and category they knew, and not where it went', () => {
  const before = state({ entity: 'housing' })
  const after = state({ category: 'power-cuts', answerBy: answerBy.add({ hours: 24 }) })
  const { left, holder } = happeningOf(event({ entity: 'works', category: 'power-cuts' }), before, after)
  assert.deepEqual([holder, left?.holder], ['works', 'housing'])
  const told = JSON.parse(left?.body ?? '{}')
  assert.deepEqual(
    [told.case.entity, told.case.category, told.case.answerBy, told.facts],
    [null, 'potholes', answerBy.toString(), {}],
  )
})
