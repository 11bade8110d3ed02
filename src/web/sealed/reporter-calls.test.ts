import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { newSealedId, openItem, sealItem } from '#sealing'
import { aReporter, call, granted, sealedBy, upload, work } from '../../../test/kit/sealed-reporter.ts'
import { aRoom, MOVE_KEY } from '../../../test/kit/sealed-room.ts'

test('a report reaches the officers it was sealed to, and its reporter finds it by the receipt', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  assert.equal((await reporter.submit()).status, 201)
  const { visit } = (await reporter.visit()).body
  assert.equal(visit.id, reporter.id)
  assert.equal(visit.stage, 'received')
  assert.deepEqual(
    [visit.received, visit.acknowledgeBy, visit.feedbackBy],
    ['2026-10-01', '2026-10-08', '2027-01-08'],
  )
  assert.deepEqual(visit.retaliationPrompts, ['2026-10-31', '2026-12-30', '2027-03-30'])
  assert.deepEqual(
    new Set(visit.holders),
    new Set([room.people.noor.id, room.people.sami.id, room.people.hala.id]),
  )
  // A receipt that is found shows replies and status, not the report.
  assert.deepEqual(visit.messages, [
    { item: reporter.id, from: 'reporter', day: '2026-10-01', kind: 'text', purpose: 'report' },
  ])
})

test('a report about a body does not reach the officer in conflict', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  assert.equal((await reporter.submit({ about: ['works'] })).status, 201)
  const { visit } = (await reporter.visit()).body
  assert.deepEqual(new Set(visit.holders), new Set([room.people.noor.id, room.people.sami.id]))
})

test('sent twice by the same browser it is one report; another with its id is refused', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const body = await reporter.body()
  const answers = await Promise.all([1, 2, 3].map(() => call(room, 'POST', '/sealed/api/reports', body)))
  assert.ok(answers.some(({ status }) => status === 201))
  assert.equal((await call(room, 'POST', '/sealed/api/reports', body)).status, 201)
  const thief = await aReporter(room)
  const stolen = { ...(await thief.body()), id: body.id, item: body.item }
  assert.deepEqual((await call(room, 'POST', '/sealed/api/reports', stolen)).body, { refused: 'id-taken' })
  const count = await room.sealed.row<{ count: number }>(
    sql`select count(*)::int as count from sealed.reports`,
  )
  assert.equal(count?.count, 1)
})

test('a challenge is accepted once, and only when its work was done', async (t) => {
  const room = await aRoom(t)
  const done = await work(room)
  const ask = (given: object) => call(room, 'POST', '/sealed/api/uploads', given)
  assert.equal((await ask(done)).status, 201)
  assert.deepEqual((await ask(done)).body, { refused: 'work-used' })
  assert.deepEqual((await ask({ ...(await work(room)), counter: 10 ** 9 })).body, { refused: 'work-unknown' })
  const forged = (await work(room)).challenge.replace(/^[^.]+/, 'zzzzzz')
  assert.deepEqual((await ask({ challenge: forged, counter: 1 })).body, { refused: 'work-unknown' })
  const old = await work(room)
  room.clock.forward({ minutes: 61 })
  assert.deepEqual((await ask(old)).body, { refused: 'work-unknown' })
})

test('a refused report or message costs its work as one that is taken in does', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const body = { ...(await reporter.body()), ticket: Buffer.alloc(32, 1).toString('base64url') }
  const send = (path: string, given: object) => call(room, 'POST', `/sealed/api/${path}`, given)
  assert.deepEqual((await send('reports', body)).body, { refused: 'ticket-unknown' })
  assert.deepEqual((await send('reports', body)).body, { refused: 'work-used' })
  const { noor } = room.people
  const item = await sealedBy(reporter.holder, reporter.id, 'message', 'x', [{ id: noor.id, key: noor.key }])
  const message = { ...(await work(room)), access: reporter.access, item, files: [] }
  assert.deepEqual((await send('visit/messages', message)).body, { refused: 'not-found' })
  assert.deepEqual((await send('visit/messages', message)).body, { refused: 'work-used' })
})

