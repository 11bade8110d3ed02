import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nest } from './nest.ts'

const nested = (...fields: [string, string][]) => {
  const result = nest(fields)
  return result.ok ? result.value : result.reason
}

test('points with their answers become a list of points', () => {
  const expected = { points: [{ point: 'a', answer: 'b' }, { point: 'c' }], text: 'd' }
  assert.deepEqual(
    nested(['points[0][point]', 'a'], ['points[0][answer]', 'b'], ['points[1][point]', 'c'], ['text', 'd']),
    expected,
  )
  assert.deepEqual(
    nested(['points.0.point', 'a'], ['points.0.answer', 'b'], ['points.1.point', 'c'], ['text', 'd']),
    expected,
  )
})

test('a place is a thing with parts', () => {
  assert.deepEqual(nested(['place.lat', '31.9'], ['place[lon]', '35.9']), {
    place: { lat: '31.9', lon: '35.9' },
  })
})

test('ticked boxes are a list, of one too when the name says so', () => {
  assert.deepEqual(nested(['roles[]', 'a']), { roles: ['a'] })
  assert.deepEqual(nested(['roles[]', 'a'], ['roles[]', 'b']), { roles: ['a', 'b'] })
  assert.deepEqual(nested(['roles', 'a'], ['roles', 'b']), { roles: ['a', 'b'] })
})

test('rows stand in the order of their numbers, and removed ones leave no hole', () => {
  assert.deepEqual(nested(['rows.10', 'c'], ['rows.9', 'b'], ['rows.0', 'a']), { rows: ['a', 'b', 'c'] })
  assert.deepEqual(nested(['rows[9999]', 'last']), { rows: ['last'] })
})

const hostile: Record<string, [string, string][]> = {
  'a prototype': [['__proto__[admin]', '1']],
  'a prototype further in': [['a.constructor.prototype.admin', '1']],
  'a prototype in brackets': [['a[__proto__]', '1']],
  'a name too deep': [['a.b.c.d.e.f', '1']],
  'a name without end': [[`a${'[0]'.repeat(50_000)}`, '1']],
  'a text that has parts': [
    ['a', '1'],
    ['a.b', '2'],
  ],
  'a list that has names': [
    ['a.0', '1'],
    ['a.b', '2'],
  ],
  'an open bracket': [['a[0', '1']],
  'a closing bracket': [['a]0', '1']],
  'an empty name': [['', '1']],
  'dots alone': [['..', '1']],
}
for (const [what, fields] of Object.entries(hostile)) {
  test(`${what} is refused`, () => {
    assert.equal(nested(...fields), 'form-broken')
    assert.equal(Object.hasOwn(Object.prototype, 'admin'), false)
  })
}

test('a number too large is a name, and reserves no memory', () => {
  assert.deepEqual(nested(['a.4294967294', 'x']), { a: { '4294967294': 'x' } })
})

test('whatever the names are, nothing throws and no prototype changes', () => {
  const part = fc.constantFrom('a', 'b', '0', '1', '', '__proto__', 'constructor', '[', ']', '.', '[0]', '[]')
  const name = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
      nest(fields)
      assert.equal(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), before)
    }),
  )
})
