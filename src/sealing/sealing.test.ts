import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '#kernel'
import {
  type Accusation,
  base64url,
  changesBetween,
  combineEscrow,
  type Envelope,
  fromBase64url,
  type Holder,
  holdersOf,
  type Item,
  keyFingerprint,
  MOST_FILES,
  newAuthority,
  newEscrow,
  newKeyPair,
  newReceipt,
  newSealedFile,
  newSealedId,
  openEnvelope,
  openFile,
  openIdentity,
  openItem,
  paddedFileSize,
  parseReceipt,
  passOn,
  type Roster,
  recipientsOf,
  releaseShare,
  rosterHash,
  type SealedFile,
  type SignedRoster,
  sealFile,
  sealIdentity,
  sealItem,
  signRoster,
  TEXT_CLASSES,
  trustRosters,
  unwrapByPassphrase,
  unwrapByPrf,
  whoReads,
  wrapByPassphrase,
  wrapByPrf,
} from './index.ts'

const value = <Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const reason = (result: { ok: boolean; reason?: string }) => (result.ok ? 'opened' : result.reason)
const party = (id: string) => {
  const { privateKey, publicKey } = newKeyPair()
  return { id, privateKey, key: publicKey }
}
const bitFlipped = (bytes: Uint8Array, bit: number) => {
  const wrong = Uint8Array.from(bytes)
  const at = bit % (bytes.length * 8)
  wrong[at >> 3] = (wrong[at >> 3] ?? 0) ^ (1 << (at & 7))
  return wrong
}
const flipText = (text: string, bit: number) =>
  base64url(bitFlipped(fromBase64url(text) ?? new Uint8Array(), bit))
const binding = (purpose: Item['purpose'] = 'report') => {
  const report = newSealedId()
  return { report, purpose, item: purpose === 'report' ? report : newSealedId() }
}
const bit = fc.nat(1_000_000)

test('every single wrong digit of a receipt is found, and every two neighbours that changed places', () => {
  fc.assert(
    fc.property(fc.constant(undefined).map(newReceipt), (receipt) => {
      assert.equal(parseReceipt(receipt), receipt)
      for (let at = 0; at < receipt.length; at++) {
        for (let digit = 0; digit < 10; digit++) {
          if (String(digit) === receipt[at]) continue
          assert.equal(parseReceipt(receipt.slice(0, at) + digit + receipt.slice(at + 1)), undefined)
        }
        const [one, other] = [receipt[at], receipt[at + 1]]
        if (!other || one === other) continue
        assert.equal(parseReceipt(receipt.slice(0, at) + other + one + receipt.slice(at + 2)), undefined)
      }
    }),
    { numRuns: 40 },
  )
})

test('a receipt is understood in three families of digits, with spaces, hyphens and direction marks', () => {
  const receipt = newReceipt()
  for (const family of ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹']) {
    const written = [...receipt].map((digit) => family[Number(digit)]).join('')
    const spaced = written.replace(/(.{4})/g, '$1 – \u200f')
    assert.equal(parseReceipt(` ${spaced}`), receipt)
  }
  for (const wrong of ['', '1234', `${receipt}1`, `x${receipt.slice(1)}`])
    assert.equal(parseReceipt(wrong), undefined)
})

test('the digits of a thousand receipts are evenly spread', () => {
  const counts = new Array(10).fill(0)
  for (let n = 0; n < 1000; n++) for (const digit of newReceipt().slice(0, 26)) counts[Number(digit)]++
  // 2,600 each; six standard deviations are 290: a chance of one in a hundred million to fail for nothing.
  for (const count of counts) assert.ok(Math.abs(count - 2600) < 290, String(counts))
})

