import assert from 'node:assert/strict'
import { test } from 'node:test'
import { travelInTime } from '#cases'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

async function daysPass({ tools }: App, days: number) {
  const { demonstrationClock: clock } = tools
  assert.ok(clock)
  await travelInTime({ ...tools, clock }, clock.now().add({ hours: 24 * days }))
}

test('the queue, late and soon, and the case itself say the same of who has a case now', async (t) => {
  const app = await anApp(t)
  const rana = await atDesk(app, app.country.people.reviewer)
  const said = async (path: string) => textOf((await rana.get(path)).html)
  const { id } = await a.routed(app.country)
  assert.match(await said('/en/desk?view=owed'), /Ministry of Works With the entity/)
  assert.match(await said('/en/desk/soon?of=reach'), /Ministry of Works (?!Entity)/)
  assert.match(await said(`/en/desk/cases/${id}`), / With Ministry of Works/)
  await a.through(app.country, { id } as never, [a.staff(app.country.people.liaison), 'reply', a.A_REPLY])
  assert.match(await said('/en/desk?view=owed'), /Central office Entity: Ministry of Works Reply written/)
  assert.match(await said('/en/desk/soon?of=reach'), /Central office Entity: Ministry of Works/)
  assert.match(await said(`/en/desk/cases/${id}`), / With Central office/)
})

test('what is late says since when: its own day first, then working days; and what should have been done by now', async (t) => {
  const app = await anApp(t)
  const { id, answerBy } = await a.routed(app.country)
  const rana = await atDesk(app, app.country.people.reviewer)
  const said = async (path: string) => textOf((await rana.get(path)).html)
  const clock = app.tools.demonstrationClock
  assert.ok(clock)
  assert.match(await said(`/en/desk/cases/${id}`), /The entity begins its work · until/)
  await travelInTime({ ...app.tools, clock }, answerBy.add({ minutes: 5 }))
  assert.match(await said('/en/desk?view=late'), /Late: late since today/)
  const page = await said(`/en/desk/cases/${id}`)
  assert.match(page, /Less than a working day late/)
  assert.match(page, /The entity should have begun its work by/)
  assert.doesNotMatch(page, /The entity begins its work/)
  await daysPass(app, 3)
  assert.doesNotMatch(await said('/en/desk?view=late'), /late since today/)
  assert.match(await said('/en/desk?view=late'), /Late: [123] days? late/)
})

test('a case whose answer is objected to is under way until the objection is decided, never just answered', async (t) => {
  const app = await anApp(t)
  const found = await a.answered(app.country)
  const rana = await atDesk(app, app.country.people.otherReviewer)
  const said = async (path: string) => textOf((await rana.get(path)).html)
  assert.match(await said('/en/desk?view=answered'), /Answered .*Resident Entity: Ministry of Works/)
  await a.through(app.country, found, [a.resident, 'object', { reason: 'لم يُردم شيء' }])
  const queue = await said('/en/desk?view=owed')
  assert.match(queue, /On time: \d days .*Central office Entity: Ministry of Works Objected to/)
  assert.match(await said('/en/desk?view=answered'), /No case is open to objection now/)
  const page = await said(`/en/desk/cases/${found.id}`)
  assert.match(page, /The objection is decided by/)
  assert.match(page, / With Central office/)
})
