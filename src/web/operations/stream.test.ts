import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Board, readBoard, type Screen } from '#insight'
import { latest, type Told } from '#platform'
import { reader } from '#words'
import { aCountry } from '../../../test/kit/country.ts'
import type { AppTools } from '../../tools.ts'
import type { StaffEnv } from '../base/env.ts'
import { streamBoard } from './stream.ts'

/** A hundred thousand bytes, so that a few boards fill what lies between two machines. */
const LONG = 'ا'.repeat(50_000)

/** A stream over a room whose board a test changes, listening. */
async function aStream(t: TestContext, stalled: number) {
  const country = await aCountry(t)
  const board = await readBoard(country.tools)
  const screens = new Set<Told<Board>>()
  const view = {}
  const room = {
    open() {
      const one = latest<Board>(() => screens.delete(one))
      screens.add(one)
      one.tell(board)
      return Object.defineProperty(one, 'view', { value: view }) as unknown as Screen
    },
  }
  const app = new Hono<StaffEnv>()
    .use(async (c, next) => {
      c.set('tools', { ...country.tools, room } as unknown as AppTools)
      c.set('officer', country.people.operator)
      c.set('page', { reader: reader('ar', 'Asia/Bahrain'), asset: (name) => name, path: '/operations' })
      await next()
    })
    .get('/live', streamBoard({ stalled }))
  const server = serve({ fetch: app.fetch, port: 0 })
  await once(server, 'listening')
  t.after(() => server.close())
  const address = server.address()
  let told = 0
  /** Another board, with a long alert on it, so that the part of alerts is sent anew. */
  const change = () => {
    told++
    const words = [{ key: `${told} ${LONG}`, now: 3, before: 0 }]
    const surges = [{ ...A_SURGE, words }] as unknown as Board['surges']
    for (const each of screens) each.tell({ ...board, surges })
  }
  return { screens, change, port: typeof address === 'object' ? (address?.port ?? 0) : 0 }
}

const A_SURGE = {
  ...{ id: 'one', dimension: 'nation', key: '', direction: 'more', state: 'open', explained: 0 },
  ...{ since: Temporal.PlainDate.from('2026-10-01'), observed: 30, low: 5, high: 12, places: [] },
}

async function asks(t: TestContext, port: number) {
  const socket = connect(port, '127.0.0.1')
  t.after(() => socket.destroy())
  // Whoever hangs up on us may do so in the middle of a word.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write('GET /live HTTP/1.1\r\nhost: localhost\r\n\r\n')
  return socket
}

test('from a screen that reads nothing the stream is taken away, and nothing is kept for it meanwhile', async (t) => {
  const { screens, change, port } = await aStream(t, 300)
  const deaf = await asks(t, port)
  deaf.pause()
  while (screens.size === 0) await pause(5)
  const before = process.memoryUsage().arrayBuffers
  let changes = 0
  for (; screens.size > 0 && changes < 2000; changes++) {
    change()
    await pause(2)
  }
  assert.equal(screens.size, 0, 'it was dropped')
  const kept = (process.memoryUsage().arrayBuffers - before) / 2 ** 20
  assert.ok(kept < 32, `${kept.toFixed(0)} MB for ${changes} boards of a tenth of a megabyte`)
})

test('a screen that was slow gets the newest board, and not one of those that came between', async (t) => {
  const { screens, change, port } = await aStream(t, 60_000)
  const slow = await asks(t, port)
  slow.pause()
  while (screens.size === 0) await pause(5)
  const CHANGES = 400
  for (let n = 0; n < CHANGES; n++) {
    change()
    await pause(2)
  }
  let [boards, newest] = [0, 0]
  slow.on('data', (part: Buffer) => {
    const text = part.toString('latin1')
    boards += text.match(/event: board/g)?.length ?? 0
    newest = Math.max(newest, ...[...text.matchAll(/"(\d+) /g)].map(([, n]) => Number(n)))
  })
  slow.resume()
  while (newest < CHANGES) await pause(10)
  assert.ok(boards < CHANGES, `${boards} boards of ${CHANGES} changes`)
})
