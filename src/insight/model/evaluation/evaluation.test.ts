import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Evidence } from './credit.ts'
import { creditsOf } from './credits.ts'
import { medianOf, wilson } from './intervals.ts'
import { MEASURE_IDS, type MeasureId, type Share } from './measures.ts'
import { CRITERIA, type Marks, qualityOf } from './rubric.ts'
import { drawForPeople, drawSample, MOST_FOR_PEOPLE, PERSON_SAMPLE } from './sample.ts'
import { FORMULA, poolShares, scoreOf, scoreOver, shareOf } from './score.ts'

const mark = (least: number, most: number) => fc.integer({ min: least, max: most })
const marks = (of: Record<keyof Marks, fc.Arbitrary<number>>): fc.Arbitrary<Marks> => fc.record(of)
/** Says nothing of what was asked, promises nothing, hardly says what it comes to; however polite. */
const empty = marks({
  points: mark(0, 0),
  outcome: mark(0, 1),
  nextStep: mark(0, 0),
  tone: mark(0, 4),
  language: mark(0, 4),
})
const good = marks({
  points: mark(3, 4),
  outcome: mark(3, 4),
  nextStep: mark(3, 4),
  tone: mark(3, 4),
  language: mark(3, 4),
})
const share = fc
  .record({ n: fc.integer({ min: 0, max: 400 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => shareOf({ n, sum: Math.round(n * part) }))
const shares = fc.record(
  Object.fromEntries(MEASURE_IDS.map((id) => [id, share])) as Record<MeasureId, fc.Arbitrary<Share>>,
)
const all = (n: number, value: number) => shareOf({ n, sum: n * value })

test('fast empty replies score worse than good ones a day later, also when that day broke every promise', () => {
  fc.assert(
    fc.property(
      shares,
      empty,
      good,
      mark(FORMULA.leastReviewed, 60),
      mark(1, 400),
      (rest, hasty, careful, reviewed, n) => {
        const fast = {
          ...rest,
          quality: all(reviewed, qualityOf(hasty)),
          'on-time': all(n, 1),
          'first-action': all(n, 1),
        }
        const late = {
          ...rest,
          quality: all(reviewed, qualityOf(careful)),
          'on-time': all(n, 0),
          'first-action': all(n, 0),
        }
        const [one, other] = [scoreOf(fast, FORMULA), scoreOf(late, FORMULA)]
        assert.ok(one && other && one.value < other.value)
      },
    ),
  )
})

test('no measure that gets better makes a score worse, and a score lies within its interval and a hundred', () => {
  fc.assert(
    fc.property(shares, fc.constantFrom(...MEASURE_IDS), mark(5, 400), mark(0, 400), (rest, id, n, k) => {
      const base = { ...rest, quality: all(9, 0.5), 'on-time': all(9, 0.5) }
      const [worse, better] = [Math.min(k, n - 1), Math.min(k, n - 1) + 1].map(
        (sum) => scoreOf({ ...base, [id]: shareOf({ n, sum }) }, FORMULA)?.value ?? assert.fail(),
      )
      const up = (better ?? 0) - (worse ?? 0)
      assert.ok(id === 'objections' || id === 'returned' ? up <= 0 : up >= 0)
      const { value, low, high } = scoreOf(base, FORMULA) ?? assert.fail()
      assert.ok(0 <= low && low <= value && value <= high && high <= 100)
    }),
  )
})

test('without reviewed replies there is no score: speed alone makes none', () => {
  const quick = Object.fromEntries(MEASURE_IDS.map((id) => [id, all(50, 1)])) as Record<MeasureId, Share>
  assert.equal(scoreOf({ ...quick, quality: all(FORMULA.leastReviewed - 1, 1) }, FORMULA), null)
  assert.equal(
    Object.values(FORMULA.weights).reduce((sum, each) => sum + each),
    100,
  )
})

test('Wilson’s interval is the one of the books, holds the share, and narrows with more cases', () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [sum, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilson(sum, n)
    assert.ok(Math.abs(found.low - low) < 0.0001 && Math.abs(found.high - high) < 0.0001, `${sum} of ${n}`)
  }
  fc.assert(
    fc.property(mark(1, 5000), mark(0, 5000), (n, k) => {
      const sum = Math.min(n, k)
      const [one, more] = [wilson(sum, n), wilson(4 * sum, 4 * n)]
      assert.ok(0 <= one.low && one.low <= sum / n && sum / n <= one.high && one.high <= 1)
      assert.ok(more.high - more.low < one.high - one.low)
    }),
  )
})

test('a median’s interval lies between its own values, by the known ranks, and five values have none', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
  // Conover, Practical Nonparametric Statistics: ranks for 95 in a hundred.
  for (const [n, low, high] of [
    [6, 1, 6],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [50, 18, 33],
  ] as const)
    assert.deepEqual(medianOf(upTo(n).toReversed()), { value: (n + 1) / 2, low, high })
  assert.deepEqual(medianOf(upTo(5)), { value: 3, low: null, high: null })
  assert.deepEqual(medianOf([]), { value: null, low: null, high: null })
  const { low, high } = medianOf(upTo(100_000))
  assert.ok(low && high && low > 49_600 && high < 50_400)
})

test('a sample is the same for whoever draws it with the seed, in whatever order, and another with another', () => {
  const reply = fc.record({
    caseId: fc.uuid(),
    seq: mark(1, 40),
    entity: fc.constantFrom('works', 'electricity'),
  })
  const replies = fc.uniqueArray(reply, { selector: ({ caseId }) => caseId, maxLength: 80 })
  fc.assert(
    fc.property(replies, fc.string(), (found, seed) => {
      const key = (drawn: typeof found) => drawn.map(({ caseId }) => caseId).sort()
      const drawn = drawSample(found, seed)
      assert.deepEqual(key(drawn), key(drawSample(found.toReversed(), seed)))
      for (const entity of ['works', 'electricity']) {
        const own = found.filter((each) => each.entity === entity).length
        assert.equal(drawn.filter((each) => each.entity === entity).length, Math.min(12, own))
      }
    }),
  )
  const many = Array.from({ length: 200 }, (_, at) => ({ caseId: `case ${at}`, seq: 3, entity: 'works' }))
  assert.notDeepEqual(drawSample(many, 'one'), drawSample(many, 'other'))
})

/** A team whose replies of a month are a sample's to draw from; each person gave so many. */
const teamOf = (given: readonly number[], month = 1) =>
  given.flatMap((count, person) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ caseId: `${month}-${person}-${at}`, seq: 3, entity: 'works' },
      ...{ person: `person ${person}`, personAt: 'works' },
    })),
  )
