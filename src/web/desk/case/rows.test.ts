import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rowsTyped, type Typed, withOneMore, withoutEmptyRows } from './rows.ts'

const field = fc.tuple(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('points', 'actions'), fc.nat(60), fc.constantFrom('point', 'answer'))
      .map((path) => path.join('.')),
    fc.constantFrom('text', 'points', 'points.x.y', 'points.99999.point', '__proto__'),
  ),
  fc.constantFrom('', ' ', 'written'),
)

test('rows without words go, the others stand in their order without holes, and nothing written is lost', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 80 }), (typed: Typed) => {
      const tidy = withoutEmptyRows(typed)
      const written = (fields: Typed) => fields.filter(([, value]) => value.trim()).length
      assert.equal(written(tidy), written(typed))
      assert.deepEqual(withoutEmptyRows(tidy), tidy)
    }),
  )
})

test('one more row comes after the last, and never without end', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 80 }), (typed: Typed) => {
      const longer = withOneMore(withoutEmptyRows(typed), 'points') ?? []
      assert.ok(rowsTyped(longer, 'points') <= 40)
    }),
  )
  assert.equal(withOneMore([], 'somewhere'), undefined)
})
