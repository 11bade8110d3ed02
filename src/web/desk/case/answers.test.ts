import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchIndexer } from '#cases'
import { anApp } from '../../../../test/kit/app.ts'
import { heardAll } from '../../../../test/kit/heard.ts'
import * as a from '../../../../test/kit/situations.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { textOf } from '../../../../test/kit/visitor.ts'

test('whoever writes a reply sees how a like case was answered, and begins with it; another entity’s stays unseen', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { people } = country
  const answered = await a.answered(country)
  const open = await a.routed(country)
  await heardAll(app.tools.db, searchIndexer)
  const salem = await atDesk(app, people.liaison)
  const path = `/ar/desk/cases/${open.id}`
  assert.match(textOf((await salem.get(path)).html), /كيف أُجيب عن مثله؟.*أصلحنا الحفرة/)
  const begun = await salem.step(path, '/reply', { like: answered.id, text: 'أهلًا بك' })
  assert.match(begun.html, /<textarea[^>]*name="text"[^>]*>\s*أهلًا بك\n\nأصلحنا الحفرة/)

  const elsewhere = await a.through(country, await a.submitted(country), [
    a.staff(people.reviewer),
    'route',
    { entity: 'electricity', category: 'power-cuts' },
  ])
  await heardAll(app.tools.db, searchIndexer)
  const huda = await atDesk(app, people.electrician)
  const hers = `/ar/desk/cases/${elsewhere.id}`
  assert.doesNotMatch(textOf((await huda.get(hers)).html), /أصلحنا الحفرة/)
  const tried = await huda.step(hers, '/reply', { like: answered.id, text: 'أهلًا بك' })
  assert.doesNotMatch(tried.html, /أصلحنا الحفرة/)
})
