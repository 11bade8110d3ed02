import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acceptablePassword, LONGEST, SHORTEST } from './password.ts'

const reason = (typed: string, about: string[] = []) => {
  const judged = acceptablePassword(typed, about)
  return judged.ok ? 'accepted' : judged.reason
}

test('fourteen characters are too few, fifteen are enough, 128 are not too many', () => {
  assert.equal(reason('نخلة عند البئر'), 'password-too-short')
  assert.equal(reason('نخلة عند البئرة'), 'accepted')
  assert.equal(reason('ثوب أزرق '.repeat(20)), 'password-too-long')
  assert.equal(reason('corn flower maze '.repeat(7)), 'accepted')
})

test('Arabic stays intact, and one keyboard’s hamza is another’s', () => {
  const composed = acceptablePassword('أزرق على السطح دائمًا')
  const decomposed = acceptablePassword('أزرق على السطح دائمًا'.normalize('NFD'))
  assert.ok(composed.ok)
  assert.deepEqual(decomposed, composed)
  assert.equal(composed.value, 'أزرق على السطح دائمًا')
})

test('spaces, signs and any script count', () => {
  for (const typed of [
    '四季の風が吹く古い庭と静かな池',
    '🐪🌴🌊🏺🕌🐟🌙⭐🔥🎐🪁🧭🪶🍋🫖',
    '  a  garden  by sea ',
  ])
    assert.equal(reason(typed), 'accepted', typed)
})

test('a long password that everybody thinks of is refused', () => {
  const common = [
    'passwordpassword',
    'Passw0rd12345678',
    'P@ssw0rdP@ssw0rd!',
    'administrator123',
    'Sawt-Bahrain-2026',
    'sawtjordan2026sawt',
    '123456789012345',
    '٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaaaaa',
    'كلمة المرور كلمة السر',
    'البحرين البحرين 2026',
    'welcome welcome 1',
  ]
  for (const typed of common) assert.notEqual(reason(typed), 'accepted', typed)
})

test('a password made of one’s own name and address is refused', () => {
  assert.equal(reason('salem.works.2026!!', ['salem@works.example', 'سالم الأشغال']), 'password-too-common')
  assert.equal(reason('سالم الأشغال 2026', ['salem@works.example', 'سالم الأشغال']), 'password-too-common')
  assert.equal(reason('salem plants figs', ['salem@works.example']), 'accepted')
})

test('whatever is accepted has an allowed length and stays accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 160 }), (typed) => {
      const judged = acceptablePassword(typed)
      if (!judged.ok) return
      const length = [...judged.value].length
      assert.ok(length >= SHORTEST && length <= LONGEST)
      assert.deepEqual(acceptablePassword(judged.value), judged)
    }),
  )
})
