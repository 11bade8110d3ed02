import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '../../../test/kit/app.ts'
import { atDesk } from '../../../test/kit/staff.ts'

const namesIn = (html: string) => [...html.matchAll(/class="place-name">([^<]*)</g)].map(([, name]) => name)
const currentIn = (html: string) =>
  [...html.matchAll(/<a [^>]*aria-current="page"[^>]*>(?:(?!<\/a>).)*?class="place-name">([^<]*)</gs)].map(
    ([, name]) => name,
  )

test('an administrator has one menu wherever they go, and each page is marked in it', async (t) => {
  const app = await anApp(t)
  const adel = await atDesk(app, app.country.people.admin)
  const menu = namesIn((await adel.get('/en/admin')).html)
  assert.ok(menu.length > 10)
  for (const [path, name] of [
    ['/en/admin', 'Overview'],
    ['/en/admin/ladder', 'Escalation'],
    ['/en/desk/suggestions', 'Routing accuracy'],
    ['/en/staff/undelivered', 'Undelivered messages'],
    ['/en/staff/notices', 'Notices'],
    ['/en/staff/notices/choices', 'Notices'],
  ] as const) {
    const { html, status } = await adel.get(path)
    assert.equal(status, 200, path)
    assert.deepEqual(namesIn(html), menu, path)
    assert.deepEqual(currentIn(html), [name], path)
  }
  const password = (await adel.get('/en/staff/password')).html
  assert.deepEqual(namesIn(password), menu)
  assert.match(password, /<a href="\/en\/staff\/password" aria-current="page">/)
})
