import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Directory } from '#entities'
import { municipal } from '../../../../../test/kit/municipal.ts'
import { proposalsOf } from './proposals.ts'

const OWNERS: Readonly<Record<string, string>> = {
  potholes: 'works',
  'power-cuts': 'power',
  'street-lights': 'works',
}
const closed = 'ports'

/** A country with three categories, and one entity that is closed. */
const three = {
  category: (id: string) => ({ entityId: OWNERS[id] }),
  entity: (id: string | undefined) => id && { id, active: id !== closed },
  places: () => [],
  placePath: () => [],
} as unknown as Directory

/** A case, and what speaks for where it goes. */
const proposed = (known: {
  words?: [category: string, confidence: number][]
  wished?: string
  refused?: { entity: string; proposed?: string }
  opinion?: string
  at?: string
  text?: string
  directory?: Directory
}) =>
  proposalsOf({
    state: { category: null, place: known.at ?? null },
    directory: known.directory ?? three,
    first: { text: known.text ?? '' },
    events: [
      { step: 'submit', facts: { entity: known.wished } },
      ...(known.refused ? [{ step: 'refuse', facts: known.refused }] : []),
    ],
    suggestions: (known.words ?? []).map(([label, confidence]) => ({ label, confidence, because: [] })),
    opinion: known.opinion ?? null,
  } as unknown as Parameters<typeof proposalsOf>[0]).map(
    ({ entity, category, by }) => `${entity} ${category ?? '-'}${by ? ` (${by})` : ''}`,
  )

test('the best of what the words speak for is always proposed, others only where something speaks for them', () => {
  const words: [string, number][] = [
    ['potholes', 0.04],
    ['power-cuts', 0.06],
    ['street-lights', 0.01],
  ]
  assert.deepEqual(proposed({ words }), ['works potholes', 'power power-cuts'])
})

test('whom the resident or the entity that sent the case back names comes before what the words speak for', () => {
  const words: [string, number][] = [['potholes', 0.9]]
  assert.deepEqual(proposed({ words, wished: 'power', refused: { entity: 'health', proposed: 'water' } }), [
    'water - (entity)',
    'power potholes (resident)',
    'works potholes',
  ])
})

test('nothing is proposed twice, nor a closed entity, nor the one that has just sent the case back', () => {
  const words: [string, number][] = [
    ['potholes', 0.9],
    ['power-cuts', 0.5],
  ]
  const known = { words, wished: closed, refused: { entity: 'works' }, opinion: 'power-cuts' }
  assert.deepEqual(proposed(known), ['power power-cuts'])
})

test('in another part of the country its own entity is proposed; where none is known a person says who it is', () => {
  const said = { words: [['waste', 0.9]] as [string, number][], directory: municipal }
  assert.deepEqual(proposed({ ...said, at: 'rusaifa' }), ['zarqa waste'])
  assert.deepEqual(proposed({ ...said, text: 'الزبالة متراكمة بالزرقاء' }), ['zarqa waste'])
  assert.deepEqual(proposed({ ...said, text: 'الزبالة متراكمة بالزرقاء', at: 'amman' }), ['amman waste'])
  assert.deepEqual(proposed({ ...said, at: 'irbid' }), [])
})