test('what is signed is compared without breaking, whatever letters stand there', async (t) => {
  const room = await aRoom(t)
  const { challenge, counter } = await work(room)
  const odd = { challenge: `${challenge.slice(0, -1)}ÿ`, counter }
  assert.deepEqual((await call(room, 'POST', '/sealed/api/uploads', odd)).body, { refused: 'work-unknown' })
  const key = `Bearer ${MOVE_KEY.slice(0, -1)}ÿ`
  const moved = await call(room, 'POST', '/sealed/api/moved/uploads', {}, { authorization: key })
  assert.deepEqual([moved.status, moved.body], [404, { refused: 'not-found' }])
})

test('who is not in the roster, a custodian, or escrow left out: the report is refused', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const binding = { report: reporter.id, purpose: 'report', item: reporter.id } as const
  const { noor, judge } = room.people
  const escrow = { id: 'escrow', key: room.escrow.publicKey }
  const wrong = [
    [noor],
    [escrow],
    [noor, judge, escrow],
    [noor, room.people.auditor, escrow],
    [{ id: crypto.randomUUID(), key: noor.key }, escrow],
  ]
  for (const recipients of wrong) {
    const item = granted(await sealItem({ text: 'x' }, binding, recipients))
    const answer = await call(room, 'POST', '/sealed/api/reports', { ...(await reporter.body()), item })
    assert.deepEqual([answer.status, answer.body], [422, { refused: 'wrong-recipients' }])
  }
  const doubled = await reporter.body()
  doubled.item.envelopes.push(doubled.item.envelopes[0] as never)
  assert.equal((await call(room, 'POST', '/sealed/api/reports', doubled)).status, 422)
  const old = { ...(await reporter.body()), roster: 'a'.repeat(64) }
  assert.deepEqual((await call(room, 'POST', '/sealed/api/reports', old)).body, { refused: 'roster-old' })
})

test('an identity goes to the three custodians and to nobody else', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const body = await reporter.body({ identity: true })
  const tampered = structuredClone(body)
  tampered.identity?.envelopes.pop()
  assert.equal((await call(room, 'POST', '/sealed/api/reports', tampered)).status, 422)
  assert.equal((await call(room, 'POST', '/sealed/api/reports', body)).status, 201)
  assert.deepEqual((await reporter.visit()).body.visit.identity, {
    kept: true,
    requestedOn: null,
    releasedOn: null,
  })
})

test('files come in with the report, whole or not at all', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const { ticket, files } = await upload(room, reporter.id, [10, 200_000, 1_500_000])
  const sent = files.map(({ id, chunks }) => ({ id, chunks }))
  assert.deepEqual(
    sent.map(({ chunks }) => chunks),
    [1, 1, 2],
  )
  const missing = [...sent.slice(0, 2), { id: sent[2]?.id ?? '', chunks: 3 }]
  const refused = await reporter.submit({ ticket, files: missing })
  assert.deepEqual(refused.body, { refused: 'files-incomplete' })
  assert.equal((await reporter.visit()).body.visit, null)
  assert.equal((await reporter.submit({ ticket, files: sent })).status, 201)
  const other = await aReporter(room)
  assert.deepEqual((await other.submit({ ticket, files: sent })).body, { refused: 'ticket-unknown' })
})

test('a chunk is of one of three sizes, and of a ticket that is open', async (t) => {
  const room = await aRoom(t)
  const { ticket } = (await call(room, 'POST', '/sealed/api/uploads', await work(room))).body
  const put = (to: string, bytes: Uint8Array) => call(room, 'PUT', `/sealed/api/uploads/${to}`, bytes)
  const file = newSealedId()
  const right = new Uint8Array(64 * 1024 + 16)
  assert.equal((await put(`${ticket}/${file}/0`, right)).status, 204)
  assert.deepEqual((await put(`${ticket}/${file}/0`, right.subarray(1))).body, { refused: 'chunk-size' })
  assert.equal((await put(`${ticket}/${file}/0`, new Uint8Array(1024 * 1024 + 17))).status, 413)
  assert.equal((await put(`${ticket}/${file}/25`, right)).status, 422)
  assert.equal((await put(`${'A'.repeat(43)}/${file}/0`, right)).status, 409)
  assert.equal((await put(`${ticket}/${'../'.repeat(5)}etc/0`, right)).status, 404)
  for (let n = 1; n < 5; n++) assert.equal((await put(`${ticket}/${newSealedId()}/0`, right)).status, 204)
  assert.deepEqual((await put(`${ticket}/${newSealedId()}/0`, right)).body, { refused: 'too-many-files' })
})

