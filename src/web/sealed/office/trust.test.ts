import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CustodyRequest, Kept, Report } from '#integrity'
import {
  type Holder,
  type Item,
  type KnownRoster,
  type MessageContent,
  newEscrow,
  newKeyPair,
  newSealedId,
  openEnvelope,
  type Purpose,
  REPORTER,
  type ReportContent,
  sealIdentity,
  sealItem,
} from '#sealing'
import { granted, sealedBy } from '../../../../test/kit/sealed-reporter.ts'
import { aPerson, type Person, rosterOf } from '../../../../test/kit/sealed-room.ts'
import { openKept, openReport } from './open-report.ts'
import { reasonOf, sealShare } from './release.ts'
import { sealAnew, sealFor, sealReason } from './seal.ts'
import type { Session } from './session.ts'

const REPORT = newSealedId()
const [NOW, LATER] = ['a'.repeat(64), 'b'.repeat(64)]
const reply = newKeyPair()
const reporter = { id: REPORTER, key: reply.publicKey }
const people = {
  ...{ noor: aPerson('Noor', 'integrity'), sami: aPerson('Sami', 'integrity') },
  ...{ hala: aPerson('Hala', 'integrity'), auditor: aPerson('Auditor', 'audit') },
  ...{ judge: aPerson('Judge', 'custodian'), ombudsman: aPerson('Ombudsman', 'custodian') },
  notary: aPerson('Notary', 'custodian'),
}
const { noor, sami, hala, auditor, judge } = people
const roster: KnownRoster = { ...rosterOf(people, await newEscrow()), hash: NOW }

const at = (holder: Holder, rosters = [roster]): Session => ({ me: {} as Session['me'], holder, rosters })
const keyOf = ({ id, key }: Person) => ({ id, key })

/** What the room hands out of an item; it may say of it whatever it likes. */
const kept = (item: Item, to: string, said: Partial<Kept> = {}): Kept => ({
  ...{ item: item.item, purpose: item.purpose, from: 'office', by: null, day: '2026-10-01', kind: 'text' },
  ...{ nonce: item.nonce, body: item.body, envelopePurpose: item.purpose },
  envelope: item.envelopes.find(({ recipient }) => recipient === to) ?? null,
  ...said,
})

const content = (over: Partial<ReportContent> = {}): ReportContent => ({
  ...{ kind: 'report', language: 'ar', violation: 'corruption', body: null, bodyName: '', aboutUnit: false },
  ...{ people: [], what: 'x', when: '', where: '', known: '', others: '', risk: '', excluded: [], files: [] },
  ...{ roster: NOW, reply: reply.publicKey, taken: 'reporter', linked: false },
  ...over,
})

const report = (items: Kept[], holders = [noor.id, sami.id]) =>
  ({
    id: REPORT,
    roster: NOW,
    replyKey: newKeyPair().publicKey,
    holders,
    items,
    files: [],
    identity: null,
  }) as never as Report

async function opened(over: Partial<ReportContent> = {}, holders?: string[], rosters?: KnownRoster[]) {
  const binding = { report: REPORT, purpose: 'report', item: REPORT } as const
  const item = granted(await sealItem(content(over), binding, [keyOf(noor)]))
  const session = at(noor, rosters)
  return {
    session,
    opened: await openReport(session, report([kept(item, noor.id, { from: 'reporter' })], holders)),
  }
}

const message: MessageContent = { kind: 'message', text: 'x', files: [] }
const note = (given: Awaited<ReturnType<typeof opened>>) =>
  sealFor(given.session, given.opened, { content: message, purpose: 'note', also: 'nobody' })
const reasonFor = (given: { ok: boolean; reason?: string }) => (given.ok ? 'ok' : given.reason)

test('what nobody signed is no word of the reporter or of a colleague, whatever the room calls it', async () => {
  for (const purpose of ['message', 'note', 'transcript', 'referral', 'moved', 'report'] as Purpose[]) {
    const forged = granted(
      await sealItem(message, { report: REPORT, purpose, item: newSealedId() }, [keyOf(noor)]),
    )
    for (const from of ['reporter', 'office', 'room'] as const) {
      const read = await openKept(at(noor), REPORT, kept(forged, noor.id, { from }), reporter)
      assert.deepEqual([read.content, read.why], [undefined, 'sender-unproven'])
    }
  }
})

