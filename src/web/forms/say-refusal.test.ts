import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '#words'
import { sayRefusal } from './say-refusal.ts'

test('a refusal is said with its limit, in both languages', () => {
  const refusal = { reason: 'too-many-files', details: { limit: 5 } } as const
  assert.equal(sayRefusal(words('ar'), refusal), 'يمكن إرفاق 5 ملفات على الأكثر، ولم نحفظ الباقي.')
  assert.equal(sayRefusal(words('en'), refusal), 'At most 5 files can be added; we did not keep the others.')
})

test("a file's refusal begins with its name", () => {
  const refusal = { reason: 'file-empty', file: 'a.txt' } as const
  assert.equal(sayRefusal(words('en'), refusal), '‘a.txt’: The file is empty. Choose another.')
})

test('a form as a whole has its words too', () => {
  assert.match(sayRefusal(words('en'), { reason: 'form-expired' }), /^The page was open for more than a day/)
})
