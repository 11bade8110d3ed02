import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invite } from '#integrity'
import { sql } from '#platform'
import { type IdentityItem, newSealedId, openItem, releaseShare, sealItem } from '#sealing'
import { atTheOffice, aWrap } from '../../../test/kit/sealed-office.ts'
import { aReporter, call, granted, sealedBy } from '../../../test/kit/sealed-reporter.ts'
import { aPerson, aRoom } from '../../../test/kit/sealed-room.ts'

test('an officer enrols by a link that works once, and signs in with the passkey', async (t) => {
  const room = await aRoom(t)
  const { noor } = room.people
  const office = await atTheOffice(room, noor)
  const { me } = (await office.get('me')).body
  assert.equal(me.officer.id, noor.id)
  assert.equal(me.rostered, true)
  await office.post('sign-out')
  assert.deepEqual((await office.get('me')).body, { refused: 'signed-out' })
  assert.equal((await office.signIn()).status, 200)
  assert.equal((await office.get('me')).body.me.officer.id, noor.id)

  const secret = await invite(room.room, noor.id, 'device')
  assert.equal((await office.post('invite', { invite: secret })).body.purpose, 'device')
  room.clock.forward({ days: 8 })
  assert.deepEqual((await office.post('invite', { invite: secret })).body, { refused: 'invite-unknown' })
})

test('a new key needs a passphrase wrap; a known officer’s second device cannot bring another key', async (t) => {
  const room = await aRoom(t)
  const office = await atTheOffice(room, room.people.noor)
  const other = aPerson('x', 'integrity').key
  assert.deepEqual((await office.enrol('device', other, [])).body, { refused: 'wrong-key' })
  assert.deepEqual((await office.enrol('lost', other, [])).body, { refused: 'wrong-key' })
  const renewed = await office.enrol('lost', other, [aWrap()])
  assert.equal(renewed.status, 201)
  assert.equal(renewed.body.me.officer.key, other)
  // Until the Authority signs the new key, nothing is sealed to it.
  assert.equal(renewed.body.me.rostered, false)
})

test('a session ends after fifteen quiet minutes and after eight hours', async (t) => {
  const room = await aRoom(t)
  const office = await atTheOffice(room, room.people.noor)
  for (let quarter = 0; quarter < 34; quarter++) {
    room.clock.forward({ minutes: 14 })
    assert.equal((await office.get('me')).status, 200)
  }
  room.clock.forward({ minutes: 14 })
  assert.equal((await office.get('me')).status, 401)
  await office.signIn()
  room.clock.forward({ minutes: 16 })
  assert.equal((await office.get('me')).status, 401)
})

test('another origin does not speak for an officer', async (t) => {
  const room = await aRoom(t)
  const office = await atTheOffice(room, room.people.noor)
  const from = (headers: Record<string, string>) =>
    call(room, 'POST', '/sealed/office/api/step-up/options', {}, { cookie: office.cookie(), ...headers })
  assert.deepEqual((await from({ origin: 'https://evil.example' })).body, { refused: 'foreign' })
  assert.deepEqual((await from({ 'sec-fetch-site': 'cross-site' })).body, { refused: 'foreign' })
})

test('to an officer without an envelope a report looks like no report, in every call', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit({ about: ['works'] })
  const hala = await atTheOffice(room, room.people.hala)
  assert.deepEqual((await hala.get('reports')).body, { reports: [] })
  const nothing = newSealedId()
  for (const path of ['', `/items/${reporter.id}`, `/files/${nothing}/0`, '/age']) {
    const [held, none] = [
      await hala.get(`reports/${reporter.id}${path}`),
      await hala.get(`reports/${nothing}${path}`),
    ]
    assert.deepEqual([held.status, held.text], [none.status, none.text])
    assert.equal(held.status, 404)
  }
  for (const body of [{ step: 'acknowledge' }, { step: 'hold' }, { step: 'declare-conflict' }]) {
    const held = await hala.post(`reports/${reporter.id}/steps`, body)
    const none = await hala.post(`reports/${nothing}/steps`, body)
    assert.deepEqual([held.status, held.text], [none.status, none.text])
  }
})