test('a name that the room puts over a text must be the one that is proven', async () => {
  const bySami = await sealedBy(sami, REPORT, 'message', 'x', [keyOf(noor)])
  const read = (said: Partial<Kept>) => openKept(at(noor), REPORT, kept(bySami, noor.id, said), reporter)
  assert.ok((await read({ by: sami.id })).content)
  assert.equal((await read({ by: auditor.id })).why, 'sender-unproven')
  assert.equal((await read({ from: 'reporter' })).why, 'sender-unproven')
  const byReporter = await sealedBy({ id: REPORTER, privateKey: reply.privateKey }, REPORT, 'message', 'x', [
    keyOf(noor),
  ])
  assert.equal((await openKept(at(noor), REPORT, kept(byReporter, noor.id), reporter)).why, 'sender-unproven')
})

test('answers are sealed to the key inside the report, never to the one that the room keeps', async () => {
  const { session, opened: read } = await opened()
  assert.equal(read.reporter?.key, reply.publicKey)
  const changed = await openReport(session, report([{ ...(read.items[0]?.kept as Kept), body: 'AAAA' }]))
  assert.equal(changed.reporter, undefined)
  const sealed = await sealFor(session, changed, { content: message, purpose: 'message', also: 'reporter' })
  assert.equal(reasonFor(sealed), 'no-reporter')
})

test('nothing is sealed to a list of readers that is older than the report', async () => {
  const given = await opened({ roster: LATER })
  assert.equal(reasonFor(await note(given)), 'roster-backwards')
  assert.equal(reasonFor(await sealAnew(given.session, given.opened, rostered(auditor))), 'roster-backwards')
  assert.equal(
    reasonFor(await sealReason(given.session, given.opened, 'x', newSealedId())),
    'roster-backwards',
  )
  const grown = await opened({ roster: LATER }, undefined, [roster, { ...roster, hash: LATER }])
  assert.equal(reasonFor(await note(grown)), 'ok')
})

test('nothing is sealed while the room names a reader whom the report keeps out', async () => {
  const both = [noor.id, hala.id]
  const excluded = [{ id: hala.id, reason: 'a relative' }]
  assert.equal(reasonFor(await note(await opened({}, both))), 'ok')
  assert.equal(reasonFor(await note(await opened({ excluded }, both))), 'reader-kept-out')
  assert.equal(reasonFor(await note(await opened({ body: 'works' }, both))), 'reader-kept-out')
  assert.equal(reasonFor(await note(await opened({ aboutUnit: true }, [auditor.id]))), 'ok')
  assert.equal(reasonFor(await note(await opened({ aboutUnit: true }, both))), 'reader-kept-out')
})

test('a report is not passed on to whom it keeps out', async () => {
  const given = await opened({ body: 'works', excluded: [{ id: sami.id, reason: '' }] }, [noor.id])
  const pass = async (to: Person) => reasonFor(await sealAnew(given.session, given.opened, rostered(to)))
  assert.deepEqual(
    [await pass(sami), await pass(hala), await pass(auditor)],
    ['reader-kept-out', 'reader-kept-out', 'ok'],
  )
})

test('a custodian gives a share only to an officer in office who proves to have asked', async () => {
  const custodians = roster.custodians.map(({ id, key }) => ({ id, key }))
  const who = { kind: 'identity', name: 'Fatima', contact: '', remarks: '' } as const
  const identity = granted(await sealIdentity(who, REPORT, custodians))
  const request = newSealedId()
  const reason = async (by?: Holder, item = request) =>
    granted(
      await sealItem(
        { kind: 'reason', text: 'why' },
        { report: REPORT, purpose: 'note', item },
        [keyOf(judge)],
        by,
      ),
    )
  const asked = async (item: Item, by: Person): Promise<CustodyRequest> =>
    ({
      ...{ request, report: REPORT, by: { id: by.id }, on: '2026-10-01', state: 'open', answers: [] },
      reason: kept(item, judge.id, { by: by.id }),
      identity: identity.item,
      share: identity.envelopes.find(({ recipient }) => recipient === judge.id),
    }) as never
  const session = at(judge)
  const good = await asked(await reason(noor), noor)
  assert.deepEqual(await reasonOf(session, good), { ok: true, value: 'why' })
  const { envelope } = granted(await sealShare(session, good))
  const binding = { report: REPORT, purpose: 'identity-release', item: identity.item } as const
  assert.ok((await openEnvelope(envelope, binding, noor, keyOf(judge))).ok)
  for (const bad of [
    await asked(await reason(noor), sami),
    await asked(await reason(), noor),
    await asked(await reason(noor, newSealedId()), noor),
    await asked(await reason({ id: noor.id, privateKey: newKeyPair().privateKey }), noor),
  ])
    assert.equal((await sealShare(session, bad)).ok, false)
  const gone = { ...roster, officers: roster.officers.filter(({ id }) => id !== noor.id), hash: LATER }
  assert.equal((await sealShare(at(judge, [roster, gone]), good)).ok, false)
})

function rostered({ id }: Person) {
  const found = roster.officers.find((one) => one.id === id)
  assert.ok(found)
  return found
}
