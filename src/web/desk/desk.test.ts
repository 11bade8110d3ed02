import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCase } from '#cases'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

const stageOf = async ({ country }: App, id: string) =>
  a.granted(await openCase(country.tools, country.people.reviewer, id)).state.stage

test('a case travels from the queue to the resident through four people’s forms', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { people } = country
  const { id, reference } = await a.submitted(country)
  const page = `/ar/desk/cases/${id}`
  const rana = await atDesk(app, people.reviewer)
  assert.match((await rana.get('/ar/desk')).html, new RegExp(id))
  const routed = await rana.step(page, '/route', { entity: 'works', category: 'potholes' })
  assert.match(textOf(routed.html), /أُحيل الطلب/)
  assert.equal(await stageOf(app, id), 'with-entity')

  const salem = await atDesk(app, people.liaison)
  assert.match((await salem.get('/ar/desk')).html, new RegExp(id))
  const replied = await salem.step(page, '/reply', {
    text: 'ردمنا الحفرة أمام المدرسة يوم الأحد وأعدنا تعبيد الشارع، ونشكركم على التنبيه.',
    outcome: 'solved',
    'points.0.point': 'الحفرة أمام المدرسة',
    'points.0.answer': 'رُدمت وعُبّدت',
  })
  assert.equal(replied.status, 200, textOf(replied.html))
  assert.equal(await stageOf(app, id), 'replied')

  await rana.step(page, '/verify')
  assert.equal(await stageOf(app, id), 'verified')
  const layla = await atDesk(app, people.releaser)
  await layla.step(page, '/release')
  assert.equal(await stageOf(app, id), 'answered')
  assert.match(textOf((await layla.get(`/en/desk?q=${reference}`)).html), /Reply released to the resident/)
})
