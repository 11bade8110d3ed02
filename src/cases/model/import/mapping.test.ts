import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OLD_PORTAL } from '../../../../test/kit/old-portal.ts'
import { columnsOf, mapping, mappingFaults } from './mapping.ts'
import { rowReader } from './read-row.ts'
import { slugOf } from './slug.ts'

const faults = (given: object) => {
  const { error } = mapping.safeParse(given)
  return error ? mappingFaults(error) : []
}

test('a mapping that is in order is taken, and says which columns it needs', () => {
  const parsed = mapping.parse(OLD_PORTAL)
  assert.deepEqual(columnsOf(parsed).slice(0, 4), ['Ticket', 'Opened', 'Due', 'Closed'])
})

test('a mistake in a mapping is named where it stands', () => {
  assert.match(faults({ ...OLD_PORTAL, timeZone: '+03:00' }).join(), /^timeZone: is no time zone/)
  assert.match(faults({ ...OLD_PORTAL, encoding: 'klingon' }).join(), /encoding: is no encoding/)
  assert.match(faults({ ...OLD_PORTAL, txet: 'Story' }).join(), /txet/)
  const stage = { by: 'Status', words: { Open: 'opened' } }
  assert.match(faults({ ...OLD_PORTAL, stage }).join(), /^stage.words.Open: choose one of: received/)
  assert.match(faults({ ...OLD_PORTAL, stage: 7 }).join(), /^stage: is none of what can stand here/)
  assert.match(
    faults({ ...OLD_PORTAL, due: { column: 'Due', format: 'dd/MM' } }).join(),
    /^due.format: is no format/,
  )
  const { text, ...without } = OLD_PORTAL
  assert.match(faults(without).join(), /^text:/)
})

const LATER = Temporal.Instant.from('2030-01-01T00:00:00Z')
const HEADER = ['id', 'at', 'word', 'text']
const PLAIN = {
  timeZone: 'Asia/Bahrain',
  id: 'id',
  received: 'at',
  closed: 'at',
  type: { always: 'complaint' },
  text: 'text',
}
const reading = (more: object, fields: string[]) =>
  rowReader(mapping.parse({ ...PLAIN, stage: { always: 'closed' }, ...more }), HEADER)(fields, LATER)

test('words are known whole, by their beginning or by their end; the first list that knows one decides', () => {
  const outcome = [
    {
      by: 'word',
      words: { 'Closed (Duplicate)': 'duplicate', 'Done*': 'solved', '*elsewhere': 'transferred' },
    },
    { by: 'id', words: { 7: 'refused' }, otherwise: 'explained' },
  ]
  const outcomeOf = (id: string, word: string) => {
    const row = reading({ outcome }, [id, '2024-01-01', word, 'x'])
    return row.ok ? row.value.outcome : row.reason
  }
  assert.equal(outcomeOf('1', 'Closed (Duplicate)'), 'duplicate')
  assert.equal(outcomeOf('1', 'Done at last'), 'solved')
  assert.equal(outcomeOf('1', 'sent elsewhere'), 'transferred')
  assert.equal(outcomeOf('7', 'what'), 'refused')
  assert.equal(outcomeOf('8', 'what'), 'explained')
})

test('a number made of columns is the same for the same row', () => {
  const id = { id: { of: ['at', 'text'] } }
  const [one, other, third] = [
    reading(id, ['1', '2024-01-01', '', 'x']),
    reading(id, ['2', '2024-01-01', '', 'x']),
    reading(id, ['3', '2024-01-01', '', 'y']),
  ]
  assert.ok(one.ok && other.ok && third.ok)
  assert.equal(one.value.sourceId, other.value.sourceId)
  assert.notEqual(one.value.sourceId, third.value.sourceId)
})

test('ids are made of names, stay the same, and never meet those of others', () => {
  const taken =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id)
  assert.equal(slugOf('Recreation & Parks', 'baltimore', taken()), 'recreation-and-parks')
  assert.equal(slugOf('Housing', 'baltimore', taken('housing')), 'housing-baltimore')
  assert.match(slugOf('وزارة الصحة', 'sehhaty', taken()), /^sehhaty-[0-9a-f]{8}$/)
  assert.notEqual(slugOf('وزارة الصحة', 's', taken()), slugOf('وزارة الأشغال', 's', taken()))
})
