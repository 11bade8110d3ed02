import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followLadder, letTimeAct } from '#cases'
import { rollUpKeeper } from '#insight'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import { answered, routed, staff, submitted, through } from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

/** A room in which every kind of number is more than none. */
async function aBusyRoom(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { country } = app
  const { people, clock, db } = country
  t.after(() => app.tools.room.close())
  for (let n = 0; n < 3; n++) await routed(country)
  await through(country, await submitted(country), [
    staff(people.reviewer),
    'route',
    { entity: 'housing', category: 'housing-requests' },
  ])
  await submitted(country)
  clock.forward({ hours: 24 * 12 })
  await answered(country)
  await routed(country)
  const near = await submitted(country)
  await db.run(
    sql`update cases set place_id = (select min(id) from places where parent_id is null) where id = ${near.id}`,
  )
  while ((await letTimeAct(country.tools)) > 0);
  while ((await followLadder(country.tools)) !== undefined);
  await heardAll(db, rollUpKeeper(country.tools))
  return app
}

/** Numbers in the parts of the wall that lead somewhere. */
const numbersOf = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)">(\d+)<\/a>/g)].map(([, href = '', n]) => ({
    href: href.replaceAll('&amp;', '&'),
    n: Number(n),
  }))

const said = (text: string): number =>
  /\bOne case\b/.test(text) ? 1 : Number(/\b(\d+) cases\b/.exec(text)?.[1] ?? Number.NaN)

test('every number of the wall leads to as many cases as it says, for whoever sees it', async (t) => {
  const app = await aBusyRoom(t)
  const lists = new Set<string>()
  for (const role of ['operator', 'releaser', 'minister', 'head'] as const) {
    const visitor = await atDesk(app, app.country.people[role])
    const numbers = numbersOf((await visitor.get('/en/operations')).html)
    assert.ok(numbers.length >= 4, `${role}: ${numbers.length}`)
    for (const { href, n } of numbers) {
      const page = await visitor.get(href)
      assert.equal(page.status, 200, `${role} ${href}`)
      assert.equal(said(textOf(page.html)), n, `${role} ${href}`)
      assert.equal(new Set(page.html.match(/\/en\/desk\/cases\/[0-9a-f-]{36}/g)).size, n, `${role} ${href}`)
      lists.add(/(?:figure|list)=(\w+)/.exec(href)?.[1] ?? '')
    }
  }
  for (const list of ['received', 'answered', 'open', 'overdue', 'operations'])
    assert.ok(lists.has(list), list)
})

test('an escalation on the wall leads to its case', async (t) => {
  const app = await aBusyRoom(t)
  const operator = await atDesk(app, app.country.people.operator)
  const { html } = await operator.get('/ar/operations')
  const [, href] = /<a href="(\/ar\/desk\/cases\/[^"]+)"><bdi class="reference"/.exec(html) ?? []
  assert.ok(href)
  assert.equal((await operator.get(href)).status, 200)
})

test('lists of the room open to whoever has a part of it, and to that part alone', async (t) => {
  const app = await aBusyRoom(t)
  const asked = async (role: 'head' | 'minister' | 'analyst' | 'handler' | 'operator', query: string) =>
    (await (await atDesk(app, app.country.people[role])).get(`/ar/operations/cases?${query}`)).status
  assert.equal(await asked('head', 'list=head&entity=works'), 200)
  assert.equal(await asked('head', 'list=head&entity=housing'), 404)
  assert.equal(await asked('head', 'list=head&entity=none'), 404)
  assert.equal(await asked('minister', 'list=head&entity=housing'), 404)
  assert.equal(await asked('operator', 'list=operations&entity=none'), 200)
  assert.equal(await asked('operator', 'list=everything'), 404)
  assert.equal(await asked('analyst', 'list=head'), 404)
  assert.equal(await asked('handler', 'list=head'), 404)
})
