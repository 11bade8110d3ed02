import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSmall, LEAST, type Part, suppress } from './suppress.ts'

const COLUMNS = ['answered', 'onTime', 'rated', 'satisfied', 'withdrawn']
const PARTS: Part[] = [
  { part: 'onTime', whole: 'answered' },
  { part: 'rated', whole: 'answered' },
  { part: 'satisfied', whole: 'rated' },
]

/** Mostly small numbers: those are the ones that give people away. */
const count = fc.oneof(fc.nat(9), fc.nat(9), fc.nat(60))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const row = fc
  .record({ answered: count, onTime: share, rated: share, satisfied: share, withdrawn: count })
  .map(({ answered, onTime, rated, satisfied, withdrawn }) => {
    const part = Math.round(rated * answered)
    return {
      ...{ answered, withdrawn, onTime: Math.round(onTime * answered), rated: part },
      satisfied: Math.round(satisfied * part),
    }
  })
const table = fc.array(row, { minLength: 1, maxLength: 12 })

test('no count from one to four stands in a table, nor can it be had from a number and its part', () => {
  fc.assert(
    fc.property(table, (rows) => {
      for (const shown of suppress({ rows }, COLUMNS, PARTS).rows) {
        for (const column of COLUMNS) assert.ok(!isSmall(shown[column] ?? 0), column)
        for (const { part, whole } of PARTS) {
          const [small, large] = [shown[part] ?? null, shown[whole] ?? null]
          if (small === null) continue
          assert.ok(large !== null && !isSmall(large - small), `${whole} − ${part}`)
        }
      }
    }),
  )
})

test('nor by subtracting what is shown from the total, also by whoever knows one of the lines: five or more are left', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const safe = suppress({ rows }, COLUMNS, PARTS)
      for (const column of COLUMNS) {
        if (safe.withoutTotal.includes(column)) continue
        const hidden = rows.filter((_, at) => safe.rows[at]?.[column] === null)
        const left = hidden.reduce((sum, each) => sum + (each[column as keyof typeof each] ?? 0), 0)
        if (left === 0) continue
        for (const known of hidden)
          assert.ok(
            left - (known[column as keyof typeof known] ?? 0) >= LEAST || left === 0,
            `${column}: ${left}`,
          )
      }
    }),
  )
})

test('nor by subtracting the parts as well: those who were late among the hidden are nobody, or five and more', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const safe = suppress({ rows }, COLUMNS, PARTS)
      for (const { part, whole } of PARTS) {
        if (safe.withoutTotal.includes(part)) continue
        const hidden = rows.filter((_, at) => safe.rows[at]?.[part] === null)
        const rests = hidden.map((each) => each[whole as 'answered'] - each[part as 'onTime'])
        const left = rests.reduce((sum, each) => sum + each, 0)
        for (const known of rests) assert.ok(left === 0 || left - known >= LEAST, `${part}: ${left}`)
      }
    }),
  )
})

test('what nobody could be recognised by is shown: a table of large numbers is whole', () => {
  const rows = [
    { answered: 50, onTime: 40, rated: 20, satisfied: 12, withdrawn: 0 },
    { answered: 70, onTime: 60, rated: 30, satisfied: 20, withdrawn: 8 },
  ]
  const safe = suppress({ rows }, COLUMNS, PARTS)
  assert.deepEqual(safe, { rows, withoutTotal: [] })
})

test('a small one takes the next smallest with it, so that neither the total tells nor one of them who knows its own', () => {
  const of = (withdrawn: number) => ({ answered: 0, onTime: 0, rated: 0, satisfied: 0, withdrawn })
  const { rows } = suppress({ rows: [of(3), of(40), of(9), of(0), of(50)] }, COLUMNS, PARTS)
  assert.deepEqual(
    rows.map(({ withdrawn }) => withdrawn),
    [null, null, null, 0, 50],
  )
})
