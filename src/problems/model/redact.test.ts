import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BLANK, redact } from './redact.ts'

test('telephones, national numbers, mail, links and accounts are taken out, however they are written', () => {
  for (const secret of [
    '33001122',
    '+973 3300 1122',
    '٣٣٠٠١١٢٢',
    '٠٧٩-٥٥٥-١٢٣٤',
    '(079) 555 12 34',
    '880112345',
    '9871012345',
    'fatima.ali@example.com',
    'https://wa.me/97333001122',
    'BH67 BMAG 0000 1299 1234 56',
    'JO94CBJO0010000000000131000302',
    '26-4831-9027-4',
  ]) {
    const text = redact(`اتصلوا علي ${secret} بخصوص الماء`)
    assert.equal(text, `اتصلوا علي ${BLANK} بخصوص الماء`, secret)
  }
})

test('what helps to understand a fault stays: blocks, roads, hours, days and amounts', () => {
  const text = 'مجمع ٧٣٦ طريق 3614 منزل 12 من 2026-10-01 الساعة 7:30، والفاتورة 120.500 دينار'
  assert.equal(redact(text), text)
})

test('the names of whoever wrote are taken out wherever they stand, in any spelling and joined to a letter', () => {
  assert.equal(
    redact('انا فاطمه أحمد، بيت لفاطمة، والماء مقطوع', ['فاطمة احمد']),
    `انا ${BLANK} ${BLANK}، بيت ${BLANK}، والماء مقطوع`,
  )
  assert.equal(redact('علي يسلم على الجيران', ['علي']), `${BLANK} يسلم على الجيران`)
  assert.equal(redact('Regards, MARIAM Hassan', ['Mariam Hassan']), `Regards, ${BLANK} ${BLANK}`)
})

test('so is a name that somebody gives in passing', () => {
  assert.equal(redact('اسمي علي حسن منصور، الشارع مظلم'), `اسمي ${BLANK}، الشارع مظلم`)
  assert.equal(
    redact('My name is John Smith. The street is dark.'),
    `My name is ${BLANK}. The street is dark.`,
  )
})

test('no run of six digits survives that is not a day', () => {
  const digit = fc.constantFrom(...'0123456789٠١٢٣٤٥٦٧٨٩')
  const number = fc.array(digit, { minLength: 6, maxLength: 20 }).map((digits) => digits.join(''))
  fc.assert(
    fc.property(fc.string(), number, fc.string(), (before, number, after) => {
      assert.doesNotMatch(redact(`${before} ${number} ${after}`), /\p{Nd}{6}/u)
    }),
  )
})
