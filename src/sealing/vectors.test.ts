import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Aes128Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519'
import { aesOpen, combineShares, Hpke, publicOf } from './independent.examples.ts'
import {
  base64url,
  bytes,
  combineEscrow,
  findWork,
  fromBase64url,
  hex,
  type Item,
  keyFingerprint,
  keysFromReceipt,
  LABELS,
  makeReceipt,
  meetsWork,
  newEscrow,
  openEnvelope,
  openFile,
  openItem,
  receiptGroups,
  type SealedFile,
  sealEnvelope,
  sealFile,
  sealIdentity,
  sha256,
  trustRosters,
  unwrapByPrf,
  utf8,
  wrapByPassphrase,
} from './index.ts'
import { makeVectors } from './vectors.examples.ts'

const FILE = join(import.meta.dirname, '../../docs/sealed-room/vectors.json')
if (process.env.UPDATE_VECTORS) writeFileSync(FILE, `${JSON.stringify(makeVectors(), null, 1)}\n`)
const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof makeVectors>
const fromHex = (text: string) => Buffer.from(text, 'hex')
const value = <Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** RFC 9180, appendix A.1.1, and the same suite with AES-256-GCM as BoringSSL and Tink publish it. */
const PUBLISHED = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  data: '436f756e742d30',
  content: '4265617574792069732074727574682c20747275746820626561757479',
  aes128: {
    ephemeral: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
    recipient: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
    enc: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
    sealed: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  },
  aes256: {
    ephemeral: '28e212563a8b6f068af7ff17400ff1baf23612b7a738bbaf5dfb321b2b5b431a',
    recipientPublic: 'ac66bae9ffa270cf4a89ed9f274e30c0456babae2572aaaf002ff0d8884ab018',
    sealed: '23ded2d5d90ea89d975dac4792b297240f194952d7421aacbff0474100052b6bb8aa58d18ef6c42b6960e2e28f',
  },
}

test('the committed vectors are what the second implementation makes', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(makeVectors())), vectors)
})

test('the second implementation speaks HPKE as RFC 9180 and other libraries do', async () => {
  const [info, data, content] = [PUBLISHED.info, PUBLISHED.data, PUBLISHED.content].map(fromHex)
  assert.ok(info && data && content)
  const { aes128, aes256 } = PUBLISHED
  const small = new Hpke(128).seal(
    publicOf(fromHex(aes128.recipient)),
    fromHex(aes128.ephemeral),
    info,
    data,
    content,
  )
  assert.deepEqual(
    { enc: small.enc.toString('hex'), sealed: small.sealed.toString('hex') },
    { enc: aes128.enc, sealed: aes128.sealed },
  )
  const large = new Hpke().seal(
    fromHex(aes256.recipientPublic),
    fromHex(aes256.ephemeral),
    info,
    data,
    content,
  )
  assert.equal(large.sealed.toString('hex'), aes256.sealed)
})

test('our library opens the vector of RFC 9180', async () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  })
  const recipientKey = await suite.kem.importKey(
    'raw',
    bytes(fromHex(PUBLISHED.aes128.recipient)).buffer,
    false,
  )
  const opened = await suite.open(
    { recipientKey, enc: bytes(fromHex(PUBLISHED.aes128.enc)), info: bytes(fromHex(PUBLISHED.info)) },
    bytes(fromHex(PUBLISHED.aes128.sealed)),
    bytes(fromHex(PUBLISHED.data)),
  )
  assert.equal(hex(bytes(opened)), PUBLISHED.content)
})

test('a receipt has the check digits and makes the keys of the vector', async () => {
  const { digits, groups, ...keys } = vectors.receipt
  assert.equal(makeReceipt([...digits.slice(0, 26)].map(Number)), digits)
  assert.deepEqual(receiptGroups(digits), groups)
  const made = await keysFromReceipt(digits)
  assert.deepEqual(
    {
      access: hex(fromBase64url(made.access) ?? new Uint8Array()),
      accessHash: hex(fromBase64url(made.accessHash) ?? new Uint8Array()),
      replyPrivate: hex(made.replyPrivate),
      replyPublic: hex(fromBase64url(made.replyPublic) ?? new Uint8Array()),
    },
    keys,
  )
})

for (const vector of vectors.envelopes)
  test(`an envelope of the other implementation opens here, and ours there (${vector.mode})`, async () => {
    const { envelope, itemKey, recipientPublic } = vector
    const binding = vector.binding as Item
    const holder = { id: 'officer-2', privateKey: fromHex(vector.recipientPrivate) }
    const from = vector.senderPublic ? { id: 'officer-1', key: vector.senderPublic } : undefined
    assert.equal(hex(value(await openEnvelope(envelope, binding, holder, from))), itemKey)

    const senderPrivate = (await import('./independent.examples.ts')).hash(Buffer.from('sender'))
    const by = from && { id: from.id, privateKey: senderPrivate }
    const ours = await sealEnvelope(fromHex(itemKey), binding, { id: 'officer-2', key: recipientPublic }, by)
    const opened = new Hpke().open(
      fromHex(vector.recipientPrivate),
      Buffer.from(ours.enc, 'base64url'),
      Buffer.from(LABELS.envelope),
      Buffer.from(vector.associatedData),
      Buffer.from(ours.sealed, 'base64url'),
      from && Buffer.from(from.key, 'base64url'),
    )
    assert.equal(opened.toString('hex'), itemKey)
  })

