import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { type TestContext, test } from 'node:test'
import { listen } from '#platform'
import { aProgram } from '../../../test/kit/program.ts'
import { aPothole } from '../../../test/kit/situations.ts'

async function aServer(t: TestContext) {
  const { app } = await aProgram(t)
  const server = await listen(app.fetch, { port: 0, host: '127.0.0.1' })
  t.after(() => server.drain(0))
  /** Sends bytes and hangs up when asked to; what came back. */
  const send = (text: string, hangUp = false) =>
    new Promise<string>((done) => {
      let said = ''
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(text)
        if (hangUp) setTimeout(() => socket.destroy(), 20)
      })
      socket.setEncoding('utf8').on('data', (part: string) => {
        said += part
        socket.end()
      })
      socket.on('error', () => undefined).on('close', () => done(said))
    })
  return { send, address: `http://127.0.0.1:${server.port}/api/v1/cases` }
}

const head = (headers: string) =>
  `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`

test('ten megabytes are refused before they are read, also when their size is not told', async (t) => {
  const { send, address } = await aServer(t)
  assert.match(await send(head('Content-Length: 10000000')), /^HTTP\/1\.1 413 /)
  const parts = new ReadableStream({
    start(stream) {
      for (let n = 0; n < 100; n++) stream.enqueue(new Uint8Array(100_000))
      stream.close()
    },
  })
  const headers = { 'content-type': 'application/json' }
  const chunked = await fetch(address, {
    method: 'POST',
    headers,
    body: parts,
    duplex: 'half',
  } as RequestInit)
  assert.equal(chunked.status, 413)
  const good = await fetch(address, { method: 'POST', headers, body: JSON.stringify(aPothole) })
  assert.equal(good.status, 201)
})

test('whoever hangs up in the middle, or sends what is no HTTP, breaks nothing for the next', async (t) => {
  const { send, address } = await aServer(t)
  await send(`${head('Content-Length: 500')}{"type":"compl`, true)
  await send(`${head('Transfer-Encoding: chunked')}5\r\n{"typ`, true)
  assert.match(await send(head('Content-Length: -5')), /^HTTP\/1\.1 400 /)
  assert.match(await send(`${head('Transfer-Encoding: chunked')}zzz\r\n`), /^HTTP\/1\.1 400 /)
  assert.match(await send(`${head('Content-Length: 2\r\nTransfer-Encoding: chunked')}{}`), /^HTTP\/1\.1 400 /)
  const headers = { 'content-type': 'application/json' }
  const good = await fetch(address, { method: 'POST', headers, body: JSON.stringify(aPothole) })
  assert.equal(good.status, 201)
})
