import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Contents, Entity, Place } from './model/directory.ts'
import { directoryOf } from './model/snapshot.ts'

const entity = (id: string, ar: string, rest: Partial<Entity> = {}): Entity => ({
  id,
  name: { ar, en: id },
  sectorId: 'services',
  onboarding: 'joined',
  calendarId: 'government',
  contactEmail: null,
  contactPhone: null,
  central: false,
  active: true,
  source: null,
  ...rest,
})

const place = (id: string, parentId: string | null): Place => ({
  id,
  parentId,
  level: 'town',
  name: { ar: id, en: id },
})

const contents = (some: Partial<Contents>): Contents => ({
  version: 1,
  country: 'example',
  timeZone: 'Asia/Bahrain',
  sectors: [],
  entities: [],
  units: [],
  categories: [],
  places: [],
  ...some,
})

test('lists are in the order of the reader’s alphabet', () => {
  const entities = [
    entity('water', 'المياه'),
    entity('health', 'أمن'),
    entity('energy', 'ايواء'),
    entity('area-10', 'بلدية ١٠'),
    entity('area-9', 'بلدية ٩'),
  ]
  const directory = directoryOf(contents({ entities }))
  assert.deepEqual(
    directory.entities('en').map(({ id }) => id),
    ['area-9', 'area-10', 'energy', 'health', 'water'],
  )
  // Hamza on its alif does not send a name to the end, and 9 comes before 10.
  assert.deepEqual(
    directory.entities('ar').map(({ id }) => id),
    ['water', 'health', 'energy', 'area-9', 'area-10'],
  )
})

test('closed entities are found by id but offered to nobody', () => {
  const directory = directoryOf(
    contents({ entities: [entity('old', 'قديم', { active: false }), entity('new', 'جديد')] }),
  )
  assert.equal(directory.entity('old')?.id, 'old')
  assert.deepEqual(
    directory.entities('ar').map(({ id }) => id),
    ['new'],
  )
  assert.deepEqual(
    directory.entitiesOfSector('services').map(({ id }) => id),
    ['new'],
  )
  assert.equal(directory.allEntities('ar').length, 2)
})

test('only an entity at the last stage works in Sawt itself', () => {
  const stages = ['contacted', 'training', 'pilot', 'joined'] as const
  const directory = directoryOf(
    contents({ entities: stages.map((stage) => entity(stage, stage, { onboarding: stage })) }),
  )
  assert.deepEqual(
    stages.map((stage) => directory.joined(stage)),
    [false, false, false, true],
  )
  assert.ok(!directory.joined('nobody') && !directory.joined(null))
})

test('ids that nobody has find nothing, whatever they are', () => {
  const directory = directoryOf(contents({ entities: [entity('works', 'أشغال')] }))
  for (const id of ['', 'constructor', '__proto__', null, undefined]) {
    assert.equal(directory.entity(id), undefined)
    assert.equal(directory.place(id), undefined)
  }
  assert.deepEqual(directory.units('__proto__', 'ar'), [])
})

test('a place is named with all it lies in, outermost first', () => {
  const places = [place('street', 'town'), place('town', 'governorate'), place('governorate', null)]
  const directory = directoryOf(contents({ places }))
  assert.deepEqual(
    directory.placePath('street').map(({ id }) => id),
    ['governorate', 'town', 'street'],
  )
  assert.deepEqual(
    directory.places(null, 'ar').map(({ id }) => id),
    ['governorate'],
  )
  assert.deepEqual(
    directory.places('town', 'en').map(({ id }) => id),
    ['street'],
  )
})

test('the way to a place ends, even where the data run in a circle', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }), (parents) => {
      const directory = directoryOf(
        contents({ places: parents.map((parent, n) => place(`p${n}`, `p${parent}`)) }),
      )
      for (let n = 0; n < 10; n++) assert.ok(directory.placePath(`p${n}`).length <= 10)
    }),
  )
})
