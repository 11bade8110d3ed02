import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CsvRecord, LONGEST_RECORD, recordCutter } from './records.ts'

/** Cuts a text that comes in pieces of some length. */
function cut(text: string, piece = text.length || 1): CsvRecord[] {
  const cutter = recordCutter(',')
  const records: CsvRecord[] = []
  for (let at = 0; at < text.length; at += piece) records.push(...cutter(text.slice(at, at + piece)))
  return [...records, ...cutter('', true)]
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`

test('any table comes back as it was written, wherever it is cut into pieces', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'ب', '"', ',', '\n', '\r', ' ', '\u{1F600}'),
    maxLength: 6,
  })
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (rows, end, piece) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join(end)
      assert.deepEqual(
        cut(text, piece).map(({ fields }) => fields),
        rows,
      )
    }),
  )
})

test('lines are counted as an editor counts them', () => {
  const text = '\ufeffa,b\r\n1,"two\nlines"\r\n\r\n3,4'
  assert.deepEqual(cut(text), [
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['1', 'two\nlines'] },
    { line: 5, fields: ['3', '4'] },
  ])
})

test('a stray quotation mark costs its line and no other', () => {
  for (const [bad, fault] of [
    ['2,"never closed', 'quote-never-closed'],
    ['2,"closed"too early', 'text-after-quote'],
  ] as const) {
    const records = cut(`a,b\n${bad}\n3,4\n5,6\n`, 4)
    assert.deepEqual(
      records.map(({ line, fault }) => [line, fault]),
      [
        [1, undefined],
        [2, fault],
        [3, undefined],
        [4, undefined],
      ],
    )
  }
  assert.deepEqual(cut('a,b\n5" pipe,6\n')[1]?.fields, ['5" pipe', '6'])
})

test('a record longer than any case is one fault, and reading goes on', () => {
  const records = cut(`a,b\n1,${'x'.repeat(LONGEST_RECORD + 5)}\n3,4\n`)
  assert.deepEqual(
    records.map(({ line, fault }) => [line, fault]),
    [
      [1, undefined],
      [2, 'too-long'],
      [3, undefined],
    ],
  )
})
