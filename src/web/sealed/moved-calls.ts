import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { movedBody, openMovedUpload, receiveMoved } from '#integrity'
import { answer, refuse, type SealedEnv } from './answer.ts'
import { readJson } from './read.ts'

/** For the general process on another machine: what reached the ordinary desk by mistake, sealed before it left. */
export function movedCalls(key: string) {
  const calls = new Hono<SealedEnv>()
  calls.use('/moved/*', (c, next) =>
    isKey(c.req.header('authorization') ?? '', `Bearer ${key}`)
      ? next()
      : Promise.resolve(refuse(c, 'not-found')),
  )
  calls.post('/moved/uploads', async (c) => c.json(await openMovedUpload(c.var.room), 201))
  calls.post('/moved/reports', async (c) => {
    const body = await readJson(c, movedBody)
    return body.ok
      ? answer(c, await receiveMoved(c.var.room, body.value), () => ({}), 201)
      : refuse(c, body.reason)
  })
  return calls
}

const isKey = (given: string, known: string): boolean =>
  given.length === known.length && timingSafeEqual(Buffer.from(given), Buffer.from(known))
