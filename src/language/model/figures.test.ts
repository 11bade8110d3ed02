import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areaUnderCurve, calibrationError, f1, macroF1, precisionAtRecall } from './figures.ts'

const judgements = fc.array(fc.record({ score: fc.nat(9), so: fc.boolean() }), { maxLength: 30 })

test('the area under the curve is the share of pairs in the right order, equal scores counting half', () => {
  fc.assert(
    fc.property(judgements, (judged) => {
      const yes = judged.filter(({ so }) => so)
      const no = judged.filter(({ so }) => !so)
      const pairs = yes.flatMap((one) => no.map((other) => (Math.sign(one.score - other.score) + 1) / 2))
      const expected = pairs.length ? pairs.reduce((sum, part) => sum + part) / pairs.length : 0.5
      assert.ok(Math.abs(areaUnderCurve(judged) - expected) < 1e-9)
    }),
  )
})

test('precision at a recall is that of the highest line that finds enough', () => {
  fc.assert(
    fc.property(judgements, fc.constantFrom(0.5, 0.8, 1), (judged, recall) => {
      const all = judged.filter(({ so }) => so).length
      const lines = [...new Set(judged.map(({ score }) => score))].sort((one, other) => other - one)
      const taken = lines.map((line) => judged.filter(({ score }) => score >= line))
      const enough = taken.find((part) => part.filter(({ so }) => so).length >= recall * all)
      const expected = all && enough ? enough.filter(({ so }) => so).length / enough.length : 0
      assert.equal(precisionAtRecall(judged, recall), expected)
    }),
  )
})

test('F1 and its mean over labels, by hand', () => {
  const judged = [true, true, false, true].map((so, at) => ({ so, score: at < 3 ? 1 : 0 }))
  assert.equal(f1(judged, 0.5), 2 / 3)
  assert.equal(f1([], 0.5), 0)
  const answers = [
    { is: 'road', proposed: 'road' },
    { is: 'road', proposed: 'water' },
    { is: 'power', proposed: undefined },
  ]
  assert.equal(macroF1(answers), (2 / 3 + 0 + 0) / 3)
})

test('confidence is measured against truth: four that sounded 80 % sure, of which two were right, are 30 points off', () => {
  const said = [true, true, false, false].map((right) => ({ confidence: 0.8, right }))
  assert.ok(Math.abs(calibrationError(said) - 0.3) < 1e-9)
  assert.equal(calibrationError([]), 0)
  assert.equal(calibrationError([{ confidence: 1, right: true }]), 0)
})
