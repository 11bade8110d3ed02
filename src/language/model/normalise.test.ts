import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalise, normaliseEach } from './normalise.ts'

test('spellings that people take for the same become the same', () => {
  const same: [string, string][] = [
    ['مُحَمَّدٌ', 'محمد'],
    ['كهـــرباء', 'كهرباء'],
    ['إنارة أنارة آنارة ٱنارة', 'اناره اناره اناره اناره'],
    ['مستشفى مستشفي', 'مستشفي مستشفي'],
    ['شكوى بلدية', 'شكوي بلديه'],
    ['مسؤول سؤال رئيس', 'مسوول سوال رييس'],
    ['ﻻ ﷲ', 'لا الله'],
    ['٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹', '0123456789 0123456789'],
    ['کیک گاز', 'كيك كاز'],
    ['كثيييييير sooooo', 'كثير so'],
    ['CAFÉ Straße ＡＢＣ', 'cafe straße abc'],
  ]
  for (const [written, plain] of same) assert.equal(normalise(written), plain)
})

test('nothing invisible is left to hide a word behind', () => {
  assert.equal(normalise('ما\u200fء\u202e \u2066wa\u00adter\u2069\ufeff\u0000!'), 'ماء water !')
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(normalise(normalise(text)), normalise(text))
    }),
  )
})

test('a text is normalised alike beside a letter that must be looked at more closely', () => {
  const everyday = fc.constantFrom(..."اأآإةىييهـكگسس ّ\u0654٤5aAb'’،.\n\u200f\u202e")
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: everyday, maxLength: 30 }), fc.string({ unit: 'binary' })),
      (text) => assert.equal(normalise(`${text} \u{1f6b0}`), `${normalise(text)} \u{1f6b0}`),
    ),
    { numRuns: 1000 },
  )
})

test('each of some words is normalised as it is alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('إنارة', 'ﷲ', 'ﷺ', '½', 'كثيير', 'Sooo', 'م\u0651')), (words) =>
      assert.deepEqual(normaliseEach(words), words.map(normalise)),
    ),
  )
})
