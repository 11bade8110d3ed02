import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSmall, LEAST, type Part, type Row, type Shown, type Table } from './suppress.ts'
import { type Line, suppressTables, type Tie } from './suppress-tables.ts'
import { tiesBetween } from './ties.ts'

/*
 * Somebody who has every published file, knows which entity does what, can solve equations, and works at one of the
 * entities, tries to learn of one to four cases.
 */

const COLUMNS = ['received', 'answered', 'onTime', 'withdrawn'] as const
const PARTS: Part[] = [{ part: 'onTime', whole: 'answered' }]
const TABLES = ['entity', 'category', 'place'] as const

interface Case extends Record<(typeof TABLES)[number], string> {
  received: number
  answered: number
  onTime: number
  withdrawn: number
}

/** Categories belong to one entity, now and then to another; a few of each are small. */
const someCase = fc
  .record({
    category: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd', 'e', 'f', 'f', 'f'),
    place: fc.constantFrom('north', 'north', 'south', 'south', 'island'),
    elsewhere: fc.integer({ min: 0, max: 40 }),
    answered: fc.boolean(),
    late: fc.integer({ min: 0, max: 3 }),
    withdrawn: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ category, place, elsewhere, answered, late, withdrawn }): Case => {
    const owner = { a: 'roads', b: 'roads', c: 'water', d: 'health', e: 'health', f: 'police' }[category]
    return {
      ...{ category, place, entity: elsewhere === 0 ? 'water' : (owner ?? ''), received: 1 },
      ...{
        answered: Number(answered),
        onTime: Number(answered && late > 0),
        withdrawn: Number(withdrawn === 0),
      },
    }
  })
const cases = fc.array(someCase, { minLength: 5, maxLength: 160, size: 'max' })

function count(all: readonly Case[]) {
  const keys = TABLES.map((name) => [...new Set(all.map((each) => each[name]))].sort())
  const sum = (some: readonly Case[]): Row =>
    Object.fromEntries(
      COLUMNS.map((column) => [column, some.reduce((total, each) => total + (each[column] ?? 0), 0)]),
    )
  const tables = TABLES.map(
    (name, at) => keys[at]?.map((key) => sum(all.filter((each) => each[name] === key))) ?? [],
  )
  const lineOf = (at: number, one: Case) => keys[at]?.indexOf(one[TABLES[at] ?? 'entity']) ?? -1
  const ties = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].flatMap(([one = 0, other = 0]) =>
    tiesBetween(
      one,
      other,
      all.map((each) => [lineOf(one, each), lineOf(other, each)] as const),
    ),
  )
  return { keys, tables, total: sum(all), ties }
}

type Counted = ReturnType<typeof count>

const publish = ({ tables, total, ties }: Counted, earlier?: { tables: Row[][]; total: Row }) =>
  suppressTables(
    {
      tables: tables.map(
        (rows, at): Table => ({
          rows,
          earlier: rows.map((_, line) => (earlier ? [earlier.tables[at]?.[line] ?? {}] : [])),
        }),
      ),
      total,
      earlierTotals: earlier ? [earlier.total] : [],
      ties,
    },
    COLUMNS,
    PARTS,
  )

/** Everything that follows by linear algebra from what is shown: the value of each hidden cell that can be had. */
function solve(
  tables: readonly Shown[][],
  total: number | null,
  ties: readonly Tie[],
  value: (row: Shown) => number | null,
  known?: { line: Line; value: number },
): Map<string, number> {
  const cells = tables.flatMap((rows, table) => rows.map((_, at): Line => [table, at]))
  const name = ([table, at]: Line) => `${table}:${at}`
  const seen = (line: Line) =>
    known && name(known.line) === name(line) ? known.value : value(tables[line[0]]?.[line[1]] ?? {})
  const unknown = cells.filter((line) => seen(line) === null).map(name)
  const equation = (plus: readonly Line[], minus: readonly Line[], sum: number) => {
    const row = new Array<number>(unknown.length + 1).fill(0)
    row[unknown.length] = sum
    for (const [lines, sign] of [
      [plus, 1],
      [minus, -1],
    ] as const)
      for (const line of lines) {
        const at = unknown.indexOf(name(line))
        const place = at < 0 ? unknown.length : at
        row[place] = (row[place] ?? 0) + (at < 0 ? -sign * (seen(line) ?? 0) : sign)
      }
    return row
  }
  const whole = tables.map((rows, table) => rows.map((_, at): Line => [table, at]))
  const rows = [
    ...(total === null
      ? whole.slice(1).map((each) => equation(whole[0] ?? [], each, 0))
      : whole.map((each) => equation(each, [], total))),
    ...ties.map(({ one, other }) => equation(one, other, 0)),
  ]
  let rank = 0
  for (let column = 0; column < unknown.length; column++) {
    const found = rows.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (found < 0) continue
    const pivot = rows[found] as number[]
    rows[found] = rows[rank] as number[]
    rows[rank] = pivot.map((each) => each / (pivot[column] ?? 1))
    for (const [at, row] of rows.entries())
      if (at !== rank)
        rows[at] = row.map((each, place) => each - (row[column] ?? 0) * (rows[rank]?.[place] ?? 0))
    rank++
  }
  return new Map(
    rows.slice(0, rank).flatMap((row) => {
      const alone = unknown.flatMap((_, at) => (Math.abs(row[at] ?? 0) > 1e-9 ? [at] : []))
      return alone.length === 1 ? [[unknown[alone[0] ?? 0] ?? '', Math.round(row[unknown.length] ?? 0)]] : []
    }),
  )
}

