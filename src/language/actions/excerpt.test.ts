import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerpt } from './excerpt.ts'

const marked = (text: string, query: string) =>
  excerpt(text, query)
    .filter(({ hit }) => hit)
    .map(({ text: word }) => word)

test('what was looked for is marked as it stands: other endings, spoken words, the other language', () => {
  assert.deepEqual(marked('الكهربا مقطوعة عنا من مبارح', 'كهرباء'), ['الكهربا'])
  assert.deepEqual(marked('انقطعت المياه عن شارعنا', 'مي شارع'), ['المياه', 'شارعنا'])
  assert.deepEqual(marked('تأخر جوازي شهرًا', 'passport'), ['جوازي'])
  assert.deepEqual(marked('the road is broken', 'طريق'), ['road'])
  assert.deepEqual(marked('لا شيء من هذا', 'كهرباء'), [])
})

test('of a long text the part is shown in which it stands, between whole words', () => {
  const long = `${'كلام طويل عن أمور أخرى '.repeat(20)}ثم انقطعت الكهرباء عن الحي ${'وكلام بعده '.repeat(20)}`
  const shown = excerpt(long, 'كهرباء', 80)
  assert.deepEqual(shown[0], { text: '… ', hit: false })
  assert.deepEqual(shown.at(-1), { text: ' …', hit: false })
  assert.ok(shown.some(({ hit, text }) => hit && text === 'الكهرباء'))
})

test('nothing is added to a text, lost from its part or broken, whatever both say', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(text, text, (said, asked) => {
      const pieces = excerpt(`${said} الكهرباء`, `${asked} كهرباء`, 100)
      const whole = pieces.map((piece) => piece.text).join('')
      assert.ok(whole.isWellFormed() && whole.length <= 104)
      for (const piece of pieces) assert.ok(piece.text !== '')
    }),
  )
})
