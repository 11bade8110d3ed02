import {
  aesSeal,
  checkDigits97,
  combineShares,
  ed25519Public,
  Hpke,
  hash,
  hkdf,
  publicOf,
  receiptKeys,
  signWith,
  sortedJson,
  splitInto,
} from './independent.examples.ts'

/** Test vectors for every step, from fixed inputs, by the second implementation. `docs/sealed-room/vectors.json`. */
export function makeVectors() {
  return {
    about:
      'Test vectors of sawt-sealed/v1 (docs/sealed-room/protocol.md), made over node:crypto alone; hex unless the protocol says base64url.',
    receipt: receipt(),
    envelopes: [envelope('base'), envelope('auth')],
    item: item(),
    file: file(),
    roster: roster(),
    identity: identity(),
    escrow: escrow(),
    wraps: wraps(),
    work: work(),
  }
}

/** Fixed bytes that look random: SHA-256 of a name. */
const fixed = (name: string, length = 32): Buffer => hash(Buffer.from(name)).subarray(0, length)
const REPORT = fixed('report', 16).toString('hex')
const ITEM = fixed('item', 16).toString('hex')
const url = (bytes: Buffer): string => bytes.toString('base64url')

function receipt() {
  const digits = '31415926535897932384626433'
  const whole = digits + checkDigits97(digits)
  const { access, accessHash, reply, replyPublic } = receiptKeys(whole)
  return {
    digits: whole,
    groups: whole.match(/\d{4}/g),
    access: access.toString('hex'),
    accessHash: accessHash.toString('hex'),
    replyPrivate: reply.toString('hex'),
    replyPublic: replyPublic.toString('hex'),
  }
}

function envelope(mode: 'base' | 'auth') {
  const [recipient, ephemeral, sender] = [fixed('recipient'), fixed('ephemeral'), fixed('sender')]
  const by = mode === 'auth' ? 'officer-1' : undefined
  const binding = { report: REPORT, purpose: by ? 'message' : 'report', item: by ? ITEM : REPORT }
  const data = sortedJson({
    v: 1,
    suite: 'X25519-SHA256-AES256GCM',
    ...binding,
    recipient: 'officer-2',
    by,
  })
  const { enc, sealed } = new Hpke().seal(
    publicOf(recipient),
    ephemeral,
    Buffer.from('sawt-sealed/v1/envelope'),
    Buffer.from(data),
    fixed('item key'),
    by ? sender : undefined,
  )
  return {
    mode,
    recipientPrivate: recipient.toString('hex'),
    recipientPublic: url(publicOf(recipient)),
    ...(by && { senderPublic: url(publicOf(sender)) }),
    binding,
    associatedData: data,
    itemKey: fixed('item key').toString('hex'),
    envelope: {
      suite: 'X25519-SHA256-AES256GCM',
      recipient: 'officer-2',
      enc: url(enc),
      sealed: url(sealed),
      ...(by && { by }),
    },
  }
}

function item() {
  const content = { kind: 'message', text: 'رأيت المخالفة بعيني.', files: [] }
  const text = Buffer.from(sortedJson(content))
  const padded = Buffer.concat([text, Buffer.from([0x80]), Buffer.alloc(4096 - text.length - 1)])
  const data = sortedJson({ v: 1, report: REPORT, purpose: 'message', item: ITEM })
  const nonce = fixed('nonce', 12)
  return {
    content,
    key: fixed('item key').toString('hex'),
    associatedData: data,
    nonce: url(nonce),
    body: url(aesSeal(fixed('item key'), nonce, Buffer.from(data), padded)),
  }
}

