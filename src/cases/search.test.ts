import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSimilar, listDesk, searchIndexer } from '#cases'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'

const found = async ({ tools, people }: Country, q: string) =>
  a.granted(await listDesk(tools, people.reviewer, { q, view: 'all' })).cases.map(({ id }) => id)

test('staff find a case by other endings, spoken words, the other language, Latin letters and a word half typed', async (t) => {
  const country = await aCountry(t)
  const power = await a.submitted(country, { ...a.aPothole, text: 'الكهربا مقطوعة عنا من مبارح بالزرقاء' })
  const passport = await a.submitted(country, { ...a.aPothole, text: 'تأخر تجديد جوازي شهرًا كاملًا' })
  const english = await a.submitted(country, { ...a.aPothole, text: 'The street lights are broken' })
  await heardAll(country.db, searchIndexer)
  for (const query of ['الكهرباء', 'انقطاع كهرباء', 'kahraba ma2to3a', 'electricity', 'الكهرب'])
    assert.deepEqual(await found(country, query), [power.id], query)
  for (const query of ['passport', 'جواز', 'جوازات'])
    assert.deepEqual(await found(country, query), [passport.id], query)
  for (const query of ['street light', 'إنارة'])
    assert.ok((await found(country, query)).includes(english.id), query)
  assert.deepEqual(await found(country, 'مدرسة'), [])
})

test('a case like another is found also when most of its words are everybody’s', async (t) => {
  const country = await aCountry(t)
  const common = 'الكهرباء مقطوعة عن الحي منذ الصباح'
  for (let at = 0; at < 25; at++) await a.submitted(country, { ...a.aPothole, text: common })
  const near = await a.submitted(country, { ...a.aPothole, text: `${common} في شارع الفراشات` })
  const asked = await a.submitted(country, { ...a.aPothole, text: 'كهربا مقطوعه بشارع الفراشات' })
  await heardAll(country.db, searchIndexer)
  const similar = a.granted(await findSimilar(country.tools, country.people.reviewer, asked.id))
  assert.equal(similar[0]?.id, near.id)
})

test('pages of a search show every case once, the last that came first, wherever its stretch begins', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  // Words that every second case shows are looked for stretch by stretch.
  const shares = new Map(['حفر', 'شارع'].map((term) => [term, 0.5]))
  const among = { ...tools, commonness: async () => ({ cases: 1_000_000, shares }) }
  const submitted: string[] = []
  for (const before of [1, 4_094, 4_095, 32_767, 40_959, 262_143, 2_097_151]) {
    await country.owner.run(sql`select setval('case_search_position', ${before})`)
    submitted.unshift((await a.submitted(country, { ...a.aPothole, text: 'حفرة كبيرة بالشارع' })).id)
    await heardAll(country.db, searchIndexer)
  }
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = a.granted(
      await listDesk(among, people.reviewer, { q: 'حفرة شارع', view: 'all', limit: 3, cursor }),
    )
    seen.push(...page.cases.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  assert.deepEqual(seen, submitted)
})

test('a search within one entity, one sector and what is open follows a case that moves', async (t) => {
  const country = await aCountry(t)
  const { people, tools, db } = country
  const { id } = await a.routed(country)
  const finds = async (who: Parameters<typeof listDesk>[1], query: object = {}) => {
    await heardAll(db, searchIndexer)
    return a.granted(await listDesk(tools, who, { q: 'حفرة', view: 'all', ...query })).cases.length === 1
  }
  assert.ok(await finds(people.liaison))
  assert.ok(await finds(people.minister))
  assert.ok(await finds(people.reviewer, { view: 'open', entity: 'works' }))
  assert.ok(!(await finds(people.electrician)))
  a.granted(await a.step(country, a.staff(people.liaison), { id }, 'refuse', { reason: 'ليس لنا' }))
  assert.ok(!(await finds(people.liaison)))
  assert.ok(await finds(people.reviewer, { view: 'open' }))
})
