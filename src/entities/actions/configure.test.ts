import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCountry } from '../../../test/kit/country.ts'
import { configurationVersion } from '../store/directory.ts'
import { loadDirectory } from './load-directory.ts'
import { moveOnboarding } from './move-onboarding.ts'
import { plantDirectory } from './plant-directory.ts'
import { saveCategory } from './save-category.ts'
import { saveEntity } from './save-entity.ts'
import { saveUnit } from './save-unit.ts'

const PARKS = {
  id: 'parks',
  nameAr: 'إدارة الحدائق',
  nameEn: 'Parks',
  sectorId: 'people',
  calendarId: 'government',
  active: true,
}
const UNIT = { id: 'parks-trees', entityId: 'parks', nameAr: 'الأشجار', nameEn: 'Trees', active: true }
const CATEGORY = {
  id: 'trees',
  nameAr: 'الأشجار',
  nameEn: 'Trees',
  sectorId: 'people',
  urgency: 'normal',
  entityId: 'parks',
  phrases: { ar: ['شجرة طايحة', ' شجرة  طايحة ', ''], en: ['fallen tree'] },
  active: true,
}

test('an administrator adds an entity with its unit and category, and everybody can notice', async (t) => {
  const { db, people } = await aCountry(t)
  const before = await configurationVersion(db)
  const contact = { contactEmail: ' Desk@Parks.example ', contactPhone: '1700 1700 تحويلة 3' }
  assert.ok((await saveEntity({ db }, people.admin, { ...PARKS, ...contact })).ok)
  assert.ok((await saveUnit({ db }, people.admin, UNIT)).ok)
  assert.ok((await saveCategory({ db }, people.admin, CATEGORY)).ok)
  const directory = await loadDirectory(db)
  assert.equal(directory.version, before + 3)
  const parks = directory.entity('parks')
  assert.deepEqual(
    [parks?.onboarding, parks?.contactEmail, parks?.central],
    ['contacted', 'desk@parks.example', false],
  )
  assert.deepEqual(
    directory.units('parks', 'ar').map(({ id }) => id),
    ['parks-trees'],
  )
  assert.deepEqual(directory.category('trees')?.phrases, { ar: ['شجرة طايحة'], en: ['fallen tree'] })
})

test('saving again changes what was said and leaves the stage alone', async (t) => {
  const { db, people } = await aCountry(t)
  const works = { ...PARKS, id: 'works', nameAr: 'وزارة الأشغال العامة' }
  assert.ok((await saveEntity({ db }, people.admin, works)).ok)
  const directory = await loadDirectory(db)
  assert.equal(directory.entity('works')?.name.ar, 'وزارة الأشغال العامة')
  assert.equal(directory.entity('works')?.onboarding, 'joined')
})

test('what is refused changes nothing, not even the version', async (t) => {
  const { db, people } = await aCountry(t)
  const before = await configurationVersion(db)
  const { admin } = people
  const refused = [
    [await saveEntity({ db }, people.reviewer, PARKS), 'not-allowed'],
    [await saveEntity({ db }, admin, { ...PARKS, id: 'Parks!' }), 'id-malformed'],
    [await saveEntity({ db }, admin, { ...PARKS, nameEn: ' \u0000 ' }), 'name-missing'],
    [await saveEntity({ db }, admin, { ...PARKS, nameAr: 'ح'.repeat(201) }), 'name-too-long'],
    [await saveEntity({ db }, admin, { ...PARKS, sectorId: 'moon' }), 'sector-unknown'],
    [await saveEntity({ db }, admin, { ...PARKS, calendarId: 'moon' }), 'calendar-unknown'],
    [await saveEntity({ db }, admin, { ...PARKS, contactEmail: 'desk' }), 'email-malformed'],
    [await saveEntity({ db }, admin, { ...PARKS, id: 'central', active: false }), 'central-office-stays'],
    [await saveUnit({ db }, admin, UNIT), 'entity-unknown'],
    [
      await saveUnit({ db }, admin, { ...UNIT, id: 'works-roads', entityId: 'housing' }),
      'unit-of-another-entity',
    ],
    [await saveCategory({ db }, admin, CATEGORY), 'entity-unknown'],
    [await saveCategory({ db }, admin, { ...CATEGORY, entityId: null, urgency: 'huge' }), 'urgency-unknown'],
    [await moveOnboarding({ db }, people.reviewer, { entityId: 'housing', stage: 'joined' }), 'not-allowed'],
    [await moveOnboarding({ db }, admin, { entityId: 'moon', stage: 'joined' }), 'not-found'],
    [await moveOnboarding({ db }, admin, { entityId: 'housing', stage: 'finished' }), 'onboarding-unknown'],
    [await moveOnboarding({ db }, admin, { entityId: 'central', stage: 'pilot' }), 'central-office-stays'],
  ] as const
  for (const [outcome, reason] of refused) assert.equal(outcome.ok ? 'done' : outcome.reason, reason)
  assert.equal(await configurationVersion(db), before)
})

test('joining is told once, so that open cases move once', async (t) => {
  const { db, people } = await aCountry(t)
  const move = async (stage: string) => {
    const moved = await moveOnboarding({ db }, people.admin, { entityId: 'housing', stage })
    assert.ok(moved.ok)
    return [moved.value.before, moved.value.joined, moved.value.left]
  }
  assert.deepEqual(await move('pilot'), ['training', false, false])
  assert.deepEqual(await move('joined'), ['pilot', true, false])
  assert.deepEqual(await move('joined'), ['joined', false, false])
  assert.deepEqual(await move('contacted'), ['joined', false, true])
})

test('lists that are planted twice are there once, and overwrite nothing', async (t) => {
  const { db } = await aCountry(t)
  const directory = await loadDirectory(db)
  const works = directory.entity('works')
  assert.ok(works)
  const plants = {
    entities: [
      { ...works, name: { ar: 'غيره', en: 'Other' } },
      { ...works, id: 'imported', source: 'baltimore' },
    ],
  }
  assert.equal(await plantDirectory(db, plants), 1)
  assert.equal(await plantDirectory(db, plants), 0)
  const after = await loadDirectory(db)
  assert.equal(after.entity('works')?.name.en, works.name.en)
  assert.equal(after.entity('imported')?.source, 'baltimore')
  assert.equal(after.version, directory.version + 1)
})