test('a report opens for those it was sealed to, and for nobody else', async () => {
  const [one, other, stranger] = ['one', 'other', 'one'].map(party)
  assert.ok(one && other && stranger)
  const item = value(await sealItem({ what: 'رشوة' }, binding(), [one, other]))
  assert.deepEqual(value(await openItem(item, one)), { what: 'رشوة' })
  assert.deepEqual(value(await openItem(item, other)), { what: 'رشوة' })
  assert.equal(reason(await openItem(item, stranger)), 'does-not-open')
  assert.equal(reason(await openItem(item, { ...one, id: 'reporter' })), 'not-for-you')
})

test('one flipped bit anywhere in an item or its envelope and it does not open', async () => {
  const officer = party('officer')
  const item = value(await sealItem({ what: 'x' }, binding(), [officer]))
  const [envelope] = item.envelopes as [Envelope]
  const tampered: ((bit: number) => Item)[] = [
    (at) => ({ ...item, body: flipText(item.body, at) }),
    (at) => ({ ...item, nonce: flipText(item.nonce, at) }),
    (at) => ({ ...item, envelopes: [{ ...envelope, enc: flipText(envelope.enc, at) }] }),
    (at) => ({ ...item, envelopes: [{ ...envelope, sealed: flipText(envelope.sealed, at) }] }),
  ]
  await fc.assert(
    fc.asyncProperty(bit, fc.constantFrom(...tampered), async (at, tamper) => {
      const enc255 = fromBase64url(tamper(at).envelopes[0]?.enc ?? '')?.[31]
      // The highest bit of an X25519 public key is ignored by the curve (RFC 7748), but not by HPKE's context.
      assert.equal(reason(await openItem(tamper(at), officer)), 'does-not-open', `bit ${at} ${enc255}`)
    }),
    { numRuns: 150 },
  )
})

test('an item does not open as another report, purpose, item, recipient or suite', async () => {
  const officer = party('officer')
  const item = value(await sealItem({ what: 'x' }, binding('message'), [officer]))
  const [envelope] = item.envelopes as [Envelope]
  const elsewhere: Item[] = [
    { ...item, report: newSealedId() },
    { ...item, item: newSealedId() },
    { ...item, purpose: 'note' },
  ]
  for (const moved of elsewhere) assert.equal(reason(await openItem(moved, officer)), 'does-not-open')
  const other = { ...officer, id: 'other' }
  const renamed = { ...item, envelopes: [{ ...envelope, recipient: 'other' }] }
  assert.equal(reason(await openItem(renamed, other)), 'does-not-open')
  const suite = { ...item, envelopes: [{ ...envelope, suite: 'X-Wing' }] }
  assert.equal(reason(await openItem(suite, officer)), 'unknown-suite')
})

test('a message proves who wrote it: the server can neither forge one nor take the name off', async () => {
  const [officer, reporter, server] = ['officer', 'reporter', 'officer'].map(party)
  assert.ok(officer && reporter && server)
  const said = value(await sealItem({ text: 'نعم' }, binding('message'), [reporter], officer))
  assert.deepEqual(value(await openItem(said, reporter, officer)), { text: 'نعم' })

  const forged = value(await sealItem({ text: 'ما اسمك؟' }, binding('message'), [reporter], server))
  assert.equal(reason(await openItem(forged, reporter, officer)), 'does-not-open')
  const unsigned = value(await sealItem({ text: 'ما اسمك؟' }, binding('message'), [reporter]))
  assert.equal(reason(await openItem(unsigned, reporter, officer)), 'sender-unproven')
  assert.equal(reason(await openItem(said, reporter)), 'sender-unproven')
  const [envelope] = said.envelopes as [Envelope]
  const { by: _, ...nameless } = envelope
  assert.equal(reason(await openItem({ ...said, envelopes: [nameless] }, reporter)), 'does-not-open')
})

test('padding hides what size a text has: one length for each class', async () => {
  const officer = party('officer')
  await fc.assert(
    fc.asyncProperty(fc.nat(70_000), async (length) => {
      const item = value(await sealItem('x'.repeat(length), binding(), [officer]))
      const size = (fromBase64url(item.body)?.length ?? 0) - 16
      assert.equal(
        size,
        TEXT_CLASSES.find((one) => length + 2 < one),
      )
      assert.equal(value(await openItem(item, officer)), 'x'.repeat(length))
    }),
    { numRuns: 30 },
  )
  const tooLong = await sealItem('x'.repeat(256 * 1024), binding(), [officer])
  assert.equal(reason(tooLong), 'text-too-long')
})

