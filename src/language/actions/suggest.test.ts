import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { EVERYDAY, LATIN_LETTERS, NOTHING_SAID } from './suggest.examples.ts'
import { suggest } from './suggest.ts'
import { type Example, type SuggestionModel, trainSuggestions } from './train-suggestions.ts'

interface Category {
  id: string
  ar: string
  en: string
  keywords_ar: string[]
  keywords_en: string[]
}

describe('proposing a category from the phrases of the catalogue alone', () => {
  let model: SuggestionModel
  before(() => {
    model = trainSuggestions(phrases())
  })

  test('everyday sentences find their category first in 8 of 10, among three in 9 of 10', (t) => {
    const rank = EVERYDAY.map(([text, category]) =>
      suggest(model, text).findIndex(({ label }) => label === category),
    )
    const first = rank.filter((place) => place === 0).length / rank.length
    const amongThree = rank.filter((place) => place >= 0 && place < 3).length / rank.length
    t.diagnostic(`n ${rank.length}, first ${first.toFixed(3)}, among three ${amongThree.toFixed(3)}`)
    assert.ok(first >= 0.8 && amongThree >= 0.9)
  })

  test('the same in Latin letters finds its category first in half, among three in 7 of 10', (t) => {
    const rank = LATIN_LETTERS.map(([text, category]) =>
      suggest(model, text).findIndex(({ label }) => label === category),
    )
    const first = rank.filter((place) => place === 0).length / rank.length
    const amongThree = rank.filter((place) => place >= 0 && place < 3).length / rank.length
    t.diagnostic(`n ${rank.length}, first ${first.toFixed(3)}, among three ${amongThree.toFixed(3)}`)
    assert.ok(first >= 0.5 && amongThree >= 0.7)
  })

  test('a proposal that sounds sure is right', () => {
    const sure = EVERYDAY.map(([text, category]) => ({ best: suggest(model, text)[0], category })).filter(
      ({ best }) => best && best.confidence >= 0.5,
    )
    const right = sure.filter(({ best, category }) => best?.label === category)
    assert.ok(sure.length > 40, `${sure.length} sure`)
    assert.ok(right.length / sure.length >= 0.95, `${right.length} of ${sure.length}`)
  })

  test('greetings, gibberish and silence give no sure proposal', () => {
    for (const text of NOTHING_SAID) {
      for (const { confidence } of suggest(model, text)) assert.ok(confidence < 0.15, text)
    }
    assert.deepEqual(suggest(model, ' ؟!\u200f'), [])
  })

  test('a proposal names the person’s own words as its reasons', () => {
    const [best] = suggest(model, 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد')
    assert.equal(best?.label, 'power-outage')
    assert.ok(best.because.includes('الكهربا'))
    const [hole] = suggest(model, 'في حُفرة كبيرة بالشارع قدام بيتنا')
    assert.ok(hole?.because.includes('حُفرة'))
  })

  test('five different proposals, the likeliest first, never more sure together than certain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const found = suggest(model, `${text} الشارع`)
        const confidences = found.map(({ confidence }) => confidence)
        assert.equal(new Set(found.map(({ label }) => label)).size, 5)
        assert.deepEqual(
          confidences,
          confidences.toSorted((one, other) => other - one),
        )
        assert.ok(confidences.reduce((sum, part) => sum + part, 0) <= 1 + 1e-9)
      }),
    )
  })
})

test('the same examples always teach the same', () => {
  const examples = phrases().slice(0, 200)
  const [one, other] = [trainSuggestions(examples), trainSuggestions(examples)]
  assert.deepEqual(suggest(one, 'حفرة بالشارع'), suggest(other, 'حفرة بالشارع'))
  assert.deepEqual(one.linear.weights, other.linear.weights)
})

test('without examples nothing is proposed, and one label is enough', () => {
  assert.deepEqual(suggest(trainSuggestions([]), 'حفرة'), [])
  const [only] = suggest(trainSuggestions([{ text: 'حفرة في الشارع', label: 'road' }]), 'حفرة')
  assert.equal(only?.label, 'road')
})

function phrases(): Example[] {
  const file = new URL('../../../db/seeds/reference/categories.json', import.meta.url)
  const categories: Category[] = JSON.parse(readFileSync(file, 'utf8'))
  return categories.flatMap(({ id, ar, en, keywords_ar, keywords_en }) =>
    [ar, en, ...keywords_ar, ...keywords_en].map((text) => ({ text, label: id })),
  )
}