const late = (row: Shown) =>
  row.answered === null || row.onTime === null ? null : (row.answered ?? 0) - (row.onTime ?? 0)

test('no file, no two files and no equations tell of one to four cases', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const counted = count(all)
      const { tables, total } = publish(counted)
      for (const column of COLUMNS) {
        for (const row of [...tables.flat(), total]) assert.ok(!isSmall(row[column] ?? 0), column)
        const had = solve(tables, total[column] ?? null, counted.ties, (row) => row[column] ?? null)
        for (const [line, value] of had) assert.ok(!isSmall(value), `${column} of ${line} is ${value}`)
      }
      const had = solve(tables, late(total), counted.ties, late)
      for (const [line, value] of had) assert.ok(!isSmall(value), `late of ${line} is ${value}`)
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('nor does whoever knows the number of one line learn another one from the same table', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const counted = count(all)
      const { tables, total } = publish(counted)
      for (const column of COLUMNS)
        for (const [table, rows] of tables.entries())
          for (const [at, row] of rows.entries()) {
            if (row[column] !== null) continue
            const own = { line: [0, at] as const, value: counted.tables[table]?.[at]?.[column] ?? 0 }
            const had = solve([rows], total[column] ?? null, [], (each) => each[column] ?? null, own)
            for (const [line, value] of had) assert.ok(!isSmall(value), `${column} of ${line} is ${value}`)
          }
    }),
    { numRuns: 300, seed: 4 },
  )
})

test('nor do two editions, when an import brought more cases in between', () => {
  fc.assert(
    fc.property(cases, cases, (first, more) => {
      const counted = count([...first, ...more])
      const before = count(first)
      const aligned = {
        total: before.total,
        tables: counted.keys.map((keys, at) =>
          keys.map((key) => before.tables[at]?.[before.keys[at]?.indexOf(key) ?? -1] ?? {}),
        ),
      }
      const [old, now] = [publish({ ...counted, ...aligned }), publish(counted, aligned)]
      for (const column of COLUMNS) {
        for (const [table, rows] of [...now.tables, [now.total]].entries()) {
          const earlier = [...old.tables, [old.total]][table] ?? []
          const changes = rows.map((row, at) => {
            const [after, was] = [row[column] ?? null, earlier[at]?.[column] ?? null]
            return after === null || was === null ? null : after - was
          })
          for (const change of changes)
            assert.ok(change === null || !isSmall(change), `${column} changed by ${change}`)
          const [after, was] = [now.total[column] ?? null, old.total[column] ?? null]
          if (after === null || was === null || changes.every((each) => each !== null)) continue
          const left = after - was - changes.reduce<number>((sum, each) => sum + (each ?? 0), 0)
          // Of the cells that both editions keep back together; of others no difference is known.
          const both = rows.every((row, at) => (row[column] === null) === (earlier[at]?.[column] === null))
          assert.ok(!both || left === 0 || left >= LEAST, `${column}: ${left} among the hidden`)
        }
      }
    }),
    { numRuns: 300, seed: 5 },
  )
})

test('what everybody knows to be nought is said: a part of a published total that is nought', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const { tables, total } = publish(count(all.map((each) => ({ ...each, withdrawn: 0 }))))
      assert.equal(total.withdrawn, 0)
      for (const column of COLUMNS)
        if (total[column] === 0) for (const row of tables.flat()) assert.equal(row[column], 0, column)
    }),
    { numRuns: 100, seed: 6 },
  )
})

test('and its wholes stay as hidden as they were: a rest that is nobody’s secret tells no other', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const counted = count(all.map((each) => ({ ...each, onTime: 0 })))
      const { tables, total } = publish(counted)
      for (const row of tables.flat()) assert.ok(!isSmall(late(row) ?? 0))
      const had = solve(tables, late(total), counted.ties, late)
      for (const [line, value] of had) assert.ok(!isSmall(value), `late of ${line} is ${value}`)
    }),
    { numRuns: 100, seed: 7 },
  )
})
