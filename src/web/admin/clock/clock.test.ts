import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '../../../../test/kit/app.ts'
import * as a from '../../../../test/kit/situations.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { textOf } from '../../../../test/kit/visitor.ts'

test('an administrator and the operations room set the clock of a demonstration forward; nobody else', async (t) => {
  const app = await anApp(t)
  const { admin, operator, reviewer, head } = app.country.people
  for (const officer of [admin, operator]) {
    const { status } = await (await atDesk(app, officer)).get('/ar/admin/clock')
    assert.equal(status, 200, officer.name)
  }
  for (const officer of [reviewer, head]) {
    const visitor = await atDesk(app, officer)
    assert.equal((await visitor.get('/ar/admin/clock')).status, 403, officer.name)
  }
})

test('outside a demonstration there is no such clock, nor a way to move it', async (t) => {
  const app = await anApp(t, { demonstration: false })
  const adel = await atDesk(app, app.country.people.admin)
  assert.equal((await adel.get('/ar/admin/clock')).status, 404)
  assert.equal(app.tools.demonstrationClock, undefined)
})

test('a week forward: the warning comes before the escalation, every page says the time, and nobody is signed out', async (t) => {
  const app = await anApp(t)
  await a.routed(app.country)
  const adel = await atDesk(app, app.country.people.admin)
  assert.doesNotMatch(textOf((await adel.get('/en')).html), /The clock was set forward/)
  const page = await adel.step('/en/admin/clock', '/admin/clock', { by: 'week' })
  assert.equal(page.status, 200)
  const said = textOf(page.html)
  assert.match(said, /The clock was set forward. Here it is now: 8 October 2026 at 10:00/)
  assert.match(said, /7 Oct, 13:24 .*Ministry of Works.*5 Oct, 10:00/)
  const rana = await atDesk(app, app.country.people.reviewer)
  assert.match(textOf((await rana.get('/ar/desk')).html), /قُدّمت الساعة، والوقت هنا الآن: 8 أكتوبر 2026/)
  await adel.step('/en/admin/clock', '/admin/clock', { by: 'two-weeks' })
  assert.equal((await adel.get('/en/admin')).path, '/en/admin', 'still signed in three weeks later')
})

test('to the next moment and not a second further', async (t) => {
  const app = await anApp(t)
  await a.routed(app.country)
  const omar = await atDesk(app, app.country.people.operator)
  const said = textOf((await omar.step('/en/admin/clock', '/admin/clock', { by: 'next' })).html)
  assert.match(said, /Here it is now: 5 October 2026 at 10:00/)
  assert.match(said, /Liaison officer and Head of the entity/i)
})

test('a journey nobody offers is none', async (t) => {
  const app = await anApp(t)
  const adel = await atDesk(app, app.country.people.admin)
  await adel.step('/en/admin/clock', '/admin/clock', { by: 'constructor' })
  assert.ok(app.tools.clock.now().equals(app.country.clock.now()))
})
