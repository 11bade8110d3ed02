import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalise } from './normalise.ts'

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
