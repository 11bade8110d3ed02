import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCase } from '#cases'
import { grantRole } from '#people'
import { officer } from '../../../test/kit/country.ts'
import * as a from '../../../test/kit/situations.ts'
import { anOffice, saidIn, typedIn } from './office.examples.ts'

const PARKS = { nameAr: 'إدارة الحدائق', nameEn: 'Parks & Gardens', sector: 'people', calendar: 'government' }

test('an administrator adds an entity, and its id follows its English name', async (t) => {
  const { fill, tools } = await anOffice(t)
  const made = await fill('/ar/admin/entities/new', { ...PARKS, contactEmail: 'desk@parks.example' })
  assert.equal(made.path, '/ar/admin/entities/parks-gardens?done=added')
  assert.match(saidIn(made), /أُضيف/)
  const parks = (await tools.directory()).entity('parks-gardens')
  assert.deepEqual(
    [parks?.onboarding, parks?.contactEmail, parks?.active],
    ['contacted', 'desk@parks.example', true],
  )
})

test('an id that somebody has is refused, so that a new entity never overwrites a known one', async (t) => {
  const { fill, tools } = await anOffice(t)
  const refused = await fill('/en/admin/entities/new', { ...PARKS, id: 'works' })
  assert.equal(refused.status, 422)
  assert.match(saidIn(refused), /This identifier is taken/)
  assert.equal((await tools.directory()).entity('works')?.name.en, 'Ministry of Works')
})

test('what is wrong is said beside its field, and everything typed is kept', async (t) => {
  const { fill } = await anOffice(t)
  const refused = await fill('/ar/admin/entities/new', {
    ...PARKS,
    contactEmail: 'ليس بريدًا',
    contactPhone: '1700 & "1700"',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /id="contactEmail-error"/)
  const { nameAr, contactEmail, contactPhone, sector } = typedIn(refused)
  assert.deepEqual(
    [nameAr, contactEmail, contactPhone, sector],
    [PARKS.nameAr, 'ليس بريدًا', '1700 & "1700"', 'people'],
  )
  const unnamed = await fill('/ar/admin/entities/new', { ...PARKS, nameEn: ' ' })
  assert.match(unnamed.html, /id="nameEn-error"/)
})

test('an entity is corrected on its own page', async (t) => {
  const { fill, tools } = await anOffice(t)
  const saved = await fill(
    '/en/admin/entities/works',
    { nameEn: 'Ministry of Public Works' },
    '/entities/works',
  )
  assert.match(saidIn(saved), /Saved/)
  const works = (await tools.directory()).entity('works')
  assert.deepEqual([works?.name.en, works?.name.ar], ['Ministry of Public Works', 'وزارة الأشغال'])
  const refused = await fill('/en/admin/entities/central', { active: [] }, '/entities/central')
  assert.match(saidIn(refused), /central office is always joined and open/)
})

test('joining without a liaison officer needs a second word', async (t) => {
  const { fill, tools } = await anOffice(t)
  const warned = await fill('/ar/admin/entities/housing', { stage: 'joined' }, '/stage')
  assert.equal(warned.status, 422)
  assert.match(saidIn(warned), /لا ضابط ارتباط لهذه الجهة/)
  assert.equal(typedIn(warned).stage, 'joined')
  assert.equal((await tools.directory()).entity('housing')?.onboarding, 'training')
  const joined = await fill('/ar/admin/entities/housing', { stage: 'joined', anyway: 'yes' }, '/stage')
  assert.match(saidIn(joined), /انضمت الجهة/)
  assert.equal((await tools.directory()).entity('housing')?.onboarding, 'joined')
})

test('joining puts an open case on the desk of the entity’s liaison, and moves no date', async (t) => {
  const { fill, country } = await anOffice(t)
  const { db, people } = country
  const { id, answerBy } = await a.through(country, await a.submitted(country), [
    a.staff(people.reviewer),
    'route',
    { entity: 'housing', category: 'housing-requests' },
  ])
  const lulwa = await officer(db, 'Lulwa', 'liaison', 'entity', 'housing')
  const before = await fill('/en/admin/entities/housing', { stage: 'joined' }, '/stage')
  assert.match(saidIn(before), /has joined/)
  const opened = await openCase(country.tools, lulwa, id)
  assert.ok(opened.ok)
  assert.equal(opened.value.state.answerBy.toString(), answerBy.toString())
  assert.equal(opened.value.events.at(-1)?.step, 'join')
})

test('units belong to their entity', async (t) => {
  const { fill, tools, adel } = await anOffice(t)
  const trees = { nameAr: 'قسم الأشجار', nameEn: 'Trees' }
  await fill('/ar/admin/entities/works/units/new', trees)
  assert.equal((await tools.directory()).unit('works-trees')?.entityId, 'works')
  assert.match(saidIn(await adel.get('/en/admin/entities/works')), /Trees/)
  await fill('/ar/admin/entities/works/units/works-trees', { active: [] })
  assert.equal((await tools.directory()).unit('works-trees')?.active, false)
  assert.match(saidIn(await adel.get('/en/admin/entities/works')), /Trees Closed/)
  assert.equal((await adel.get('/ar/admin/entities/electricity/units/works-roads')).status, 404)
})

test('another entity becomes the central office by one button', async (t) => {
  const { fill, tools } = await anOffice(t)
  assert.match(saidIn(await fill('/en/admin/entities/works', {}, '/central')), /central office from now on/)
  assert.equal((await tools.directory()).central?.id, 'works')
})

test('the list finds entities by name, stage and what they lack', async (t) => {
  const { adel, tools, country } = await anOffice(t)
  const said = async (query: string) => saidIn(await adel.get(`/en/admin/entities?${query}`))
  assert.match(await said('q=housing'), /Ministry of Housing/)
  assert.doesNotMatch(await said('q=housing'), /Ministry of Works Joined/)
  assert.match(await said('stage=training'), /Ministry of Housing/)
  const lacking = await said('state=no-liaison')
  assert.doesNotMatch(lacking, /Ministry of Works Joined/)
  const { liaison } = country.people
  await grantRole(tools, 'installation', { staffId: liaison.id, role: 'liaison', entity: 'housing' })
  assert.match(await said('q=nobody'), /No entity is like this/)
})