test('from report to feedback: acknowledged, triaged, noted, told, closed, and the reporter sees each', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit()
  const noor = await atTheOffice(room, room.people.noor)
  const [summary] = (await noor.get('reports')).body.reports
  assert.deepEqual([summary.id, summary.news, summary.stage], [reporter.id, 1, 'received'])
  const report = await noor.open(reporter.id)
  assert.deepEqual(report.items[0].envelopePurpose, 'report')
  assert.equal((await noor.get('reports')).body.reports[0].news, 0)

  const early = await noor.step(reporter.id, 'close', { outcome: 'substantiated', retaliated: false })
  assert.deepEqual([early.status, early.body], [409, { refused: 'out-of-order' }])
  room.clock.forward({ days: 3 })
  await noor.signIn()
  const acknowledged = await noor.step(reporter.id, 'acknowledge')
  assert.equal(acknowledged.body.report.acknowledgedOn, '2026-10-04')
  assert.equal(acknowledged.body.report.feedbackBy, '2027-01-04')
  const triaged = await noor.step(reporter.id, 'triage', { seriousness: 'high', retaliation: 'medium' })
  assert.equal(triaged.body.report.stage, 'investigating')
  const noted = await noor.step(reporter.id, 'note', { item: await noor.note(reporter.id, 'plan') })
  assert.equal(noted.status, 200)
  const referred = await noor.step(reporter.id, 'refer', {
    item: await noor.note(reporter.id, 'new', 'referral'),
  })
  assert.equal(referred.body.report.referredOn, '2026-10-04')
  const message = await noor.message(reporter.id, 'نحتاج تاريخ الواقعة', reporter)
  assert.equal((await noor.step(reporter.id, 'message', { item: message })).status, 200)
  const silent = await noor.step(reporter.id, 'close', { outcome: 'substantiated', retaliated: false })
  assert.deepEqual(silent.body, { refused: 'item-missing' })
  const feedback = await noor.message(reporter.id, 'ثبتت المخالفة', reporter)
  const closed = await noor.step(reporter.id, 'close', {
    outcome: 'substantiated',
    retaliated: false,
    item: feedback,
  })
  assert.deepEqual([closed.body.report.stage, closed.body.report.eraseOn], ['closed', '2027-10-04'])

  const { visit } = (await reporter.visit()).body
  assert.deepEqual([visit.stage, visit.outcome, visit.feedbackOn], ['closed', 'substantiated', '2026-10-04'])
  const heard = visit.messages.filter((one: { body?: string }) => one.body)
  assert.deepEqual(
    heard.map((one: { kind: string }) => one.kind),
    ['text', 'feedback'],
  )
  const [first] = heard
  const item = { v: 1, report: reporter.id, ...first, envelopes: [first.envelope] }
  const opened = await openItem<{ text: string }>(item, reporter.holder, {
    id: room.people.noor.id,
    key: room.people.noor.key,
  })
  assert.equal(granted(opened).text, 'نحتاج تاريخ الواقعة')
})

test('an officer writes in nobody else’s name and to nobody but the holders', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit({ about: ['works'] })
  const noor = await atTheOffice(room, room.people.noor)
  const { sami, hala } = room.people
  const recipients = await noor.audience(reporter.id)
  const binding = { report: reporter.id, purpose: 'note' } as const
  const wrong = [
    await sealedBy(sami, reporter.id, 'note', 'x', recipients),
    await sealedBy(noor.person, reporter.id, 'note', 'x', [...recipients, { id: hala.id, key: hala.key }]),
    await sealedBy(noor.person, reporter.id, 'note', 'x', recipients.slice(1)),
    await sealedBy(noor.person, newSealedId(), 'note', 'x', recipients),
    granted(await sealItem({ text: 'x' }, { ...binding, item: newSealedId() }, recipients)),
  ]
  for (const item of wrong)
    assert.deepEqual((await noor.step(reporter.id, 'note', { item })).body, { refused: 'wrong-recipients' })
})

test('an identity is released by two custodians, and the reporter is told in the same breath', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const sent = await reporter.body({ identity: true })
  await call(room, 'POST', '/sealed/api/reports', sent)
  const noor = await atTheOffice(room, room.people.noor)
  await noor.step(reporter.id, 'acknowledge')
  const request = newSealedId()
  const custodians = room.roster.custodians.map(({ id, key }) => ({ id, key }))
  const holders = (await noor.audience(reporter.id)).filter(({ id }) => id !== 'escrow')
  const reason = await sealedBy(
    noor.person,
    reporter.id,
    'note',
    'لماذا',
    [...holders, ...custodians],
    request,
  )
  const item = await noor.message(reporter.id, 'سنطلب معرفة هويتك', reporter)
  const asking = { request, reason, item }
  assert.equal((await noor.step(reporter.id, 'ask-identity', asking)).status, 422, 'without a fresh proof')
  const untold = { request, reason, proof: await noor.proof() }
  assert.equal(
    (await noor.step(reporter.id, 'ask-identity', untold)).status,
    422,
    'without telling the reporter',
  )
  assert.equal(
    (await noor.step(reporter.id, 'ask-identity', { ...asking, proof: await noor.proof() })).status,
    200,
  )
  const { visit } = (await reporter.visit()).body
  assert.equal(visit.identity.requestedOn, '2026-10-01')
  assert.deepEqual(visit.messages.at(-1).kind, 'told-of-identity')

  const identity = sent.identity as IdentityItem
  for (const [at, person] of [room.people.judge, room.people.notary].entries()) {
    room.clock.forward({ days: 1 })
    const custodian = await atTheOffice(room, person)
    const [asked] = (await custodian.get('custody')).body.requests
    assert.equal(asked.request, request)
    assert.equal((await custodian.get(`reports/${reporter.id}`)).status, 404)
    const to = { id: noor.person.id, key: noor.person.key }
    const envelope = granted(await releaseShare({ ...identity, envelopes: [asked.share] }, person, to))
    const proof = await custodian.proof()
    const given = await custodian.post(`custody/${request}/give`, { envelope, proof })
    assert.equal(given.body.requests[0].state, at === 0 ? 'open' : 'released')
    const again = await custodian.post(`custody/${request}/give`, {
      envelope,
      proof: await custodian.proof(),
    })
    assert.deepEqual(again.body, { refused: 'out-of-order' })
  }
  await noor.signIn()
  const released = (await noor.open(reporter.id)).identity
  assert.equal(released.requests[0].state, 'released')
  assert.equal(released.requests[0].answers.filter((one: { envelope: unknown }) => one.envelope).length, 2)
  const sami = await atTheOffice(room, room.people.sami)
  const seen = (await sami.open(reporter.id)).identity
  assert.ok(seen.requests[0].answers.every((one: { envelope: unknown }) => one.envelope === null))
  assert.equal((await reporter.visit()).body.visit.identity.releasedOn, '2026-10-03')
})

