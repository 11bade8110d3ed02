import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { aSystem, homeRoad } from './endpoints.examples.ts'
import { isPublicAddress } from './model/public-address.ts'
import { OPEN_ROAD, post, type Road } from './post.ts'

const SENDING = { headers: { 'content-type': 'application/json' }, body: '{"text":"صوت"}' }
const send = (url: string, road: Road = homeRoad()) => post(url, SENDING, road)

test('a body arrives byte for byte under the name of its endpoint, and the status comes back', async (t) => {
  const { url, got } = await aSystem(t, () => ({ status: 202 }))
  assert.deepEqual(await send(url), { status: 202 })
  assert.equal(got[0]?.body, SENDING.body)
  assert.equal(got[0]?.headers.host, new URL(url).host)
  assert.equal(got[0]?.headers['content-length'], String(Buffer.byteLength(SENDING.body)))
})

test('no redirect is followed: whoever it points to is never connected to', async (t) => {
  const inner = await aSystem(t)
  for (const status of [301, 302, 303, 307, 308]) {
    const outer = await aSystem(t, () => ({ status, headers: { location: inner.url } }))
    assert.deepEqual(await send(outer.url), { status })
  }
  assert.equal(inner.got.length, 0)
})

test('a name that leads inside is not connected to, whichever of its addresses does', async (t) => {
  const { url, got } = await aSystem(t)
  const strict = (...addresses: string[]): Road => ({
    ...homeRoad({ allows: isPublicAddress, resolve: async () => addresses }),
  })
  for (const inside of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])
    assert.deepEqual(await send(url, strict(inside)), { fault: 'forbidden' })
  assert.deepEqual(await send(url, strict('8.8.8.8', '127.0.0.1')), { fault: 'forbidden' })
  assert.deepEqual(await send(url.replace('works.example', '127.0.0.1'), strict('8.8.8.8')), {
    fault: 'forbidden',
  })
  assert.deepEqual(await send(url.replace('works.example', '[::1]'), strict('8.8.8.8')), {
    fault: 'forbidden',
  })
  assert.equal(got.length, 0)
})

test('a name that changes where it leads is asked once an attempt, and the connection goes where it was checked', async (t) => {
  const { url, got } = await aSystem(t)
  const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']]
  let asked = 0
  const road = homeRoad({ resolve: async () => answers[asked++] ?? [] })
  // The system's own resolver knows no works.example: only a pinned connection can arrive.
  assert.deepEqual(await send(url, road), { status: 204 })
  assert.deepEqual(await send(url, road), { fault: 'forbidden' })
  assert.deepEqual(await send(url, road), { status: 204 })
  assert.equal(asked, 3)
  assert.equal(got.length, 2)
})

test('outside of tests only encrypted endpoints on the open internet are reached', async (t) => {
  const { url, got } = await aSystem(t)
  assert.deepEqual(await send(url, OPEN_ROAD), { fault: 'forbidden' })
  for (const inside of [
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/',
  ])
    assert.deepEqual(await send(inside, OPEN_ROAD), { fault: 'forbidden' })
  assert.equal(got.length, 0)
})

test('an endpoint that is silent, slow to look up, or drips its answer for ever is given up in time', async (t) => {
  const patience = { connect: 150, whole: 300 }
  const silent = await aSystem(t, () => 'silence')
  assert.deepEqual(await send(silent.url, homeRoad({ patience })), { fault: 'timeout' })
  const unnamed = homeRoad({ patience, resolve: () => new Promise(() => undefined) })
  assert.deepEqual(await send(silent.url, unnamed), { fault: 'timeout' })
  // Connected but never encrypted: that too belongs to connecting.
  const mute = createServer(() => undefined)
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening))
  t.after(() => mute.close())
  const { port } = mute.address() as { port: number }
  const began = Date.now()
  assert.deepEqual(
    await send(`https://works.example:${port}/`, homeRoad({ patience: { connect: 150, whole: 5000 } })),
    {
      fault: 'timeout',
    },
  )
  assert.ok(Date.now() - began < 3000)
})

test('an answer longer than anybody needs is hung up on, and still counts', async (t) => {
  const { url } = await aSystem(t, () => ({ status: 200, body: 'x'.repeat(5_000_000) }))
  assert.deepEqual(await send(url), { status: 200 })
})

test('what goes wrong has a name: nobody there, nobody so called, hung up, not encrypted', async (t) => {
  const dying = await aSystem(t, () => 'die')
  assert.deepEqual(await send(dying.url), { fault: 'broken' })
  assert.deepEqual(await send('http://works.example:9/'), { fault: 'refused' })
  assert.deepEqual(await send(dying.url, homeRoad({ resolve: async () => [] })), { fault: 'no-such-name' })
  const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
  const road = homeRoad({ resolve: () => Promise.reject(unknown) })
  assert.deepEqual(await send(dying.url, road), { fault: 'no-such-name' })
  assert.deepEqual(await send(dying.url.replace('http:', 'https:')), { fault: 'certificate' })
})

test('an endpoint may ask to be left alone for a while, an hour at most', async (t) => {
  const { url } = await aSystem(t, () => ({ status: 503, headers: { 'retry-after': '86400' } }))
  assert.deepEqual(await send(url), { status: 503, retryAfter: 3600 })
})
