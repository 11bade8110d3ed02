import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicProblem } from '#problems'
import { parsePeriod } from '../dashboard/period.ts'
import { newsOf } from './news.ts'

const AUGUST = parsePeriod('2026-08') ?? assert.fail()

const aProblem = (title: string, openedAt: string): PublicProblem => ({
  ...{ id: title, state: 'open', title: { ar: title, en: title }, told: null, cases: 3 },
  ...{ category: null, place: null, entity: 'works', announced: true, fixedAt: null, judgedAt: null },
  ...{ followers: 0, since: 0 },
  openedAt: Temporal.Instant.from(openedAt),
})

test('a report of an older period does not tell of what began after it', () => {
  const problems = [
    aProblem('before', '2026-07-01T10:00Z'),
    aProblem('on its last evening', '2026-08-31T20:00Z'),
    aProblem('in the night after', '2026-08-31T22:00Z'),
    aProblem('long after', '2026-11-22T10:00Z'),
  ]
  const { known } = newsOf(problems, AUGUST, 'Asia/Amman', undefined)
  assert.deepEqual(
    known.map(({ name }) => name.en),
    ['before', 'on its last evening'],
  )
})