test('an officer hands a report over whole, and has it no more', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit({ about: ['works'] })
  const noor = await atTheOffice(room, room.people.noor)
  const hala = await atTheOffice(room, room.people.hala)
  await noor.step(reporter.id, 'note', { item: await noor.note(reporter.id, 'n') })
  const envelopes = await noor.passedOn(reporter.id, room.people.hala)
  const to = room.people.hala.id
  const partial = { to, envelopes: envelopes.slice(1), proof: await noor.proof() }
  assert.deepEqual((await noor.step(reporter.id, 'hand-over', partial)).body, { refused: 'wrong-recipients' })
  const given = await noor.step(reporter.id, 'hand-over', { to, envelopes, proof: await noor.proof() })
  assert.deepEqual(given.body, { report: null })
  assert.equal((await noor.get(`reports/${reporter.id}`)).status, 404)
  assert.equal(await hala.canOpen(reporter.id), true)
})

test('the last holder cannot leave a report to nobody', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit({ about: ['works'] })
  const [noor, sami] = [await atTheOffice(room, room.people.noor), await atTheOffice(room, room.people.sami)]
  assert.deepEqual((await noor.step(reporter.id, 'declare-conflict')).body, { report: null })
  assert.deepEqual((await sami.step(reporter.id, 'declare-conflict')).body, { refused: 'nobody-left' })
})

test('two officers hold a report back, and two let it go; one alone does neither', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit()
  const [noor, sami] = [await atTheOffice(room, room.people.noor), await atTheOffice(room, room.people.sami)]
  const asked = (await noor.step(reporter.id, 'hold')).body.report
  assert.deepEqual(asked.hold, { askedBy: noor.person.id, askedOn: '2026-10-01', inForce: false })
  assert.deepEqual((await noor.step(reporter.id, 'hold')).body, { refused: 'needs-another-officer' })
  assert.equal((await sami.step(reporter.id, 'hold')).body.report.hold.inForce, true)
  assert.equal((await noor.step(reporter.id, 'lift')).body.report.hold.inForce, true)
  assert.equal((await sami.step(reporter.id, 'lift')).body.report.hold.inForce, false)
})

test('a proof is fresh: it is good once, and only in the session that asked for it', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit()
  const [noor, sami] = [await atTheOffice(room, room.people.noor), await atTheOffice(room, room.people.sami)]
  await noor.step(reporter.id, 'acknowledge')
  const item = await noor.message(reporter.id, 'f', reporter)
  await noor.step(reporter.id, 'close', { outcome: 'insufficient', retaliated: false, item })
  const proof = await noor.proof()
  assert.deepEqual((await sami.step(reporter.id, 'erase', { proof })).body, { refused: 'proof-failed' })
  assert.equal((await noor.step(reporter.id, 'erase', { proof })).status, 200)
  assert.deepEqual((await noor.step(reporter.id, 'erase', { proof })).body, { refused: 'proof-failed' })
  assert.deepEqual((await sami.step(reporter.id, 'erase', { proof: await sami.proof() })).body, {
    report: null,
  })
  assert.equal((await reporter.visit()).body.visit, null)
  const left = await room.sealed.row<{ items: number; keys: boolean }>(sql`
    select (select count(*)::int from sealed.items) as items, exists (select from sealed.envelopes) as keys`)
  assert.deepEqual(left, { items: 0, keys: false })
  assert.equal(await room.room.vault.key(reporter.id), undefined)
})

test('a demonstration hands out links; a real room has no such thing', async (t) => {
  const real = await aRoom(t)
  assert.equal((await call(real, 'POST', '/sealed/office/api/demonstration', {})).status, 404)
  const shown = await aRoom(t, { demonstration: true })
  const { invites } = (await call(shown, 'POST', '/sealed/office/api/demonstration', {})).body
  assert.equal(invites.length, 7)
})