/** Three chunks: two and a half MiB of bytes that count. The sealed chunks are given by their SHA-256. */
function file() {
  const [size, mebibyte] = [2.5 * 2 ** 20, 2 ** 20]
  const content = Buffer.alloc(3 * mebibyte)
  for (let at = 0; at < size; at++) content[at] = at % 251
  const id = fixed('file', 16).toString('hex')
  const chunks = [0, 1, 2].map((index) => {
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(index, 8)
    const data = sortedJson({ v: 1, report: REPORT, file: id, index, last: index === 2 })
    const piece = content.subarray(index * mebibyte, (index + 1) * mebibyte)
    return hash(aesSeal(fixed('file key'), nonce, Buffer.from(data), piece)).toString('hex')
  })
  return { id, report: REPORT, size, key: url(fixed('file key')), sealedChunksSha256: chunks }
}

function roster() {
  const authority = fixed('authority')
  const person = (id: string) => ({ id, name: { ar: `موظف ${id}`, en: `Officer ${id}` } })
  const first = {
    v: 1,
    serial: 1,
    issued: '2026-11-01',
    previous: null as string | null,
    officers: ['o1', 'o2', 'o3'].map((id) => ({
      ...person(id),
      office: id === 'o3' ? 'audit' : 'integrity',
      body: id === 'o2' ? 'works' : null,
      conflicts: [] as string[],
      key: url(publicOf(fixed(id))),
    })),
    custodians: ['c1', 'c2', 'c3'].map((id) => ({
      ...person(id),
      body: `body-${id}`,
      key: url(publicOf(fixed(id))),
    })),
    escrow: {
      key: url(publicOf(fixed('escrow'))),
      commitment: url(hash(fixed('escrow'))),
      threshold: 3,
      of: 5,
    },
    bodies: [{ id: 'works', name: { ar: 'وزارة الأشغال', en: 'Ministry of Works' } }],
    age: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  }
  const signed = (document: string) => {
    const text = Buffer.from(`sawt-sealed/v1/roster\n${document}`)
    return { document, signature: url(signWith(authority, text)), hash: hash(text).toString('hex') }
  }
  const one = signed(sortedJson(first))
  const two = signed(sortedJson({ ...first, serial: 2, issued: '2026-11-15', previous: one.hash }))
  const publicKey = ed25519Public(authority)
  const fingerprint = hash(publicKey).toString('hex').match(/.{4}/g)?.join(' ')
  return {
    authorityPrivate: authority.toString('hex'),
    authority: url(publicKey),
    fingerprint,
    chain: [one, two],
  }
}

function identity() {
  const key = fixed('identity key')
  const shares = splitInto(key, [7, 90, 201], [fixed('slope')])
  return {
    key: key.toString('hex'),
    commitment: url(hash(key)),
    shares: shares.map((share) => share.toString('hex')),
    anyTwo: combineShares(shares.slice(1)).toString('hex'),
  }
}

function escrow() {
  const key = fixed('escrow')
  const shares = splitInto(key, [3, 77, 130, 200, 255], [fixed('first'), fixed('second')])
  return {
    privateKey: key.toString('hex'),
    publicKey: url(publicOf(key)),
    commitment: url(hash(key)),
    shares: shares.map((share) => share.toString('hex')),
  }
}

function wraps() {
  const data = Buffer.from(sortedJson({ v: 1, officer: 'o1', wrap: 'prf' }))
  const nonce = fixed('wrap nonce', 12)
  const key = hkdf(fixed('prf'), 'sawt-sealed/v1/prf-wrap')
  return {
    officer: 'o1',
    privateKey: fixed('o1').toString('hex'),
    prf: fixed('prf').toString('hex'),
    wrap: { v: 1, wrap: 'prf', nonce: url(nonce), sealed: url(aesSeal(key, nonce, data, fixed('o1'))) },
  }
}

function work() {
  const challenge = 'a-challenge'
  for (let counter = 0; ; counter++) {
    const found = hash(Buffer.from(`${challenge}:${counter}`))
    if (found.readUInt16BE(0) >> 4 === 0) return { challenge, bits: 12, counter, hash: found.toString('hex') }
  }
}
