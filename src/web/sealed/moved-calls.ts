import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { CHUNK, movedBody, openMovedUpload, receiveMoved } from '#integrity'
import { answer, refuse, type SealedEnv } from './answer.ts'
import { doorInside } from './moving/doors.ts'
import { readBytes, readJson } from './read.ts'

/** For the general process on another machine: what reached the ordinary desk by mistake, sealed before it left. */
export function movedCalls(key: string) {
  const calls = new Hono<SealedEnv>()
  calls.use('/moved/*', (c, next) =>
    isKey(c.req.header('authorization') ?? '', `Bearer ${key}`)
      ? next()
      : Promise.resolve(refuse(c, 'not-found')),
  )
  calls.post('/moved/uploads', async (c) => c.json(await openMovedUpload(c.var.room), 201))
  calls.put('/moved/uploads/:ticket/:file{[0-9a-f]{32}}/:index{[0-9]{1,2}}', async (c) => {
    const { ticket, file, index } = c.req.param()
    const body = await readBytes(c, CHUNK)
    if (!body.ok) return refuse(c, body.reason)
    const put = await doorInside(c.var.room).put(ticket, file, Number(index), body.value)
    return put.ok ? c.body(null, 204) : refuse(c, put.reason)
  })
  calls.post('/moved/reports', async (c) => {
    const body = await readJson(c, movedBody)
    return body.ok
      ? answer(c, await receiveMoved(c.var.room, body.value), () => ({}), 201)
      : refuse(c, body.reason)
  })
  return calls
}

function isKey(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