test('whoever fills the disk with files silences no report', async (t) => {
  const room = await aRoom(t)
  const { ticket } = (await call(room, 'POST', '/sealed/api/uploads', await work(room))).body
  room.room.vault.free = async () => 1024 ** 3 - 1
  const refused = await call(room, 'POST', '/sealed/api/uploads', await work(room))
  assert.deepEqual([refused.status, refused.body], [429, { refused: 'busy' }])
  const chunk = new Uint8Array(64 * 1024 + 16)
  const put = await call(room, 'PUT', `/sealed/api/uploads/${ticket}/${newSealedId()}/0`, chunk)
  assert.deepEqual(put.body, { refused: 'busy' })
  assert.equal((await (await aReporter(room)).submit()).status, 201)
})

test('the reporter says more, to those who hold the report and in their own name', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit()
  const { holders } = (await reporter.visit()).body.visit
  assert.equal((await reporter.say('more', holders)).status, 201)
  assert.equal((await reporter.visit()).body.visit.messages.length, 2)
  assert.deepEqual((await reporter.say('more', holders.slice(1))).body, { refused: 'wrong-recipients' })
  const { noor } = room.people
  const forged = await sealedBy(noor, reporter.id, 'message', 'not mine', room.roster.officers)
  const answer = await call(room, 'POST', '/sealed/api/visit/messages', {
    ...(await work(room)),
    ...{ access: reporter.access, item: forged, files: [] },
  })
  assert.deepEqual(answer.body, { refused: 'wrong-recipients' })
})

test('a report of retaliation is linked to the earlier one and goes first', async (t) => {
  const room = await aRoom(t)
  const [first, second] = [await aReporter(room), await aReporter(room)]
  await first.submit()
  const body = { ...(await second.body()), linked: { access: first.access } }
  assert.equal((await call(room, 'POST', '/sealed/api/reports', body)).status, 201)
  const rows = await room.sealed.rows<{ linked: boolean }>(sql`
    select linked is not null as linked from sealed.reports where id = decode(${second.id}, 'hex')`)
  assert.deepEqual(rows, [{ linked: true }])
})

test('what a browser of an officer opens is what the reporter wrote', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const body = await reporter.body({ text: 'نص البلاغ' })
  await call(room, 'POST', '/sealed/api/reports', body)
  const opened = await openItem<{ text: string }>(body.item, room.people.noor)
  assert.equal(granted(opened).text, 'نص البلاغ')
})

test('figures tell how things stood when the last year ended: nobody sees in them that a report came today', async (t) => {
  const room = await aRoom(t)
  const told = async () => (await call(room, 'GET', '/sealed/statistics.json')).body.years
  for (let one = 0; one < 6; one++) await (await aReporter(room)).submit()
  assert.deepEqual(await told(), [])
  await room.sealed.run(sql`update sealed.reports set acknowledged_on = '2026-10-03'`)
  room.clock.forward({ hours: 24 * 92 })
  await room.sealed.run(
    sql`update sealed.reports set stage = 'closed', closed_on = '2027-01-01', outcome = 'substantiated', retaliated = true`,
  )
  const [year] = await told()
  assert.deepEqual([year.year, year.received, year.acknowledgedInTime, year.closed], [2026, 6, 6, null])
  assert.deepEqual([year.retaliation, year.outcomes.substantiated], [null, null])
  room.clock.forward({ hours: 24 * 365 })
  const [later] = await told()
  assert.deepEqual([later.closed, later.retaliation, later.outcomes.substantiated], [6, 6, 6])
})
