import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateReader } from './dates.ts'

const read = (text: string, format = 'iso', zone = 'Asia/Bahrain', usual: 'start' | 'end' = 'start') =>
  dateReader({ column: 'x', format }, zone, usual)(text)
const at = (...given: Parameters<typeof read>) => read(...given)?.at.toString()

test('local times are told in the zone of the source', () => {
  assert.equal(at('2014-01-01T03:53:10', 'iso', 'America/New_York'), '2014-01-01T08:53:10Z')
  assert.equal(at('2014-07-01 03:53', 'iso', 'America/New_York'), '2014-07-01T07:53:00Z')
  assert.equal(at('2014-07-01T03:53:00+02:00', 'iso', 'America/New_York'), '2014-07-01T01:53:00Z')
})

test('other ways of writing dates, with Arabic digits too', () => {
  assert.equal(at('03/02/2024 08:15', 'dd/MM/yyyy HH:mm'), '2024-02-03T05:15:00Z')
  assert.equal(at('3/2/2024 8:15 PM', 'd/M/yyyy h:mm a'), '2024-02-03T17:15:00Z')
  assert.equal(at('12:05 AM 3.2.2024', 'h:mm a d.M.yyyy'), '2024-02-02T21:05:00Z')
  assert.equal(at('٠٣/٠٢/٢٠٢٤ ٠٨:١٥', 'dd/MM/yyyy HH:mm'), '2024-02-03T05:15:00Z')
  assert.equal(at('٣/٢/٢٠٢٤ ٨:١٥ م', 'd/M/yyyy h:mm a'), '2024-02-03T17:15:00Z')
})

test('a day without a time begins at midnight, and a day to keep lasts until its end', () => {
  assert.equal(at('2024-02-03'), '2024-02-02T21:00:00Z')
  assert.equal(at('2024-02-03', 'iso', 'Asia/Bahrain', 'end'), '2024-02-03T20:59:59Z')
})

test('a day that begins an hour late is still a day', () => {
  // Amman's clocks went from midnight to one o'clock on 25 February 2022.
  const found = read('2022-02-25', 'iso', 'Asia/Amman')
  assert.equal(found?.at.toString(), '2022-02-24T22:00:00Z')
  assert.equal(found?.oddity, 'skipped-by-summer-time')
})

test('hours that summer time skips or repeats are said to be odd', () => {
  const skipped = read('2018-03-11T02:23:08', 'iso', 'America/New_York')
  assert.equal(skipped?.at.toString(), '2018-03-11T07:23:08Z')
  assert.equal(skipped?.oddity, 'skipped-by-summer-time')
  const repeated = read('2018-11-04T01:30:00', 'iso', 'America/New_York')
  assert.equal(repeated?.at.toString(), '2018-11-04T05:30:00Z')
  assert.equal(repeated?.oddity, 'repeated-by-winter-time')
})

test('what is no date is none', () => {
  for (const text of [
    '2023-02-29',
    '2024-13-01',
    '2024-02-03T25:00:00',
    '2024-02-03T10:60:00',
    'yesterday',
    '1e9',
    '',
  ])
    assert.equal(read(text), undefined, text)
  assert.equal(read('13:00 PM 03/02/2024', 'h:mm a dd/MM/yyyy'), undefined)
})

test('every local time is read as Temporal reads it, on ordinary days and on those on which clocks change', () => {
  const wall = fc.record({
    year: fc.integer({ min: 1990, max: 2030 }),
    month: fc.constantFrom(3, 4, 10, 11, 7),
    day: fc.integer({ min: 1, max: 30 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
  })
  const zones = ['America/New_York', 'Asia/Amman', 'Asia/Riyadh', 'Australia/Lord_Howe', 'America/Sao_Paulo']
  fc.assert(
    fc.property(wall, fc.constantFrom(...zones), (given, zone) => {
      const plain = Temporal.PlainDateTime.from(given)
      assert.equal(
        at(plain.toString({ smallestUnit: 'second' }), 'iso', zone),
        plain.toZonedDateTime(zone).toInstant().toString(),
      )
    }),
    { numRuns: 500 },
  )
})

test('a format without a day is no format', () => {
  assert.throws(() => read('2024-02', 'yyyy-MM'), /no year, month or day/)
})
