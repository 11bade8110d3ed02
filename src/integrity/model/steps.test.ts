import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acknowledgeBy, eraseOn, feedbackBy, nextClock, retaliationPrompts } from './clocks.ts'
import { type Coded, statisticsOf } from './statistics.ts'
import { openSteps, STEP_NAMES, STEPS, type Standing, type StepName, take } from './steps.ts'
import { OUTCOMES, STAGES } from './wire.ts'

const officers = ['noor', 'sami', 'hala']
const standing: fc.Arbitrary<Standing> = fc.record({
  stage: fc.constantFrom(...STAGES),
  held: fc.boolean(),
  answerable: fc.boolean(),
  holders: fc.integer({ min: 1, max: 5 }),
  asks: fc.uniqueArray(
    fc.record({ what: fc.constantFrom('hold', 'lift', 'erase'), by: fc.constantFrom(...officers) }),
    { selector: ({ what }) => what },
  ),
  identity: fc.constantFrom('none', 'kept', 'asked', 'released'),
})
const anyStep = fc.constantFrom(...STEP_NAMES)
const anyone = fc.constantFrom(...officers)
const holds = (rule: (at: Standing, name: StepName, officer: string) => boolean) =>
  fc.assert(fc.property(standing, anyStep, anyone, rule), { numRuns: 2000 })

test('a step is taken only from a stage that its row names', () =>
  holds(
    (at, name, who) => !take(at, name, who).ok || (STEPS[name].from as readonly string[]).includes(at.stage),
  ))

test('what needs two officers is never done by one', () =>
  holds((at, name, who) => {
    const taken = take(at, name, who)
    if (!taken.ok || !('pair' in STEPS[name])) return true
    const asked = at.asks.find(({ what }) => what === name)
    return taken.value.first ? asked === undefined : asked !== undefined && asked.by !== who
  }))

test('a report that is held back is never erased, and an open one never', () =>
  holds(
    (at, name, who) => name !== 'erase' || !take(at, name, who).ok || (!at.held && at.stage === 'closed'),
  ))

test('nobody reaches the end but by closing, and nobody leaves it but by reopening', () =>
  holds((at, name, who) => {
    const taken = take(at, name, who)
    if (!taken.ok || taken.value.to === at.stage) return true
    return (
      (taken.value.to === 'closed') === (name === 'close') && (at.stage === 'closed') === (name === 'reopen')
    )
  }))

test('a report always keeps somebody who can read it', () =>
  holds((at, name, who) => name !== 'declare-conflict' || take(at, name, who).ok === at.holders > 1))

test('an identity is asked for once at a time, and not again after its release', () =>
  holds((at, name, who) => name !== 'ask-identity' || !take(at, name, who).ok || at.identity === 'kept'))

test('from every stage there is a way on', () =>
  fc.assert(fc.property(standing, anyone, (at, who) => openSteps(at, who).length > 0)))

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))

test('feedback is owed three months after the acknowledgement, which cannot put it off', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (received, after) => {
      const due = feedbackBy(received, received.add({ days: after }))
      const latest = acknowledgeBy(received).add({ months: 3 })
      return (
        Temporal.PlainDate.compare(due, latest) <= 0 &&
        Temporal.PlainDate.compare(due, received.add({ months: 3 })) >= 0
      )
    }),
  ))

test('clocks at the ends of months, in plain days', () => {
  const on = (text: string) => Temporal.PlainDate.from(text)
  assert.equal(feedbackBy(on('2026-11-23'), on('2026-11-30')).toString(), '2027-02-28')
  assert.equal(feedbackBy(on('2026-11-23'), null).toString(), '2027-02-28')
  assert.equal(eraseOn(on('2028-02-29'))?.toString(), '2029-02-28')
  assert.deepEqual(retaliationPrompts(on('2026-10-01')).map(String), [
    '2026-10-31',
    '2026-12-30',
    '2027-03-30',
  ])
  const received = on('2026-10-01')
  assert.equal(nextClock({ received, acknowledgedOn: null, feedbackOn: null })?.toString(), '2026-10-08')
  assert.equal(nextClock({ received, acknowledgedOn: received, feedbackOn: received }), null)
})

const coded: fc.Arbitrary<Coded> = fc.record({
  received: day,
  acknowledgedOn: fc.option(day, { nil: null }),
  feedbackInTime: fc.boolean(),
  closed: fc.boolean(),
  outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: null }),
  retaliated: fc.boolean(),
})

test('no number of one to four is ever told, nor one that follows by taking the others away', () =>
  fc.assert(
    fc.property(
      fc.array(
        coded.map((one) => ({ ...one, received: Temporal.PlainDate.from('2026-05-05') })),
        { maxLength: 60 },
      ),
      (all) => {
        const [year] = statisticsOf(all, () => true)
        if (!year) return all.length === 0
        const cells = [
          year.received,
          year.acknowledgedInTime,
          year.feedbackInTime,
          year.closed,
          year.retaliation,
        ]
        if (cells.some((n) => n !== null && (n < 5 || (all.length - n > 0 && all.length - n < 5))))
          return false
        const outcomes = OUTCOMES.map((outcome) => ({ outcome, told: year.outcomes[outcome] }))
        if (outcomes.some(({ told }) => told !== null && told < 5)) return false
        const hidden = outcomes.filter(({ told }) => told === null)
        const counts = hidden.map(({ outcome }) => all.filter((one) => one.outcome === outcome).length)
        // Either nothing small is hidden, or at least two share what is missing.
        return counts.every((n) => n === 0) || counts.filter((n) => n > 0).length >= 2 || counts.length >= 2
      },
    ),
  ))
