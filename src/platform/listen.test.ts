import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Listening, listen } from './listen.ts'

const here = { port: 0, host: '127.0.0.1' }
const address = ({ port }: Listening) => `http://127.0.0.1:${port}/`

test('a request that has begun is answered although the service is stopping, and no new one is taken', async () => {
  const begun = Promise.withResolvers<void>()
  const server = await listen(async () => {
    begun.resolve()
    await pause(200)
    return new Response('finished')
  }, here)
  const answer = fetch(address(server))
  await begun.promise
  const drained = server.drain()
  await assert.rejects(fetch(address(server)))
  assert.equal(await (await answer).text(), 'finished')
  await drained
})

test('a stream without an end does not keep the service from stopping', async () => {
  const server = await listen(
    () => new Response(new ReadableStream({ start: (it) => it.enqueue(new Uint8Array(1)) })),
    here,
  )
  const open = await fetch(address(server))
  await server.drain(100)
  await assert.rejects(open.text())
})

test('a port that is taken is named, with a way out', async () => {
  const first = await listen(() => new Response(), here)
  await assert.rejects(
    listen(() => new Response(), { ...here, port: first.port }),
    {
      name: 'CannotStart',
      message: new RegExp(`^Port ${first.port} is in use .* PORT=8081 npm start$`),
    },
  )
  await first.drain()
})

test('an address that this machine does not have is named', async () => {
  await assert.rejects(
    listen(() => new Response(), { port: 0, host: '203.0.113.1' }),
    /no address 203.0.113.1/,
  )
})
