import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test('codes are those of RFC 6238', () => {
  assert.equal(totpCode(SECRET, at(59)), '287082')
  assert.equal(totpCode(SECRET, at(1111111109)), '081804')
  assert.equal(totpCode(SECRET, at(20000000000)), '353130')
})

test('a code counts half a minute early or late, and not longer', () => {
  const code = totpCode(SECRET, at(1200))
  assert.equal(totpStep(SECRET, code, at(1200)), 40)
  assert.equal(totpStep(SECRET, code, at(1200 - 30)), 40)
  assert.equal(totpStep(SECRET, code, at(1200 + 59)), 40)
  assert.equal(totpStep(SECRET, code, at(1200 + 60)), undefined)
  assert.equal(totpStep(SECRET, code, at(1200 - 31)), undefined)
})

test('Arabic digits and spaces are the same code; anything else is none', () => {
  assert.equal(totpStep(SECRET, '٢٨٧ ٠٨٢', at(59)), 1)
  for (const typed of ['', '28708', '2870822', 'abcdef', '-28708', '28.082'])
    assert.equal(totpStep(SECRET, typed, at(59)), undefined)
})

test('an authenticator app is told who the code is for', () => {
  const uri = new URL(totpUri(newTotpSecret(), 'huda@works.example'))
  assert.equal(uri.protocol, 'otpauth:')
  assert.equal(uri.searchParams.get('issuer'), 'Sawt')
  assert.match(uri.searchParams.get('secret') ?? '', /^[A-Z2-7]{32}$/)
})
