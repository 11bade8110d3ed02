import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { similarity } from './similarity.ts'
import { trainSimilarity } from './train-similarity.ts'

const model = trainSimilarity([
  { one: 'كيف أجدد جواز السفر', other: 'ما طريقة تجديد جواز السفر', same: true },
  { one: 'كيف أجدد الرخصة', other: 'ما طريقة تجديد الرخصة', same: true },
  { one: 'كيف أدفع المخالفة', other: 'ما طريقة دفع المخالفة', same: true },
  { one: 'أين أجدد جواز السفر', other: 'متى أجدد جواز السفر', same: false },
  { one: 'أين أدفع المخالفة', other: 'متى أدفع المخالفة', same: false },
  { one: 'أين أجدد الرخصة', other: 'متى أجدد الرخصة', same: false },
])

test('the same complaint in other words is nearer than another complaint in the same place', () => {
  const complaint = 'الكهرباء مقطوعة في حي النزهة منذ أمس'
  const again = similarity(complaint, 'الكهربا مقطوعه عنا بالنزهة من مبارح')
  const other = similarity(complaint, 'يوجد تسرب مياه في حي النزهة منذ أسبوع')
  assert.ok(again > other + 0.1, `${again} against ${other}`)
})

test('training teaches which differences matter', () => {
  const same = similarity('كيف أجدد الهوية', 'ما طريقة تجديد الهوية', model)
  const other = similarity('أين أجدد الهوية', 'متى أجدد الهوية', model)
  assert.ok(same > 0.5 && other < 0.5, `${same} against ${other}`)
})

test('likeness lies between 0 and 1, is whole for a text with itself and the same in either order', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(text, text, fc.constantFrom(model, undefined), (one, other, learned) => {
      const likeness = similarity(`${one} ماء`, `${other} بيت`, learned)
      assert.ok(likeness >= 0 && likeness <= 1)
      assert.ok(Math.abs(likeness - similarity(`${other} بيت`, `${one} ماء`, learned)) < 1e-6)
      assert.equal(similarity(`${one} ماء`, `${one} ماء`, learned), 1)
    }),
  )
})

test('a text without words is like nothing, and learning from nothing harms nothing', () => {
  assert.equal(similarity('', 'ماء', model), 0)
  assert.equal(similarity('؟!', '؟!'), 0)
  const empty = similarity('ماء', 'نار', trainSimilarity([]))
  assert.ok(empty >= 0 && empty <= 1)
})
