import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sundayToThursday } from './examples.ts'
import { nextRung, type Rung, reachedAt } from './ladder.ts'

const LADDER: Rung[] = [
  { id: 'reply/warning', clock: 'reply', at: { share: 0.8 }, tells: ['handler'] },
  { id: 'reply/head', clock: 'reply', at: { workingDaysLate: 0 }, tells: ['head'] },
  { id: 'reply/minister', clock: 'reply', at: { workingDaysLate: 2 }, tells: ['minister'] },
  { id: 'reply/operations', clock: 'reply', at: { workingDaysLate: 5 }, tells: ['operator'] },
  { id: 'routing/operations', clock: 'routing', at: { workingDaysLate: 0 }, tells: ['operator'] },
]

const at = (text: string) => Temporal.Instant.from(`${text}+03:00`)
const running = {
  clock: 'reply',
  since: at('2026-10-04T07:00'),
  due: at('2026-10-08T14:15'),
  calendar: sundayToThursday(),
} as const

const reached = (id: string) => {
  const rung = LADDER.find((each) => each.id === id)
  assert.ok(rung)
  return reachedAt(rung, running)
    .toZonedDateTimeISO('Asia/Bahrain')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

test('a week’s promise warns on its fifth morning: eighty per cent of the working time', () => {
  assert.equal(reached('reply/warning'), '2026-10-07T14:15')
})

test('the head hears at the date, the minister two working days later, the operations room five', () => {
  assert.equal(reached('reply/head'), '2026-10-08T14:15')
  assert.equal(reached('reply/minister'), '2026-10-12T14:15')
  assert.equal(reached('reply/operations'), '2026-10-15T14:15')
})

test('a clock without working time in it warns at its end, not before its beginning', () => {
  const [warning] = LADDER
  assert.ok(warning)
  const friday = { ...running, since: at('2026-10-09T10:00'), due: at('2026-10-10T10:00') }
  assert.ok(reachedAt(warning, friday).equals(friday.due))
})

test('rungs are climbed one after the other, each once, and a ladder has an end', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(LADDER, { minLength: 1 }), (ladder) => {
      const climbed: string[] = []
      let before: Temporal.Instant | undefined
      for (
        let next = nextRung(ladder, [running], climbed);
        next;
        next = nextRung(ladder, [running], climbed)
      ) {
        assert.ok(!climbed.includes(next.rung.id))
        assert.ok(!before || Temporal.Instant.compare(before, next.at) <= 0)
        before = next.at
        climbed.push(next.rung.id)
      }
      assert.deepEqual(
        climbed.toSorted(),
        ladder
          .filter(({ clock }) => clock === 'reply')
          .map(({ id }) => id)
          .toSorted(),
      )
    }),
  )
})
