import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, checkDigit } from '#kernel'
import { OUTCOMES, TYPES } from '../stages.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { checkReceipt } from './check-receipt.ts'
import { COMPACT, fromCompact, toCompact } from './compact.ts'
import { readStatement } from './receipt.ts'
import { keyId, rawPublicKey, signed } from './signing.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const raw = rawPublicKey(privateKey)
const key = { id: keyId(raw), privateKey }
const keys = new Map([[key.id, raw]])

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => Buffer.from(b).toString('hex'))
const moment = fc
  .bigInt({ min: 0n, max: 4_000_000_000_000_000n })
  .map((micros) => Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toString())
const reference = fc
  .integer({ min: 0, max: 9_999_999_999 })
  .map((number) => String(number).padStart(10, '0'))
  .map((body) => body + checkDigit(body))
const common = {
  kind: fc.constant('sawt-receipt-1' as const),
  service: fc.webUrl({ size: 'small' }).map((url) => url.slice(0, 100)),
  reference,
  type: fc.constantFrom(...TYPES),
  submittedAt: moment,
  answerBy: moment,
  event: hex(32),
  words: hex(32),
  key: fc.constant(key.id),
}
const statement = fc.oneof(
  fc.record({ ...common, moment: fc.constant('submitted' as const) }),
  fc.record({
    ...common,
    moment: fc.constant('answered' as const),
    answeredAt: moment,
    outcome: fc.constantFrom(...OUTCOMES),
    answer: hex(32),
  }),
)

test('base 32 gives every content back, and has one text for it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase32(Buffer.from(bytes))
      assert.deepEqual(fromBase32(text), Buffer.from(bytes))
      assert.match(text, /^[A-Z2-7]*$/)
    }),
  )
  assert.equal(toBase32(Buffer.from('foobar')), 'MZXW6YTBOI')
  assert.equal(fromBase32('MZXW6YTBOJ'), undefined)
})

test('the letters of a QR code become the signed text again, letter by letter', () => {
  fc.assert(
    fc.property(statement, (content) => {
      const made = signed(key, content)
      assert.deepEqual(fromCompact(toCompact(made)), made)
      assert.deepEqual(readStatement(made.signed), { ...content })
    }),
  )
})

test('a receipt changed in any field is refused, as a file and as letters', () => {
  fc.assert(
    fc.property(statement, statement, (content, other) => {
      const made = signed(key, content)
      for (const field of Object.keys(content) as (keyof typeof content)[]) {
        const forged = { ...content, [field]: other[field] }
        if (canonicalJson(forged) === canonicalJson(content)) continue
        const text = JSON.stringify({
          format: 'sawt-receipt-1',
          ...made,
          signed: canonicalJson(forged),
          publicKey: raw.toString('hex'),
        })
        assert.equal(checkReceipt(text, keys).ok, false, field)
      }
    }),
  )
})

test('one wrong letter of a QR code, anywhere, is noticed', () => {
  const made = signed(key, fc.sample(statement, { numRuns: 1, seed: 7 })[0] as object)
  const letters = toCompact(made)
  assert.equal(checkReceipt(letters, keys).ok, true)
  for (let at = COMPACT.length; at < letters.length; at++) {
    const wrong = letters.slice(0, at) + (letters[at] === 'A' ? 'B' : 'A') + letters.slice(at + 1)
    assert.equal(checkReceipt(wrong, keys).ok, false, `letter ${at}`)
  }
})

test('signed by somebody else, or for something else, is no receipt', () => {
  const content = fc.sample(statement, { numRuns: 1, seed: 9 })[0] as object
  const theirs = generateKeyPairSync('ed25519').privateKey
  const as = (made: object) =>
    JSON.stringify({ format: 'sawt-receipt-1', publicKey: raw.toString('hex'), ...made })
  const reason = (text: string) => {
    const checked = checkReceipt(text, keys)
    return checked.ok ? 'genuine' : checked.reason
  }
  assert.equal(reason(as(signed(key, content))), 'genuine')
  assert.equal(reason(as(signed({ id: key.id, privateKey: theirs }, content))), 'wrong-signature')
  assert.equal(reason(as(signed(key, { ...content, key: '0'.repeat(16) }))), 'unknown-key')
  assert.equal(reason(as(signed(key, { kind: 'sawt-head-1' }))), 'not-a-receipt')
  const made = signed(key, content)
  // The same content written otherwise would be a second text for one statement.
  assert.equal(reason(as({ ...made, signed: ` ${made.signed}` })), 'not-a-receipt')
  assert.equal(reason(randomBytes(300).toString('latin1')), 'not-a-receipt')
})