const countOf = (drawn: readonly { person: string }[], person: number) =>
  drawn.filter((each) => each.person === `person ${person}`).length

test('everybody of a team has enough reviewed replies for a score in two months, and is reviewed no more than that needs', () => {
  const team = fc.array(mark(PERSON_SAMPLE, 60), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(team, fc.string(), (given, seed) => {
      const two = [1, 2].map((month) => {
        const replies = teamOf(given, month)
        const own = drawSample(replies, seed)
        const more = drawForPeople(replies, own, seed)
        assert.equal(new Set([...own, ...more].map(({ caseId }) => caseId)).size, own.length + more.length)
        for (const person of given.keys())
          assert.equal(countOf([...own, ...more], person), Math.max(PERSON_SAMPLE, countOf(own, person)))
        return [...own, ...more]
      })
      for (const person of given.keys()) assert.ok(countOf(two.flat(), person) >= FORMULA.leastReviewed)
    }),
  )
  // Five people with forty cases each.
  const replies = teamOf([40, 40, 40, 40, 40])
  assert.ok(drawForPeople(replies, drawSample(replies, 'seed'), 'seed').length <= 12)
})

test('a large office asks no more of its reviewers than they have, and nobody is drawn twice before all are drawn once', () => {
  const replies = teamOf(Array.from({ length: 60 }, () => 10))
  const own = drawSample(replies, 'seed')
  const more = drawForPeople(replies, own, 'seed')
  assert.equal(more.length, MOST_FOR_PEOPLE)
  assert.ok(more.every(({ person }) => !own.some((each) => each.person === person)))
  assert.equal(new Set(more.map(({ person }) => person)).size, more.length)
})

