import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aProgram } from '../../../../test/kit/program.ts'
import { STATUS } from '../problem.ts'

test('the description can be read on a page of our own, in both languages and without a script', async (t) => {
  const { app, description } = await aProgram(t)
  const first = await app.request('/api/docs', { headers: { 'accept-language': 'en' } })
  assert.deepEqual([first.status, first.headers.get('location')], [302, '/en/api/docs'])
  for (const locale of ['ar', 'en']) {
    const page = await app.request(`/${locale}/api/docs`)
    const html = await page.text()
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    assert.doesNotMatch(html, /<script|style=|https?:\/\/(?!localhost)/)
    for (const [path, methods] of Object.entries(description.paths))
      for (const [method, { operationId }] of Object.entries(methods)) {
        assert.ok(html.includes(`id="${operationId}"`))
        assert.ok(html.includes(`${method.toUpperCase()} ${path}`))
      }
    for (const reason of [...Object.keys(STATUS), 'wrong-stage', 'no-such-entity'])
      assert.ok(html.includes(`id="${reason}"`), `the type of a problem leads to #${reason}`)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
      'every id once',
    )
    for (const [, anchor = ''] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(anchor), anchor)
  }
})
