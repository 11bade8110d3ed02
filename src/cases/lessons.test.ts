import assert from 'node:assert/strict'
import { test } from 'node:test'
import { automaticRouter, learn, lessonTaker, type SuggestingTools, suggestionModel } from '#cases'
import { loadDirectory, saveAutomaticRouting } from '#entities'
import { suggest } from '#language'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'

const HOLE = { ...a.aPothole, text: 'حفرة في الشارع' }

/** The country's tools with suggestions, and the directory as it is now. */
const suggesting = (country: Country): SuggestingTools => ({
  ...country.tools,
  directory: () => loadDirectory(country.db),
  suggest: async (text) => suggest(await suggestionModel(country.db, await loadDirectory(country.db)), text),
})

async function allow(country: Country, above: number | null, checked = 0.05) {
  const { admin } = country.people
  const automatic = { entityId: 'works', above, checked }
  a.granted(await saveAutomaticRouting({ db: country.db }, admin, automatic))
}

const readFeed = async (country: Country) => {
  const tools = suggesting(country)
  await heardAll(country.db, automaticRouter(tools))
  await heardAll(country.db, lessonTaker(tools))
}

const standing = (country: Country, { id }: { id: string }) =>
  country.db.row<{
    stage: string
    entity: string | null
    automatic: boolean
    answerBy: Temporal.Instant
  }>(sql`
    select stage, entity_id as entity, automatic, answer_by as "answerBy" from cases where id = ${id}`)

const lesson = (country: Country, { id }: { id: string }) =>
  country.db.row<{
    proposed: string
    confirmed: string
    by: string
    place: number | null
    sampled: boolean
  }>(sql`
    select proposed, confirmed, confirmed_by as by, place, sampled from suggestion_lessons where case_id = ${id}`)

/** Cases until one is not, or is, among those that are checked by a person. */
async function submittedWhere(country: Country, wanted: 'itself' | 'checked') {
  for (let tries = 0; tries < 60; tries++) {
    const found = await a.submitted(country, HOLE)
    await readFeed(country)
    const itself = (await standing(country, found))?.automatic
    if (itself === (wanted === 'itself')) return found
  }
  throw new Error(`no case was ${wanted}`)
}

test('nothing is routed without a person until an administrator allows it for an entity', async (t) => {
  const country = await aCountry(t)
  const found = await a.submitted(country, HOLE)
  await readFeed(country)
  assert.equal((await standing(country, found))?.stage, 'received')
})

test('a clear case goes to an entity that allows it; the history says that the system did it, and how sure it was', async (t) => {
  const country = await aCountry(t)
  await allow(country, 0.8)
  const found = await submittedWhere(country, 'itself')
  assert.deepEqual(
    { ...(await standing(country, found)), answerBy: undefined },
    { stage: 'with-entity', entity: 'works', automatic: true, answerBy: undefined },
  )
  const event = await country.db.row<{ role: string; actor: null; confidence: number }>(sql`
    select role, actor_id as actor, (facts ->> 'confidence')::float8 as confidence
      from case_events where case_id = ${found.id} and step = 'route'`)
  assert.deepEqual([event?.role, event?.actor], ['system', null])
  assert.ok((event?.confidence ?? 0) >= 0.8)
})

test('what is unclear, wished elsewhere or submitted long ago is left to a person', async (t) => {
  const country = await aCountry(t)
  await allow(country, 0.8)
  const unclear = await a.submitted(country, { ...HOLE, text: 'السلام عليكم، عندي طلب' })
  const elsewhere = await a.submitted(country, { ...HOLE, entity: 'electricity' })
  const old = await a.submitted(country, HOLE)
  country.clock.set('2026-10-03T10:00:00+03:00')
  await readFeed(country)
  for (const each of [unclear, elsewhere, old])
    assert.equal((await standing(country, each))?.stage, 'received')
})

test('a share is decided by a person all the same, and kept as a check', async (t) => {
  const country = await aCountry(t)
  await allow(country, 0.8, 0.5)
  const found = await submittedWhere(country, 'checked')
  await a.through(country, found, [
    a.staff(country.people.reviewer),
    'route',
    { entity: 'works', category: 'potholes' },
  ])
  await readFeed(country)
  assert.deepEqual(await lesson(country, found), {
    ...{ proposed: 'potholes', confirmed: 'potholes', by: 'person', place: 1, sampled: true },
  })
})

test('a resident who objects gets a person, keeps their date, and is not routed by the system again', async (t) => {
  const country = await aCountry(t)
  await allow(country, 0.8)
  const found = await submittedWhere(country, 'itself')
  const before = await standing(country, found)
  await a.through(country, found, [a.resident, 'contest', { reason: 'هذا شارع البلدية' }])
  await readFeed(country)
  const after = await standing(country, found)
  assert.deepEqual([after?.stage, after?.entity, after?.automatic], ['received', null, false])
  assert.ok(before && after && before.answerBy.equals(after.answerBy))
  assert.equal((await lesson(country, found))?.by, 'nobody')
  const byHand = await a.through(country, found, [
    a.staff(country.people.reviewer),
    'route',
    { entity: 'works', category: 'potholes' },
  ])
  assert.equal(byHand.automatic, false)
  const again = await a.step(country, a.resident, found, 'contest')
  assert.deepEqual(again.ok ? 'taken' : again.reason, 'routed-by-a-person')
})

test('what people confirm is learned, version by version, and what was not confirmed is not', async (t) => {
  const country = await aCountry(t)
  const tools = suggesting(country)
  const text = 'الطرمبة عند المدرسة وقفت من الصبح والمي ما توصل الخزان'
  const before = (await tools.suggest(text))[0]?.label
  assert.equal(await learn(tools), undefined)
  for (const each of [text, `${text} أبدا`]) {
    const found = await a.submitted(country, { ...HOLE, text: each })
    const { reviewer } = country.people
    await a.through(country, found, [
      a.staff(reviewer),
      'route',
      { entity: 'electricity', category: 'power-cuts' },
    ])
  }
  await readFeed(country)
  const trained = await learn(tools)
  assert.deepEqual([trained?.version, trained?.kind, trained?.lessons], [1, 'trained', 2])
  assert.equal((await tools.suggest(text))[0]?.label, 'power-cuts', `before: ${before}`)
  assert.equal(await learn(tools), undefined)

  const next = await a.submitted(country, { ...HOLE, text: 'النافورة في الدوار تعطلت' })
  country.clock.set('2026-10-01T11:00:00+03:00')
  const { reviewer } = country.people
  await a.through(country, next, [a.staff(reviewer), 'route', { entity: 'works', category: 'potholes' }])
  await readFeed(country)
  const taught = await learn(tools)
  assert.deepEqual([taught?.version, taught?.kind, taught?.lessons], [2, 'taught', 3])
  assert.equal((await tools.suggest('النافورة تعطلت'))[0]?.label, 'potholes')
})
