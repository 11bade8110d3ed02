import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import * as a from '../../../test/kit/situations.ts'
import { anOffice, saidIn, typedIn } from './office.examples.ts'

test('each promise shows the date that a case would be answered by if it arrived now', async (t) => {
  const { adel } = await anOffice(t)
  const said = saidIn(await adel.get('/en/admin/promises?type=complaint'))
  // Thursday 1 October 2026: ten working days end on Thursday the 15th, five on the 8th, one on Sunday.
  assert.match(
    said,
    /Every case of this type 10 working days Second review: every reply [^:]*: Thursday 15 October/,
  )
  assert.match(said, /Potholes 5 working days [^:]*: every reply [^:]*: Thursday 8 October/)
  assert.match(said, /Power cuts 1 working day [^:]*: every reply [^:]*: Sunday 4 October/)
  assert.match(saidIn(await adel.get('/ar/admin/promises?type=violation')), /مبدئي، لم يكتبه أحد بعد/)
})

test('a promise is set, holds at once, and its history says by whom', async (t) => {
  const { fill, tools, adel } = await anOffice(t)
  const set = await fill('/ar/admin/promises/set?type=complaint', {
    category: 'potholes',
    days: '٣',
    share: '50',
  })
  assert.match(saidIn(set), /حُفظ/)
  const rule = (await tools.book()).promise({ type: 'complaint', category: 'potholes' })
  assert.deepEqual([rule.workingDays, rule.secondReviewShare, rule.version], [3, 50, 2])
  const history = saidIn(await adel.get('/en/admin/promises/history'))
  assert.match(history, /Complaint · Potholes 3 working days 50% of replies 2 1 October 2026 Adel In force/)
})

test('an exception for one entity ends, and the more general promise holds', async (t) => {
  const { fill, tools } = await anOffice(t)
  const about = 'type=complaint&category=potholes&entity=works'
  await fill(`/en/admin/promises/set?${about}`, { days: '2' })
  const owed = async () =>
    (await tools.book()).promise({ type: 'complaint', category: 'potholes', entity: 'works' }).workingDays
  assert.equal(await owed(), 2)
  const ended = await fill(`/en/admin/promises/set?${about}`, {}, '/end')
  assert.match(saidIn(ended), /Ended; history keeps it/)
  assert.equal(await owed(), 5)
})

test('impossible promises are refused and nothing is lost', async (t) => {
  const { fill, tools } = await anOffice(t)
  const { configuration } = await tools.book()
  for (const [field, value] of [
    ['days', '0'],
    ['days', 'عشرة'],
    ['days', '999'],
    ['share', '101'],
    ['category', 'moon'],
    ['entity', 'moon'],
    ['type', 'wish'],
  ] as const) {
    const refused = await fill('/en/admin/promises/set?type=praise', { [field]: value })
    assert.equal(refused.status, 422, `${field} ${value}`)
    assert.match(refused.html, new RegExp(`id="${field}-error"`), `${field} ${value}`)
    if (field === 'days' || field === 'share') assert.equal(typedIn(refused)[field], value)
  }
  tools.forget()
  assert.equal((await tools.book()).configuration, configuration)
})

test('a shorter promise moves no date that somebody was told', async (t) => {
  const { fill, country } = await anOffice(t)
  const { id, answerBy } = await a.submitted(country)
  await fill('/en/admin/promises/set?type=complaint', { days: '2' })
  const row = await country.db.row<{ at: Temporal.Instant }>(
    sql`select answer_by as at from cases where id = ${id}`,
  )
  assert.equal(row?.at.toString(), answerBy.toString())
})
