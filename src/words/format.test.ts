import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatHijri,
  formatList,
  formatNumber,
  formatPercent,
  inDigits,
  plural,
  reader,
} from './index.ts'

const amman = reader('ar', 'Asia/Amman')
const english = reader('en', 'Asia/Amman')
const thursday = Temporal.PlainDate.from('2026-11-26')
const lateEvening = Temporal.Instant.from('2026-11-26T22:30:00Z')

test('a promise is told by its day', () => {
  assert.equal(formatDay(english, thursday), 'Thursday 26 November')
  assert.equal(formatDay(amman, thursday), 'الخميس 26 نوفمبر')
})

test('a Jordanian reads the months of the Levant', () => {
  assert.equal(formatDay(reader('ar', 'Asia/Amman', { region: 'JO' }), thursday), 'الخميس 26 تشرين الثاني')
})

test('a moment is shown on the day it has where the reader lives', () => {
  assert.equal(formatDate(english, lateEvening), '27 November 2026')
  assert.equal(formatDate(reader('en', 'UTC'), lateEvening), '26 November 2026')
  assert.equal(formatDate(english, lateEvening.toZonedDateTimeISO('UTC')), '27 November 2026')
})

test('a plain date is the same day everywhere', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    assert.equal(formatDate(reader('en', zone), thursday), '26 November 2026')
  }
})

test('digits are western unless the reader prefers Arabic ones', () => {
  const arabic = reader('ar', 'Asia/Bahrain', { digits: 'arab' })
  assert.equal(formatDay(arabic, thursday), 'الخميس ٢٦ نوفمبر')
  assert.equal(inDigits(arabic, 'باقٍ 4 أيام'), 'باقٍ ٤ أيام')
  assert.equal(inDigits(amman, 'باقٍ 4 أيام'), 'باقٍ 4 أيام')
  assert.equal(inDigits(amman, 'مضى 80٪'), 'مضى 80%', 'a sign goes with its digits')
  assert.equal(inDigits(arabic, 'مضى 80٪'), 'مضى ٨٠٪')
  assert.equal(reader('en', 'UTC', { digits: 'arab' }).digits, 'latn')
})

test('the Hijri date stands by the calendar of Umm al-Qura', () => {
  assert.match(formatHijri(amman, thursday), /16 جمادى الآخرة 1448/)
  assert.equal(formatHijri(english, thursday), '16 Jumada II 1448 AH')
})

test('times, lengths, numbers and lists are written in the language of the reader', () => {
  assert.equal(formatDateTime(english, lateEvening), '27 November 2026 at 01:30')
  assert.match(formatDateTime(amman, lateEvening), /^27 نوفمبر 2026 في 1:30\sص$/)
  assert.equal(formatDuration(amman, { days: 3, hours: 2 }), '3 أيام وساعتان')
  assert.equal(formatDuration(english, {}), '0 minutes')
  assert.equal(formatNumber(english, 12345), '12,345')
  assert.equal(formatPercent(english, 0.873), '87%')
  assert.equal(formatList(amman, ['الطرق', 'المياه']), 'الطرق والمياه')
})

test('English may have its own word for nothing, and needs none', () => {
  assert.equal(plural('en', 0, { zero: 'nothing', one: 'one', other: 'many' }), 'nothing')
  assert.equal(plural('en', 0, { one: 'one', other: 'many' }), 'many')
})
