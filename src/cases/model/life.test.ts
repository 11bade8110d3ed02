import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apply, begin } from './apply.ts'
import type { CaseEvent, Facts } from './event.ts'
import { replay } from './replay.ts'
import { STAGES } from './stages.ts'
import { type CaseState, CLOCKS } from './state.ts'
import { STEP_NAMES, STEPS, type StepName } from './steps.ts'
import { openSteps, take } from './take.ts'

const START = Temporal.Instant.from('2026-10-01T07:00:00Z')
const PEOPLE = ['rana', 'basim', 'layla', 'salem', null] as const
const TELLING: readonly StepName[] = ['extend', 'reopen', 'add']

/** What somebody tries next: mostly what is open, sometimes anything, by anybody, with any date. */
const attempt = fc.record({
  wild: fc.constantFrom(true, false, false),
  pick: fc.nat(1000),
  step: fc.constantFrom(...STEP_NAMES),
  person: fc.constantFrom(...PEOPLE),
  role: fc.nat(10),
  days: fc.integer({ min: -5, max: 30 }),
})

type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never

const life = fc.array(attempt, { minLength: 25, maxLength: 60, size: 'max' })

function submitted(): CaseEvent {
  const facts: Facts = {
    reference: '26483190274',
    type: 'complaint',
    subject: 'حفرة في الشارع',
    answerBy: START.add({ hours: 240 }).toString(),
    due: START.add({ hours: 24 }).toString(),
  }
  return { caseId: 'c', seq: 1, step: 'submit', at: START, role: 'resident', actorId: null, facts }
}

const EVERYBODY = [...new Set(Object.values(STEPS).flatMap(({ by }) => [...by]))]

const standing = (state: CaseState) => ({ ...state, parts: 0, partsOpen: 0 })

/** Lives through the attempts; what the table refuses does not happen. */
function live(
  attempts: readonly Attempt[],
  watch: (before: CaseState, event: CaseEvent, after: CaseState) => void,
) {
  const events = [submitted()]
  let state = begin(submitted())
  for (const { wild, pick, step: anyStep, person, role, days } of attempts) {
    const open = openSteps(standing(state), { id: person, roles: EVERYBODY })
    const step = wild ? anyStep : (open[pick % (open.length || 1)] ?? anyStep)
    const roles = STEPS[step].by
    const move = take(step, standing(state), {
      id: person,
      roles: [roles[role % roles.length] as (typeof roles)[number]],
    })
    if (step === 'submit' || !move.ok) continue
    const at = START.add({ hours: events.length })
    const event: CaseEvent = {
      caseId: 'c',
      seq: state.seq + 1,
      step,
      at,
      role: move.value.role,
      actorId: person,
      facts: factsOf(step, state, at.add({ hours: days * 24 }).toString()),
    }
    const after = apply(state, event, move.value.to)
    watch(state, event, after)
    events.push(event)
    state = after
  }
  return { events, state }
}

/** Facts as the acts give them: routing keeps the earlier date, only what tells the resident may move it. */
function factsOf(step: StepName, state: CaseState, date: string): Facts {
  const sooner = date < state.answerBy.toString() ? date : state.answerBy.toString()
  if (step === 'route' || step === 'split')
    return { entity: 'works', automatic: step === 'route', entityDue: date, answerBy: sooner, due: date }
  if (step === 'escalate') return { rung: `${state.clock}/${state.climbed.length}` }
  if (step === 'merge') return { other: 'another-case' }
  if (step === 'reply') return { outcome: 'solved', due: date }
  if (step === 'rate') return { solved: 4, respect: 5 }
  if (step === 'extend' || step === 'reopen') return { answerBy: date, entityDue: date }
  if (step === 'add' && state.stage === 'closed') return { answerBy: date, entityDue: date, due: date }
  return { due: date }
}

test('the lives that are lived here take every step and see every stage', () => {
  const [steps, stages] = [new Set<string>(['submit']), new Set<string>()]
  for (const attempts of fc.sample(life, { numRuns: 800, seed: 26 }))
    live(attempts, (_, { step }, { stage }) => {
      steps.add(step)
      stages.add(stage)
    })
  assert.deepEqual([...steps].sort(), [...STEP_NAMES].sort())
  assert.deepEqual([...stages].sort(), [...STAGES].sort())
})

test('replaying a history gives the state that was stored', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      const { events, state } = live(attempts, () => undefined)
      assert.deepEqual(replay(events), state)
    }),
  )
})

test('every open case has somebody’s running clock, and a closed one has none', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      live(attempts, (_, { step }, after) => {
        if (after.stage === 'closed') return assert.equal(after.clock, null, step)
        assert.ok(after.clock && CLOCKS.includes(after.clock), step)
        assert.ok(after.clockDue, step)
      })
    }),
  )
})

test('the resident’s date never moves later silently', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      live(attempts, (before, { step }, after) => {
        if (Temporal.Instant.compare(after.answerBy, before.answerBy) > 0)
          assert.ok(TELLING.includes(step), step)
      })
    }),
  )
})

test('nobody releases what they wrote or verified', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      live(attempts, (before, { step, actorId }) => {
        if (step !== 'release' || actorId === null) return
        assert.notEqual(actorId, before.repliedBy)
        assert.notEqual(actorId, before.verifiedBy)
      })
    }),
  )
})

test('whoever had a hand in an answer does not review the objection to it', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      live(attempts, (before, { step, actorId }) => {
        if ((step !== 'reopen' && step !== 'uphold') || actorId === null) return
        for (const hand of [before.repliedBy, before.verifiedBy, before.releasedBy])
          assert.notEqual(actorId, hand)
      })
    }),
  )
})

test('an answer always has an outcome, and closing always has one', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      live(attempts, (_, { step, facts }, after) => {
        if (step === 'deliver' && !facts.outcome) return
        if (after.stage === 'answered' && after.answeredAt && !after.mergedInto)
          assert.ok(after.outcome, step)
      })
    }),
  )
})

test('what a screen offers is what the table allows, and nothing else', () => {
  fc.assert(
    fc.property(life, fc.constantFrom(...PEOPLE), (attempts, person) => {
      const { state } = live(attempts, () => undefined)
      const taker = { id: person, roles: ['reviewer', 'liaison', 'resident'] } as const
      const offered = openSteps(standing(state), taker)
      for (const step of STEP_NAMES)
        if (step !== 'submit')
          assert.equal(offered.includes(step), take(step, standing(state), taker).ok, step)
    }),
  )
})

test('a step that the stage does not allow is refused whoever tries', () => {
  const state = begin(submitted())
  const everybody = {
    id: null,
    roles: ['resident', 'reviewer', 'releaser', 'liaison', 'handler', 'system'],
  } as const
  assert.deepEqual(take('release', standing(state), everybody), { ok: false, reason: 'wrong-stage' })
  assert.deepEqual(take('verify', standing(state), everybody), { ok: false, reason: 'wrong-stage' })
  assert.deepEqual(take('route', standing(state), { id: 'x', roles: ['liaison'] }), {
    ok: false,
    reason: 'not-your-step',
  })
})
