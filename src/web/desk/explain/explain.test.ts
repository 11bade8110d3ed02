import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letTimeAct } from '#cases'
import { anApp } from '../../../../test/kit/app.ts'
import * as a from '../../../../test/kit/situations.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { textOf } from '../../../../test/kit/visitor.ts'

test('whoever has a case within reach reads how its dates came about; to anybody else there is no such page', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const page = await salem.get(`/en/desk/cases/${id}/dates`)
  const said = textOf(page.html)
  assert.match(said, /The promise began · 10 working days/)
  assert.match(said, /came nearer when it was routed · 5 working days/)
  assert.match(said, /Thursday, 8 October 2026 07:00–14:15 working day 5/i)
  assert.match(said, /By the calendar Government hours, version 1/)
  assert.match(said, /Government’s own working time 0 minutes/)
  const huda = await atDesk(app, app.country.people.electrician)
  assert.equal((await huda.get(`/en/desk/cases/${id}/dates`)).status, 404)
})

test('the page of a case shows its ladder: what happened, what comes next and when, and who hears of it', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const before = textOf((await salem.get(`/en/desk/cases/${id}`)).html)
  assert.match(
    before,
    /Next: First action · The date has come 5 October 2026 at 10:00 · Will be told: Liaison officer/,
  )
  assert.match(before, /Reply · 80% of the time has passed 7 October 2026 at 13:24/)
  app.country.clock.forward({ days: 5 })
  while ((await letTimeAct(app.tools)) > 0);
  const late = await atDesk(app, app.country.people.liaison)
  const after = textOf((await late.get(`/en/desk/cases/${id}`)).html)
  assert.match(after, /First action · The date has come 6 October 2026 at 10:00 · Told: Liaison officer/)
  assert.match(after, /Next: Reply · 80% of the time has passed/)
  assert.match(after, /How these dates came about/)
})

test('while the resident has been asked the ladder rests, and the page says so', async (t) => {
  const app = await anApp(t)
  const asked = await a.through(app.country, await a.routed(app.country), [
    a.staff(app.country.people.liaison),
    'ask',
    { question: 'أين؟' },
  ])
  const salem = await atDesk(app, app.country.people.liaison)
  assert.match(textOf((await salem.get(`/ar/desk/cases/${asked.id}`)).html), /التصعيد متوقف/)
})
