import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { namesAside } from './names-aside.ts'

const NAMES = [
  'محافظة الزرقاء',
  'الرصيفة',
  'الزرقاء الجديدة',
  'عين الباشا',
  'العيون',
  'Russeifa',
  "Na'oor",
  'زي',
]
const SPOKEN = ['الرصيف مكسر', 'موعد للعيون', 'water']
const aside = namesAside(NAMES, SPOKEN)
const shown = (text: string) => aside(text).replace(/\s+/g, ' ').trim()

test('a town says nothing of what is wrong in it, however it is joined to its sentence', () => {
  for (const town of [
    'بالرصيفة',
    'في الرصيفه',
    'للرصيفة',
    'والرصيفة',
    'بالزرقا',
    'الزرقاء الجديدة',
    'عالزرقاء',
  ])
    assert.match(shown(`الكهرباء مقطوعة ${town} من مبارح`), /^الكهرباء مقطوعة (?:في )?من مبارح$/, town)
  assert.equal(shown('no power in Russeifa since yesterday'), 'no power in since yesterday')
  assert.equal(shown('no water in Na’oor'), 'no water in')
})

test('the word that a town is called after stays what it is', () => {
  assert.equal(shown('الرصيف مكسر بالرصيفة'), 'الرصيف مكسر')
  assert.equal(shown('دكتور العيون ما كان موجود'), 'دكتور العيون ما كان موجود')
  assert.equal(shown('عين ماء'), 'عين ماء')
  assert.equal(shown('زي كل مرة'), 'زي كل مرة')
})

test('nothing but a name is left as it is, and so is a text without names', () => {
  assert.equal(aside('الرصيفة'), 'الرصيفة')
  assert.equal(aside(''), '')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok(aside(text).length <= text.length)
      assert.equal(namesAside([], SPOKEN)(text), text)
    }),
  )
})

test('of a long text the beginning is left, which is what a proposal is made of', () => {
  const long = `الكهرباء مقطوعة بالرصيفة ${'والموظف لا يرد '.repeat(300)}`
  assert.match(shown(long), /^الكهرباء مقطوعة والموظف لا يرد/)
  assert.ok(shown(long).length <= 1_600)
})