test('texts that end like their padding come back whole', async () => {
  const officer = party('officer')
  for (const text of ['', '\u0000', '\u0080\u0000', 'à\u0000\u0000', '\u{1f600}'.repeat(1023)])
    assert.equal(value(await openItem(value(await sealItem(text, binding(), [officer])), officer)), text)
})

const fileOf = (size: number): { content: Uint8Array<ArrayBuffer>; file: SealedFile } => {
  const content = Uint8Array.from({ length: size }, (_, at) => at % 253)
  return { content, file: value(newSealedFile({ name: 'صورة.jpg', type: 'image/jpeg', size }, true)) }
}
const sealAll = async (report: string, { content, file }: ReturnType<typeof fileOf>) => {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of sealFile(report, file, new Blob([content]))) chunks.push(chunk)
  return chunks
}

test('files of every class come back as they were, and look like their class', async () => {
  const report = newSealedId()
  for (const size of [0, 1, 65_536, 65_537, 262_144, 262_145, 1_048_576, 1_048_577, 3_000_000]) {
    const made = fileOf(size)
    const chunks = await sealAll(report, made)
    assert.equal(
      chunks.reduce((sum, { length }) => sum + length - 16, 0),
      paddedFileSize(size),
    )
    assert.deepEqual(
      Buffer.concat(value(await openFile(report, made.file, chunks))),
      Buffer.from(made.content),
    )
  }
  assert.equal(MOST_FILES, 5)
  assert.equal(reason(newSealedFile({ name: '', type: '', size: 26_214_401 }, false)), 'file-too-large')
})

test('chunks missing, added, repeated, out of order, changed or from elsewhere are refused', async () => {
  const report = newSealedId()
  const made = fileOf(2_500_000)
  const [a, b, c] = await sealAll(report, made)
  const [strange] = await sealAll(report, fileOf(2_500_000))
  assert.ok(a && b && c && strange)
  const wrong = [
    [],
    [a],
    [a, b],
    [a, c, b],
    [b, a, c],
    [a, b, c, c],
    [a, a, c],
    [strange, b, c],
    [a, b, strange],
  ]
  for (const chunks of [...wrong, [a, bitFlipped(b, 77), c], [a.subarray(1), b, c]])
    assert.equal(reason(await openFile(report, made.file, chunks)), 'does-not-open')
  assert.equal(reason(await openFile(newSealedId(), made.file, [a, b, c])), 'does-not-open')
  const shorter = { ...made.file, size: 2_000_000, chunks: 2 }
  assert.equal(reason(await openFile(report, shorter, [a, b])), 'does-not-open')
  const renamed = { ...made.file, id: newSealedId() }
  assert.equal(reason(await openFile(report, renamed, [a, b, c])), 'does-not-open')
})

const authority = newAuthority()
function roster(change: Partial<Roster> = {}): Roster {
  const officer = (
    id: string,
    office: 'integrity' | 'audit',
    body: string | null,
    conflicts: string[] = [],
  ) => ({
    id,
    name: { ar: id, en: id },
    office,
    body,
    conflicts,
    key: newKeyPair().publicKey,
  })
  const custodian = (id: string) => ({ id, name: { ar: id, en: id }, body: id, key: newKeyPair().publicKey })
  return {
    v: 1,
    serial: 1,
    issued: '2026-11-01',
    previous: null,
    officers: [
      officer('o1', 'integrity', null),
      officer('o2', 'integrity', 'works', ['health']),
      officer('a1', 'audit', null),
    ],
    custodians: ['c1', 'c2', 'c3'].map(custodian),
    escrow: { key: newKeyPair().publicKey, commitment: newKeyPair().publicKey, threshold: 3, of: 5 },
    bodies: [{ id: 'works', name: { ar: 'الأشغال', en: 'Works' } }],
    age: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
    ...change,
  }
}
const signed = (of: Roster, by = authority): SignedRoster => {
  const document = canonicalJson(of)
  return { document, signature: base64url(signRoster(document, by.privateKey)) }
}
const chain = () => {
  const first = roster()
  const one = signed(first)
  const second = { ...first, serial: 2, previous: rosterHash(one.document) }
  const two = signed(second)
  return { first, second, one, two }
}

