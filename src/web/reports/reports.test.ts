import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '../../../test/kit/app.ts'
import { aBusyYear } from '../../../test/kit/busy-year.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

type Role = keyof Awaited<ReturnType<typeof anApp>>['country']['people']

test('whoever leads or plans reads the report on a month or quarter that is over; nobody else, and none that is not', async (t) => {
  const app = await anApp(t)
  await aBusyYear(app.country, 300)
  const expected: Record<Role, number> = {
    ...{ analyst: 200, operator: 200, minister: 200, head: 200 },
    ...{ liaison: 404, electrician: 404, handler: 404, agent: 404, admin: 404 },
    ...{ reviewer: 404, otherReviewer: 404, releaser: 404, otherReleaser: 404 },
  }
  for (const [role, status] of Object.entries(expected) as [Role, number][]) {
    const desk = await atDesk(app, app.country.people[role])
    for (const path of ['', '/2026-09', '/2026-q3', '/2026-09/pdf'])
      assert.equal((await desk.get(`/en/reports${path}`)).status, status, `${role} ${path}`)
  }
  const analyst = await atDesk(app, app.country.people.analyst)
  // It is the first of October 2026.
  for (const path of ['/2026-10', '/2026-q4', '/2026', '/nonsense', '/2026-10/pdf', '/2020-01/pdf'])
    assert.equal((await analyst.get(`/en/reports${path}`)).status, 404, path)
  const quiet = await analyst.get('/en/reports/2020-01')
  assert.deepEqual([quiet.status, /Nothing in this period/.test(quiet.html)], [200, true])
})

test('the page says what the mail says, of what its reader leads, and is a paper as well', async (t) => {
  const app = await anApp(t)
  await aBusyYear(app.country, 300)
  const minister = await atDesk(app, app.country.people.minister)
  const text = textOf((await minister.get('/ar/reports/2026-09')).html)
  assert.match(text, /التقرير الشهري: البنية التحتية/)
  assert.match(text, /بإيجاز وصل \d+ طلبًا/)
  assert.match(text, /كيف تُقرأ هذه الأرقام/)
  assert.match((await minister.get('/ar/reports/2026-09/pdf')).html, /^%PDF-/)
  const figures = textOf((await minister.get('/ar/analysis?period=2026-09')).html)
  assert.match(figures, /هذه المدة مكتوبة/)
})
