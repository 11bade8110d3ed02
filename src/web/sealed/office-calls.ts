import { Hono } from 'hono'
import {
  addPasskey,
  answerRequest,
  askForAnother,
  askToStepUp,
  changePassphrase,
  dropPasskey,
  giveBody,
  listCustody,
  listReports,
  me,
  nothingBody,
  openReport,
  passkeyBody,
  passphraseBody,
  readAge,
  readChunk,
  refuseBody,
  removePasskeyBody,
  signOut,
  statistics,
  stepBody,
  takeStep,
} from '#integrity'
import { answer, refuse } from './answer.ts'
import { entrance } from './office-entrance.ts'
import { readJson } from './read.ts'
import { dropSession, type OfficeEnv, officersOnly, ownOriginOnly, siteOf } from './session.ts'

const REPORT = '/reports/:id{[0-9a-f]{32}}'
const REQUEST = '/custody/:request{[0-9a-f]{32}}'

/** What officers' and custodians' browsers call. */
export function officeCalls() {
  const calls = new Hono<OfficeEnv>()
  calls.use(ownOriginOnly)
  calls.route('/', entrance())
  calls.use(officersOnly)
  account(calls)
  reports(calls)
  custody(calls)
  return calls
}

function account(calls: Hono<OfficeEnv>) {
  calls.get('/me', async (c) => c.json({ me: await me(c.var.room, c.var.signed.officer.id) }))
  calls.post('/sign-out', async (c) => {
    await signOut(c.var.room, c.var.signed)
    dropSession(c, c.var.room)
    return c.body(null, 204)
  })
  calls.post('/step-up/options', async (c) => {
    const body = await readJson(c, nothingBody)
    return body.ok ? c.json(await askToStepUp(c.var.room, siteOf(c), c.var.signed)) : refuse(c, body.reason)
  })
  calls.post('/passkeys/options', async (c) => {
    const body = await readJson(c, nothingBody)
    return body.ok ? c.json(await askForAnother(c.var.room, siteOf(c), c.var.signed)) : refuse(c, body.reason)
  })
  calls.post('/passkeys', async (c) => {
    const body = await readJson(c, passkeyBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await addPasskey(c.var.room, siteOf(c), c.var.signed, body.value), (me) => ({ me }), 201)
  })
  calls.post('/passkeys/remove', async (c) => {
    const body = await readJson(c, removePasskeyBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await dropPasskey(c.var.room, siteOf(c), c.var.signed, body.value), (me) => ({ me }))
  })
  calls.post('/passphrase', async (c) => {
    const body = await readJson(c, passphraseBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await changePassphrase(c.var.room, siteOf(c), c.var.signed, body.value), (me) => ({
      me,
    }))
  })
}

function reports(calls: Hono<OfficeEnv>) {
  calls.get('/reports', async (c) => {
    const closed = c.req.query('closed') === '1'
    return c.json({ reports: await listReports(c.var.room, c.var.signed.officer, closed) })
  })
  calls.get('/statistics', async (c) => c.json(await statistics(c.var.room)))
  calls.get(REPORT, async (c) =>
    answer(c, await openReport(c.var.room, c.var.signed.officer, c.req.param('id')), (report) => ({
      report,
    })),
  )
  calls.get(`${REPORT}/items/:item{[0-9a-f]{32}}`, async (c) => {
    const found = await openReport(c.var.room, c.var.signed.officer, c.req.param('id'))
    const item = found.ok && found.value.items.find(({ item }) => item === c.req.param('item'))
    return item ? c.json({ item }) : refuse(c, 'not-found')
  })
  calls.get(`${REPORT}/files/:file{[0-9a-f]{32}}/:index{[0-9]{1,2}}`, async (c) => {
    const { id, file, index } = c.req.param()
    const chunk = await readChunk(c.var.room, c.var.signed.officer, id, file, Number(index))
    return chunk.ok ? bytes(c, chunk.value) : refuse(c, chunk.reason)
  })
  calls.get(`${REPORT}/age`, async (c) => {
    const file = await readAge(c.var.room, c.var.signed.officer, c.req.param('id'))
    return file.ok ? bytes(c, file.value) : refuse(c, file.reason)
  })
  calls.post(`${REPORT}/steps`, async (c) => {
    const body = await readJson(c, stepBody)
    if (!body.ok) return refuse(c, body.reason)
    const taken = await takeStep(c.var.room, siteOf(c), c.var.signed, c.req.param('id'), body.value)
    return answer(c, taken, (report) => ({ report }))
  })
}

function custody(calls: Hono<OfficeEnv>) {
  calls.get('/custody', async (c) =>
    c.json({ requests: await listCustody(c.var.room, c.var.signed.officer.id) }),
  )
  for (const [way, shape] of [
    ['give', giveBody],
    ['refuse', refuseBody],
  ] as const)
    calls.post(`${REQUEST}/${way}`, async (c) => {
      const body = await readJson(c, shape)
      if (!body.ok) return refuse(c, body.reason)
      const answered = await answerRequest(
        c.var.room,
        siteOf(c),
        c.var.signed,
        c.req.param('request'),
        body.value,
      )
      return answer(c, answered, (requests) => ({ requests }))
    })
}

const bytes = (
  c: { body(data: Uint8Array<ArrayBuffer>, status: 200, headers: Record<string, string>): Response },
  content: Buffer,
) =>
  c.body(new Uint8Array(content), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
  })
