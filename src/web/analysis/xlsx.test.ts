import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sheetName } from './xlsx.ts'

test('a sheet is named as far as a spreadsheet lets it, and its period is never cut', () => {
  assert.equal(sheetName('حسب الجهة'), 'حسب الجهة')
  assert.equal(sheetName('الصورة الوطنية · تشرين الأول 2026'), 'الصورة الوط… · تشرين الأول 2026')
  assert.equal(
    sheetName('Ministry of Public Works and Housing · October 2026'),
    'Ministry of Pub… · October 2026',
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 90 }), (title) => {
      const name = sheetName(title)
      return name.length <= 31 && !/[\\/?*[\]:]/.test(name)
    }),
  )
})
