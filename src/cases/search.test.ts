import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSimilar, listDesk, searchIndexer } from '#cases'
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
