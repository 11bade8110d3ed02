import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '../../../test/kit/app.ts'

test('an address with a slash at its end leads to the same page, with what it asks for', async (t) => {
  const { app } = await anApp(t)
  const led = async (path: string) => {
    const { status, headers } = await app.request(path)
    return [status, headers.get('location')]
  }
  assert.deepEqual(await led('/ar/'), [301, '/ar'])
  assert.deepEqual(await led('/en/articles/?q=passport'), [301, '/en/articles?q=passport'])
  assert.deepEqual(await led('/ar//evil.example/'), [301, '/ar//evil.example'])
  assert.deepEqual((await led('/ar'))[0], 200)
  assert.deepEqual((await led('/ar/no-such-page'))[0], 404)
  assert.equal((await app.request('/ar/', { method: 'POST' })).status === 301, false)
})
