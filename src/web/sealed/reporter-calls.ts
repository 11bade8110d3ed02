import { Hono } from 'hono'
import {
  askChallenge,
  CHUNK,
  messageBody,
  openUpload,
  putChunk,
  reportBody,
  rosters,
  sendMessage,
  submitReport,
  uploadBody,
  visit,
  visitBody,
} from '#integrity'
import { answer, refuse, type SealedEnv } from './answer.ts'
import { readBytes, readJson } from './read.ts'
import type { SealedTexts } from './texts.ts'

/** What reporters' browsers call. No cookie is read or set, and nothing of who calls is looked at. */
export function reporterCalls(texts: () => SealedTexts) {
  const calls = new Hono<SealedEnv>()
  calls.get('/rosters', async (c) => c.json({ rosters: await rosters(c.var.room) }))
  calls.get('/texts', (c) => c.json(texts()))
  calls.post('/challenge', (c) => c.json(askChallenge(c.var.room)))
  calls.post('/uploads', async (c) => {
    const body = await readJson(c, uploadBody)
    return body.ok
      ? answer(c, await openUpload(c.var.room, body.value), (ticket) => ticket, 201)
      : refuse(c, body.reason)
  })
  calls.put('/uploads/:ticket/:file{[0-9a-f]{32}}/:index{[0-9]{1,2}}', async (c) => {
    const { ticket, file, index } = c.req.param()
    const body = await readBytes(c, CHUNK)
    if (!body.ok) return refuse(c, body.reason)
    const put = await putChunk(c.var.room, ticket, file, Number(index), body.value)
    return put.ok ? c.body(null, 204) : refuse(c, put.reason)
  })
  calls.post('/reports', async (c) => {
    const body = await readJson(c, reportBody)
    return body.ok
      ? answer(c, await submitReport(c.var.room, body.value), () => ({}), 201)
      : refuse(c, body.reason)
  })
  calls.post('/visit', async (c) => {
    const body = await readJson(c, visitBody)
    return body.ok
      ? answer(c, await visit(c.var.room, body.value), (visit) => ({ visit }))
      : refuse(c, body.reason)
  })
  calls.post('/visit/messages', async (c) => {
    const body = await readJson(c, messageBody)
    return body.ok
      ? answer(c, await sendMessage(c.var.room, body.value), () => ({}), 201)
      : refuse(c, body.reason)
  })
  return calls
}
