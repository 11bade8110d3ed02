import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { queryTerms, searchTerms } from './terms.ts'

const meet = (...spellings: string[]) => {
  const [first, ...others] = spellings.map((spelling) => searchTerms(spelling))
  for (const other of others) assert.deepEqual(other, first, spellings.join(' · '))
}

test('a word is found with its article, conjunction, preposition and owner', () => {
  meet('شارع', 'الشارع', 'والشارع', 'بالشارع', 'للشارع', 'شارعنا', 'عالشارع', 'هالشارع')
  meet('وزارة', 'الوزارة', 'والوزارة')
  meet('فاتورة', 'الفاتورة', 'فاتورتي', 'فاتورتنا')
  meet('leak', 'leaks', 'leaking', 'leaked')
  meet('delivery', 'deliveries')
})

test('what people say is found by what is written', () => {
  meet('الماء', 'المي', 'الماي', 'المياه')
  meet('الكهرباء مقطوعة', 'الكهربا مقطوعه')
  meet('النفايات', 'الزبالة', 'الخمام')
  meet('مركبة', 'موتر', 'سيارة')
  meet('مسؤول', 'مسئول')
})

test('different things stay different', () => {
  const things = [
    'ماء',
    'كهرباء',
    'شارع',
    'شارب',
    'مدرسة',
    'مدير',
    'بيت',
    'بنت',
    'وفاة',
    'فاتورة',
    'water',
    'waste',
  ]
  assert.equal(new Set(things.flatMap(searchTerms)).size, things.length)
})

test('words that carry no meaning are not indexed', () => {
  assert.deepEqual(searchTerms('من في على the of'), [])
  assert.deepEqual(searchTerms(' \u0000\u200f!؟…'), [])
})

test('a hostile text gives few, short, harmless terms', () => {
  const text = fc.string({ unit: 'binary', maxLength: 400 })
  fc.assert(
    fc.property(text, fc.nat(50), (piece, times) => {
      const found = searchTerms(piece.repeat(times))
      assert.ok(found.length <= 400)
      assert.equal(new Set(found).size, found.length)
      for (const term of found) assert.match(term, /^[\p{L}\p{N}]{1,40}$/u)
    }),
  )
})

test('at most 400 terms of a text and 32 of a query are used', () => {
  const long = Array.from({ length: 2_000 }, (_, number) => `كلمة${number}`).join(' ')
  assert.equal(searchTerms(long).length, 400)
  assert.equal(queryTerms(long).length, 32)
})

test('a query is spelt exactly as the index is', () => {
  const text = 'انقطعت المياه عن حيّنا منذ ثلاثة أيام and nobody answers'
  assert.deepEqual(queryTerms(text), searchTerms(text))
})
