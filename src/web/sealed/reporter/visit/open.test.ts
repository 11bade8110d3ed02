import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Visit } from '#integrity'
import {
  type Holder,
  type KnownRoster,
  type MessageContent,
  newEscrow,
  newKeyPair,
  newSealedId,
  REPORTER,
  type ReceiptKeys,
  sealItem,
} from '#sealing'
import { granted } from '../../../../../test/kit/sealed-reporter.ts'
import { aPerson, rosterOf } from '../../../../../test/kit/sealed-room.ts'
import { openLine } from './open.ts'

const REPORT = newSealedId()
const people = {
  ...{ noor: aPerson('Noor', 'integrity'), sami: aPerson('Sami', 'integrity') },
  ...{ hala: aPerson('Hala', 'integrity'), auditor: aPerson('Auditor', 'audit') },
  ...{ judge: aPerson('Judge', 'custodian'), ombudsman: aPerson('Ombudsman', 'custodian') },
  notary: aPerson('Notary', 'custodian'),
}
const rosters: KnownRoster[] = [{ ...rosterOf(people, await newEscrow()), hash: 'a'.repeat(64) }]
const { privateKey, publicKey } = newKeyPair()
const keys: ReceiptKeys = { access: '', accessHash: '', replyPrivate: privateKey, replyPublic: publicKey }

type Message = Visit['messages'][number]

/** A message as the room hands it to a returning reporter, under whatever labels it likes. */
async function line(by: Holder | undefined, kind: MessageContent['kind'], said: Partial<Message> = {}) {
  const purpose = said.purpose ?? 'message'
  const item = granted(
    await sealItem(
      { kind, text: 'call this number', files: [] },
      { report: REPORT, purpose, item: newSealedId() },
      [{ id: REPORTER, key: publicKey }],
      by,
    ),
  )
  const { nonce, body, envelopes } = item
  const labels = { item: item.item, from: 'office', day: '2026-10-02', kind: 'text', purpose } as const
  return openLine({ ...labels, ...said, nonce, body, envelope: envelopes[0] }, REPORT, keys, rosters)
}

test('what nobody signed is shown to no reporter, least of all as the transcript of a call', async () => {
  for (const purpose of ['message', 'transcript'] as const) {
    const forged = await line(undefined, 'transcript', { purpose })
    assert.deepEqual([forged.content, forged.unproven], [undefined, true])
    const custodian = await line(people.judge, 'message', { purpose })
    assert.deepEqual([custodian.content, custodian.unproven], [undefined, true])
  }
})

test('a transcript is believed when the receipt’s own key or an officer’s sealed it', async () => {
  const self = { id: REPORTER, privateKey }
  assert.equal((await line(self, 'transcript', { purpose: 'transcript' })).content?.text, 'call this number')
  assert.ok((await line(people.noor, 'transcript', { purpose: 'transcript' })).content)
  assert.equal((await line(self, 'message')).unproven, true)
})

test('that an identity is asked for is said by the message itself, whatever the room calls it', async () => {
  const asked = await line(people.noor, 'identity-request', { kind: 'text', from: 'reporter' })
  assert.deepEqual([asked.kind, asked.from, asked.by], ['told-of-identity', 'office', people.noor.id])
  assert.equal((await line(people.noor, 'message', { kind: 'feedback' })).kind, 'text')
})