test('an item of the other implementation opens here', async () => {
  const { report } = vectors.file
  const holder = { id: 'officer-2', privateKey: fromHex(vectors.envelopes[0]?.recipientPrivate ?? '') }
  const binding = JSON.parse(vectors.item.associatedData)
  const key = vectors.envelopes[0]?.recipientPublic ?? ''
  const envelope = await sealEnvelope(fromHex(vectors.item.key), binding, { id: 'officer-2', key })
  const item: Item = {
    ...binding,
    report,
    nonce: vectors.item.nonce,
    body: vectors.item.body,
    envelopes: [envelope],
  }
  assert.deepEqual(value(await openItem(item, holder)), vectors.item.content)
})

test('a file is cut and sealed as the other implementation does, and opens', async () => {
  const { id, report, size, key, sealedChunksSha256 } = vectors.file
  const file: SealedFile = { id, name: 'x', type: '', size, chunks: 3, key, cleaned: false }
  const content = Uint8Array.from({ length: size }, (_, at) => at % 251)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of sealFile(report, file, new Blob([content]))) chunks.push(chunk)
  assert.deepEqual(
    await Promise.all(chunks.map(async (chunk) => hex(await sha256(chunk)))),
    sealedChunksSha256,
  )
  assert.deepEqual(Buffer.concat(value(await openFile(report, file, chunks))), Buffer.from(content))
})

test('rosters signed by the other implementation are trusted', () => {
  const { authority, fingerprint, chain } = vectors.roster
  const key = fromBase64url(authority) ?? new Uint8Array()
  assert.deepEqual(
    value(trustRosters(chain, key)).map(({ hash }) => hash),
    chain.map(({ hash }) => hash),
  )
  assert.equal(keyFingerprint(key), fingerprint)
})

test('shares made by hand make the escrow again, and our shares are understood by hand', async () => {
  const { shares, commitment, publicKey, privateKey } = vectors.escrow
  const three = [4, 0, 2].map((at) => fromHex(shares[at] ?? ''))
  assert.equal(hex(value(await combineEscrow(three, { commitment, publicKey }))), privateKey)
  const ours = await newEscrow()
  const key = combineShares(ours.shares.slice(1, 4).map((share) => Buffer.from(share, 'base64url')))
  assert.equal(base64url(await sha256(bytes(key))), ours.commitment)
  assert.equal(publicOf(key).toString('base64url'), ours.publicKey)
})

test('an identity sealed here is put together by hand from two custodians', async () => {
  const { custodians } = JSON.parse(vectors.roster.chain[0]?.document ?? '')
  const { report } = vectors.file
  const identity = value(
    await sealIdentity({ kind: 'identity', name: 'سلمى', contact: '', remarks: '' }, report, custodians),
  )
  const { hash } = await import('./independent.examples.ts')
  const shares = identity.envelopes.slice(1).map(({ recipient, enc, sealed, suite }) => {
    const data = `{"item":"${identity.item}","purpose":"identity-share","recipient":"${recipient}","report":"${report}","suite":"${suite}","v":1}`
    const [one, other] = [enc, sealed].map((text) => Buffer.from(text, 'base64url'))
    assert.ok(one && other)
    return new Hpke().open(
      hash(Buffer.from(recipient)),
      one,
      Buffer.from(LABELS.envelope),
      Buffer.from(data),
      other,
    )
  })
  const key = combineShares(shares)
  assert.equal(hash(key).toString('base64url'), identity.commitment)
  assert.equal(
    combineShares(vectors.identity.shares.slice(0, 2).map(fromHex)).toString('hex'),
    vectors.identity.key,
  )
})

test('a key wrapped by a passkey elsewhere opens here', async () => {
  const { officer, privateKey, prf, wrap } = vectors.wraps
  const opened = await unwrapByPrf(officer, { ...wrap, v: 1, wrap: 'prf' }, bytes(fromHex(prf)))
  assert.equal(hex(value(opened)), privateKey)
})

test('a key wrapped by a passphrase here opens with the Argon2id and AES of node:crypto', async () => {
  const privateKey = bytes(fromHex(vectors.wraps.privateKey))
  const done: number[] = []
  const wrapped = await wrapByPassphrase('o1', privateKey, 'ستّ كلمات لا يعرفها أحد', (part) =>
    done.push(part),
  )
  const key = argon2Sync('argon2id', {
    message: Buffer.from('ستّ كلمات لا يعرفها أحد'.normalize('NFKC')),
    nonce: Buffer.from(wrapped.salt ?? '', 'base64url'),
    parallelism: 1,
    tagLength: 32,
    memory: 65536,
    passes: 3,
  })
  const [nonce, sealed] = [wrapped.nonce, wrapped.sealed].map((text) => Buffer.from(text, 'base64url'))
  assert.ok(nonce && sealed)
  const data = Buffer.from('{"officer":"o1","v":1,"wrap":"passphrase"}')
  assert.equal(aesOpen(key, nonce, data, sealed).toString('hex'), vectors.wraps.privateKey)
  assert.ok(done.length > 1 && done.at(-1) === 1, 'the page is told how far it is')
})

test('work found here counts there', async () => {
  const { challenge, bits, counter } = vectors.work
  assert.ok(meetsWork(challenge, counter, bits))
  assert.equal(await findWork({ challenge, bits }), counter)
  assert.ok(!meetsWork(challenge, counter + 1, bits))
  assert.equal(hex(await sha256(utf8(`${challenge}:${counter}`))), vectors.work.hash)
})
