import assert from 'node:assert/strict'
import { test } from 'node:test'
import { automaticRouter, type CaseState, lessonTaker, pinOf, residentView } from '#cases'
import { type App, anApp } from '../../../../test/kit/app.ts'
import { heardAll } from '../../../../test/kit/heard.ts'
import * as a from '../../../../test/kit/situations.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../../test/kit/visitor.ts'

const HOLE = { ...a.aPothole, text: 'حفرة في الشارع' }

async function allow(app: App) {
  const adel = await atDesk(app, app.country.people.admin)
  const saved = await adel.step('/en/admin/entities/works', '/automatic', { above: '0.8', checked: '0.05' })
  assert.match(textOf(saved.html), /in force now/)
  assert.match(saved.html, /name="above" value="0.8"[^>]*checked|checked[^>]*name="above" value="0.8"/)
}

/** One in twenty is left to a person; the next one is not. */
async function routedByItself(app: App): Promise<CaseState> {
  for (let tries = 0; tries < 20; tries++) {
    const found = await a.submitted(app.country, HOLE)
    await heardAll(app.tools.db, automaticRouter(app.tools))
    if ((await residentView(app.tools, found.id))?.state.automatic) return found
  }
  throw new Error('no case was routed without a person')
}

test('reviewers, administrators and analysts see how good the suggestions are; to others the page is not there', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  await a.routed(app.country)
  await heardAll(app.tools.db, lessonTaker(app.tools))
  for (const officer of [people.reviewer, people.admin, people.analyst]) {
    const page = await (await atDesk(app, officer)).get('/en/desk/suggestions')
    assert.equal(page.status, 200, officer.name)
    assert.match(textOf(page.html), /Month by month .*October 2026 Cases routed: 1 /)
    assert.doesNotMatch(page.html, /مدرسة البنات/, 'no text of any case')
  }
  for (const officer of [people.agent, people.liaison, people.handler, people.head, people.operator]) {
    const page = await (await atDesk(app, officer)).get('/en/desk/suggestions')
    assert.equal(page.status, 404, officer.name)
  }
  assert.match((await aVisitor(app).get('/en/desk/suggestions')).path, /sign-in/)
})

test('a resident reads that their case was routed automatically, objects, and a person takes it up', async (t) => {
  const app = await anApp(t)
  await allow(app)
  const found = await routedByItself(app)
  const visitor = aVisitor(app)
  const secrets = { reference: found.reference, pin: pinOf(app.tools.secret, found.id) }
  await visitor.send('/ar/follow', secrets)
  const page = await visitor.get('/ar/case')
  assert.match(textOf(page.html), /أُرسل آليًا، من كلماتك/)
  const done = await visitor.send('/ar/case/contest', { reason: 'هذا شارع البلدية' })
  assert.match(textOf(done.html), /وصل اعتراضك\. ينظر موظف الآن/)
  assert.equal((await residentView(app.tools, found.id))?.state.stage, 'received')
  assert.ok(!(await visitor.get('/ar/case')).html.includes('/ar/case/contest'))
  const rana = await atDesk(app, app.country.people.reviewer)
  const desk = textOf((await rana.get(`/ar/desk/cases/${found.id}`)).html)
  assert.match(desk, /اعترض مقدم الطلب على الإحالة الآلية/)
  assert.match(desk, /هذا شارع البلدية/)
})