test('a score over several months is the score of their sums, of as few months as are enough, and never without this one', () => {
  fc.assert(
    fc.property(fc.array(shares, { minLength: 1, maxLength: 3 }), mark(0, 9), (all, reviewed) => {
      const [own, ...before] = all.map((each) => ({
        ...each,
        quality: shareOf({ n: reviewed, sum: reviewed / 2 }),
      }))
      const { score, over } = scoreOver(own ?? assert.fail(), before, FORMULA)
      const needed = Math.ceil(FORMULA.leastReviewed / reviewed)
      if (reviewed === 0 || needed > all.length) return assert.equal(score, null)
      assert.equal(over?.months, needed > 1 ? needed : undefined)
      const pooled = poolShares([own ?? assert.fail(), ...before].slice(0, needed))
      assert.deepEqual(score, scoreOf(pooled, FORMULA))
    }),
  )
})

test('full marks are everything, none nothing, and each mark more counts', () => {
  const every = (each: number) => Object.fromEntries(CRITERIA.map((name) => [name, each])) as Marks
  assert.equal(qualityOf(every(0)), 0)
  assert.ok(Math.abs(qualityOf(every(4)) - 1) < 1e-12)
  for (const name of CRITERIA) assert.ok(qualityOf({ ...every(2), [name]: 3 }) > qualityOf(every(2)))
})

const frame = {
  asOf: Temporal.Instant.from('2026-12-01T00:00:00Z'),
  zone: 'Asia/Bahrain',
  central: 'central',
}
const at = (hour: number) => Temporal.Instant.from('2026-10-01T00:00:00Z').add({ hours: hour })

/** A case handed on through entities, each for some hours, the last of which answers; every promise is ten hours. */
const passedOn = fc.array(
  fc.record({ entity: fc.constantFrom('works', 'electricity', 'housing'), hours: mark(1, 30) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

function lifeOf(stays: { entity: string; hours: number }[]): Evidence[] {
  const events: Evidence[] = []
  let hour = 0
  const add = (step: Evidence['step'], facts: Evidence['facts'] = {}) =>
    events.push({ seq: events.length + 1, step, at: at(hour), role: 'liaison', actorId: null, facts })
  add('submit')
  for (const { entity, hours } of stays) {
    add('route', { entity, entityDue: at(hour + 10).toString(), due: at(hour + 10).toString() })
    hour += hours
  }
  add('reply')
  hour += 50
  add('release')
  return events
}

test('whoever gets a case late is judged by their own time: each is late only for the hours they had', () => {
  fc.assert(
    fc.property(passedOn, (stays) => {
      const { credits } = creditsOf({ id: 'x', type: 'complaint', events: lifeOf(stays) }, frame)
      const judged = credits.filter(({ what }) => what === 'on-time')
      const late = stays.filter(({ hours }) => hours > 10).map(({ entity }) => entity)
      assert.deepEqual(
        judged.filter(({ value }) => value === 0).map(({ entity }) => entity),
        late,
      )
      const last = stays.at(-1) ?? assert.fail()
      assert.deepEqual(
        judged.filter(({ value }) => value === 1).map(({ entity }) => entity),
        last.hours > 10 ? [] : [last.entity],
      )
      // Only the time of whoever answered, and none of the review's fifty hours.
      assert.deepEqual(credits.find(({ what }) => what === 'held')?.value, last.hours * 3600)
    }),
  )
})

test('blame by name goes to whoever had a case longest before its date, and to nobody when nobody was named', () => {
  const handled = (assignments: [number, string][]) => {
    const [submit, route] = lifeOf([{ entity: 'works', hours: 1 }])
    const assigned = assignments.map(
      ([hour, handler], index): Evidence => ({
        ...{
          seq: index + 3,
          step: 'assign',
          at: at(hour),
          role: 'liaison',
          actorId: null,
          facts: { handler },
        },
      }),
    )
    const events = [submit, route, ...assigned].filter((each) => each !== undefined)
    return creditsOf({ id: 'x', type: 'complaint', events }, frame)
      .credits.filter(({ what, person }) => what === 'on-time' && person)
      .map(({ person }) => person)
  }
  assert.deepEqual(handled([[1, 'yusuf']]), ['yusuf'])
  assert.deepEqual(handled([[9, 'yusuf']]), [])
  assert.deepEqual(
    handled([
      [1, 'yusuf'],
      [9, 'mona'],
    ]),
    ['yusuf'],
  )
  assert.deepEqual(
    handled([
      [1, 'yusuf'],
      [2, 'mona'],
    ]),
    ['mona'],
  )
  assert.deepEqual(handled([[20, 'mona']]), [])
})
