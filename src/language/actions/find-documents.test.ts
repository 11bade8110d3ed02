import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDocuments } from './find-documents.ts'
import { indexDocuments } from './index-documents.ts'

const services = indexDocuments([
  { id: 'passport', text: 'تجديد جواز السفر: الوثائق المطلوبة والرسوم ومدة الإصدار' },
  { id: 'vehicle', text: 'تجديد ترخيص المركبات والفحص الفني وتأمين السيارة' },
  { id: 'water', text: 'طلب اشتراك جديد في شبكة المياه وتركيب العداد' },
  { id: 'rent', text: 'Applying for the rent allowance: documents, conditions and payment dates' },
])
const first = (query: string) => findDocuments(services, query)[0]?.id

test('a service is found by its words, by spoken words and in spite of spelling', () => {
  assert.equal(first('كيف أجدد جوازي؟'), 'passport')
  assert.equal(first('أبي أجدد ملكية الموتر'), 'vehicle')
  assert.equal(first('عداد مي جديد'), 'water')
  assert.equal(first('العدادد'), 'water')
  assert.equal(first('when are rent allowances paid'), 'rent')
})

test('a query that shares nothing finds nothing', () => {
  for (const query of ['', '؟', 'من في على', 'zzqqxx']) assert.deepEqual(findDocuments(services, query), [])
  assert.deepEqual(findDocuments(indexDocuments([]), 'جواز'), [])
})

test('no more is handed back than was asked for, the best first', () => {
  const found = findDocuments(services, 'تجديد جواز أو ترخيص أو اشتراك', 2)
  assert.equal(found.length, 2)
  assert.ok((found[0]?.score ?? 0) >= (found[1]?.score ?? 0))
})

test('a question in one language finds a text in the other', () => {
  assert.equal(first('how do I renew my passport?'), 'passport')
  assert.equal(first('water meter'), 'water')
  assert.equal(first('بدل السكن'), 'rent')
})
