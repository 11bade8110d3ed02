import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseContact, parseEmail, parsePhone } from './contact.ts'

test('a number of Bahrain is one number, however it is written', () => {
  for (const typed of ['36001234', '3600 1234', '٣٦٠٠١٢٣٤', '+973 3600-1234', '0097336001234', '97336001234'])
    assert.equal(parsePhone(typed, '973'), '+97336001234', typed)
})

test('a number of Jordan is one number, however it is written', () => {
  for (const typed of [
    '0791234567',
    '791234567',
    '٠٧٩ ١٢٣ ٤٥٦٧',
    '+962 (0)79 123 4567',
    '00962791234567',
    '+962-79-1234567',
  ])
    assert.equal(parsePhone(typed, '962'), '+962791234567', typed)
})

test('marks of direction that come along when a number is copied do not matter', () => {
  assert.equal(parsePhone('\u202a+962 79 123 4567\u202c'), '+962791234567')
})

test('a number from abroad is taken with its code', () => {
  assert.equal(parsePhone('+44 20 7946 0958', '973'), '+442079460958')
  assert.equal(parsePhone('00201001234567', '962'), '+201001234567')
})

test('what cannot be a number is none', () => {
  for (const typed of [
    '',
    '12',
    'call me',
    '+973 123',
    '+962 79',
    '0',
    '+',
    '1'.repeat(30),
    '٣٦٠٠',
    '+0123456789',
  ])
    assert.equal(parsePhone(typed, '973'), undefined, typed)
})

test('every number reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[+0-9٠-٩ -]{0,18}$/),
      fc.constantFrom('973', '962', undefined),
      (typed, country) => {
        const phone = parsePhone(typed, country)
        if (phone) assert.equal(parsePhone(phone, country), phone)
      },
    ),
  )
})

test('an address is kept in lower case, and nonsense is refused', () => {
  assert.equal(parseEmail('  Fatima@Example.COM '), 'fatima@example.com')
  assert.equal(parseEmail('فاطمة@مثال.إختبار'), 'فاطمة@مثال.إختبار')
  for (const typed of [
    '',
    'a@b',
    'a b@c.d',
    'a@@b.c',
    '<a@b.c>',
    'a@b.c\r\nBcc: x@y.z',
    'a\u0000@b.c',
    `${'a'.repeat(65)}@b.c`,
    '@b.c',
    'a@.c',
  ])
    assert.equal(parseEmail(typed), undefined, JSON.stringify(typed))
})

test('naughty text never becomes a contact with anything invisible in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const found = parseContact(typed, '973')
      if (found.ok) assert.doesNotMatch(found.value.value, /[\p{C}\s]/u)
    }),
  )
})