test('a chain that the Authority signed is trusted', () => {
  const { one, two } = chain()
  const known = value(trustRosters([one, two], authority.publicKey))
  assert.deepEqual(
    known.map(({ serial, hash }) => [serial, hash]),
    [
      [1, rosterHash(one.document)],
      [2, rosterHash(two.document)],
    ],
  )
  assert.match(keyFingerprint(authority.publicKey), /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
})

test('a roster that somebody else signed, or that was touched, is refused', () => {
  const { first, one, two } = chain()
  const trust = (...rosters: SignedRoster[]) => reason(trustRosters(rosters, authority.publicKey))
  assert.equal(trust(signed(first, newAuthority())), 'roster-unsigned')
  assert.equal(trust({ ...one, signature: '' }), 'roster-unsigned')
  assert.equal(trust({ ...one, signature: two.signature }), 'roster-unsigned')
  fc.assert(
    fc.property(bit, fc.boolean(), (at, inText) => {
      const document = new TextDecoder().decode(bitFlipped(new TextEncoder().encode(one.document), at))
      const wrong = inText ? { ...one, document } : { ...one, signature: flipText(one.signature, at) }
      assert.equal(trust(wrong), 'roster-unsigned')
    }),
    { numRuns: 60 },
  )
})

test('a chain with a link left out, doubled, swapped or going backwards is refused', () => {
  const { first, one, two } = chain()
  const fork = signed({ ...first, serial: 2, issued: '2026-12-01', previous: 'ab'.repeat(32) })
  for (const wrong of [[two], [two, one], [one, one], [one, fork], [one, two, two]])
    assert.equal(reason(trustRosters(wrong, authority.publicKey)), 'roster-chain-broken')
  assert.equal(reason(trustRosters([], authority.publicKey)), 'roster-missing')
})

test('the Authority cannot sign by mistake what would be read in two ways', () => {
  const whole = roster()
  const [officer, ...others] = whole.officers
  assert.ok(officer)
  const wrong: Partial<Roster>[] = [
    { officers: [{ ...officer, id: 'escrow' }] },
    { officers: [{ ...officer, id: 'reporter' }] },
    { officers: [officer, officer] },
    { officers: [{ ...officer, key: whole.escrow.key }] },
    { officers: [{ ...officer, key: 'short' }] },
    { custodians: whole.custodians.slice(1) },
    { escrow: { ...whole.escrow, threshold: 2 } },
    { serial: 0 },
    { previous: 'ab'.repeat(32) },
    { issued: 'today' },
    { age: 'nothing' },
  ]
  for (const change of wrong)
    assert.equal(
      reason(trustRosters([signed({ ...whole, ...change })], authority.publicKey)),
      'roster-malformed',
      JSON.stringify(change),
    )
  const spaced = JSON.stringify(whole, null, 1)
  const signature = base64url(signRoster(spaced, authority.privateKey))
  assert.equal(
    reason(trustRosters([{ document: spaced, signature }], authority.publicKey)),
    'roster-malformed',
  )
  assert.equal(others.length, 2)
})

const ids = (result: ReturnType<typeof recipientsOf>) => value(result).map(({ id }) => id)
const about = (change: Partial<Accusation> = {}): Accusation => ({
  bodies: [],
  aboutUnit: false,
  excluded: [],
  ...change,
})

test('officers of an accused body, in conflict or kept out by name do not get the report', () => {
  const all = roster()
  assert.deepEqual(ids(recipientsOf(all, about())), ['o1', 'o2', 'escrow'])
  assert.deepEqual(ids(recipientsOf(all, about({ bodies: ['works'] }))), ['o1', 'escrow'])
  assert.deepEqual(ids(recipientsOf(all, about({ bodies: ['health'] }))), ['o1', 'escrow'])
  assert.deepEqual(ids(recipientsOf(all, about({ excluded: ['o1'] }))), ['o2', 'escrow'])
  const { keptOut } = whoReads(all, about({ bodies: ['works'], excluded: ['o1', 'o2'] }))
  assert.deepEqual(
    keptOut.map(({ officer, because }) => [officer.id, because]),
    [
      ['o1', 'excluded'],
      ['o2', 'conflict'],
    ],
  )
})

test('a report about the unit itself goes to the audit bureau alone, and nobody left is a refusal', () => {
  const all = roster()
  assert.deepEqual(ids(recipientsOf(all, about({ aboutUnit: true }))), ['a1', 'escrow'])
  assert.equal(reason(recipientsOf(all, about({ excluded: ['o1', 'o2'] }))), 'nobody-left')
  assert.equal(reason(recipientsOf(all, about({ excluded: ['o1', 'o2', 'a1'] }))), 'nobody-anywhere')
})

test('a message goes to holders whom the roster proves; a name that only the server knows gets nothing', () => {
  const all = roster()
  assert.deepEqual(
    value(holdersOf(all, ['a1', 'stranger'])).map(({ id }) => id),
    ['a1', 'escrow'],
  )
  assert.equal(reason(holdersOf(all, ['stranger'])), 'nobody-left')
})

test('what changed between two rosters is told: people, offices and, above all, keys', () => {
  const before = roster()
  const [o1, o2, a1] = before.officers
  assert.ok(o1 && o2 && a1)
  const after: Roster = {
    ...before,
    officers: [
      { ...o1, key: newKeyPair().publicKey },
      { ...a1, conflicts: ['works'] },
      { ...o2, id: 'o3' },
    ],
    custodians: before.custodians.map((one, at) => (at ? one : { ...one, name: { ar: 'س', en: 'S' } })),
    escrow: { ...before.escrow, key: newKeyPair().publicKey },
  }
  assert.deepEqual(
    changesBetween(before, after).map((one) => [one.change, one.role, 'id' in one ? one.id : '']),
    [
      ['new-key', 'officer', 'o1'],
      ['moved', 'officer', 'a1'],
      ['joined', 'officer', 'o3'],
      ['left', 'officer', 'o2'],
      ['renamed', 'custodian', 'c1'],
      ['new-key', 'escrow', ''],
    ],
  )
  assert.deepEqual(changesBetween(before, before), [])
})

test('an identity is released by two of three custodians, to the officer who asked', async () => {
  const custodians = ['c1', 'c2', 'c3'].map(party)
  const officer = party('o1')
  const content = { kind: 'identity' as const, name: 'سلمى', contact: '079', remarks: '' }
  const identity = value(await sealIdentity(content, newSealedId(), custodians))
  const release = async (custodian: Holder & { key: string }) => ({
    envelope: value(await releaseShare(identity, custodian, officer)),
    by: custodian,
  })
  const [one, two, three] = await Promise.all(custodians.map(release))
  assert.ok(one && two && three)
  for (const pair of [
    [one, two],
    [two, three],
    [three, one],
    [one, two, three],
  ])
    assert.deepEqual(value(await openIdentity(identity, officer, pair)), content)
  assert.equal(reason(await openIdentity(identity, officer, [one])), 'too-few-shares')
  assert.equal(reason(await openIdentity(identity, officer, [one, one])), 'too-few-shares')
  const impostor = { ...two, by: { ...two.by, key: newKeyPair().publicKey } }
  assert.equal(reason(await openIdentity(identity, officer, [one, impostor])), 'too-few-shares')
  assert.equal(reason(await openIdentity(identity, party('o1'), [one, two])), 'too-few-shares')
})

test('shares of two different identities make nothing, and say so', async () => {
  const custodians = ['c1', 'c2', 'c3'].map(party)
  const officer = party('o1')
  const content = { kind: 'identity' as const, name: 'x', contact: '', remarks: '' }
  const report = newSealedId()
  const [mine, other] = await Promise.all([0, 1].map(() => sealIdentity(content, report, custodians)))
  assert.ok(mine && other)
  const [c1, c2] = custodians
  assert.ok(c1 && c2)
  const identity = value(mine)
  // A custodian who answers with the share of another identity, under this one's name.
  const swapped = { ...identity, envelopes: value(other).envelopes, item: value(other).item }
  const released = [
    { envelope: value(await releaseShare(identity, c1, officer)), by: c1 },
    { envelope: value(await releaseShare(swapped, c2, officer)), by: c2 },
  ]
  assert.equal(reason(await openIdentity(identity, officer, released)), 'too-few-shares')
})

test('three trustees open the escrow; two, or a wrong share, do not', async () => {
  const made = await newEscrow()
  const shares = made.shares.map((share) => fromBase64url(share) ?? new Uint8Array())
  const [a, b, c, d] = shares
  assert.ok(a && b && c && d)
  const officer = party('officer')
  const item = value(await sealItem('x', binding(), [{ id: 'escrow', key: made.publicKey }]))
  const privateKey = value(await combineEscrow([a, c, d], made))
  const escrow = { id: 'escrow', privateKey }
  const [envelope] = item.envelopes as [Envelope]
  const passed = value(await passOn(envelope, item, escrow, officer))
  const again = { ...item, envelopes: [passed] }
  assert.equal(value(await openItem(again, officer, { id: 'escrow', key: made.publicKey }, 'handover')), 'x')
  assert.equal(reason(await combineEscrow([a, b], made)), 'too-few-shares')
  assert.equal(reason(await combineEscrow([a, b, b], made)), 'not-the-escrow')
  assert.equal(reason(await combineEscrow([a, b, bitFlipped(c, 5)], made)), 'not-the-escrow')
})

test('an envelope that was passed on opens only as what it is', async () => {
  const [giver, taker] = ['giver', 'taker'].map(party)
  assert.ok(giver && taker)
  const item = value(await sealItem('x', binding('message'), [giver]))
  const [envelope] = item.envelopes as [Envelope]
  const passed = value(await passOn(envelope, item, giver, taker))
  assert.equal(reason(await openEnvelope(passed, item, taker, giver)), 'does-not-open')
  const handover = { ...item, purpose: 'handover' as const }
  assert.equal(reason(await openEnvelope(passed, handover, taker, giver)), 'opened')
})

test('a wrapped key opens with its passphrase or passkey, for its officer, and not otherwise', async () => {
  const { privateKey } = newKeyPair()
  const wrapped = await wrapByPassphrase('o1', privateKey, 'كلمة السر الطويلة')
  assert.deepEqual(value(await unwrapByPassphrase('o1', wrapped, 'كلمة السر الطويلة')), privateKey)
  assert.equal(reason(await unwrapByPassphrase('o2', wrapped, 'كلمة السر الطويلة')), 'does-not-open')
  assert.equal(reason(await unwrapByPassphrase('o1', wrapped, 'كلمة السر')), 'does-not-open')
  const [prf, wrong] = [newKeyPair().privateKey, newKeyPair().privateKey]
  const passkey = await wrapByPrf('o1', privateKey, prf)
  assert.deepEqual(value(await unwrapByPrf('o1', passkey, prf)), privateKey)
  assert.equal(reason(await unwrapByPrf('o1', passkey, wrong)), 'does-not-open')
  assert.equal(reason(await unwrapByPrf('o1', { ...passkey, wrap: 'passphrase' }, prf)), 'does-not-open')
})
