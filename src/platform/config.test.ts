import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CannotStart } from './cannot-start.ts'
import { readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'sawt-config-'))
after(() => rmSync(folder, { recursive: true }))

const read = (environment: Record<string, string> = {}) => readConfig({ DATA_DIR: folder, ...environment })

const refusal = (environment: Record<string, string>) => {
  try {
    read(environment)
  } catch (error) {
    assert.ok(error instanceof CannotStart)
    return error.message
  }
  return assert.fail('this should not have been accepted')
}

test('without any setting Sawt is a demonstration on port 8080', () => {
  const config = read()
  assert.equal(config.port, 8080)
  assert.equal(config.publicUrl, 'http://localhost:8080')
  assert.equal(config.demonstration, true)
  assert.equal(config.country, 'bahrain')
  assert.ok(!('databaseUrl' in config))
})

test('with a database of its own it is no demonstration, unless it is asked to be one', () => {
  const DATABASE_URL = 'postgres://sawt@localhost/sawt'
  assert.equal(read({ DATABASE_URL }).demonstration, false)
  assert.equal(read({ DATABASE_URL, SAWT_DEMONSTRATION: '1' }).demonstration, true)
  assert.equal(read({ SAWT_DEMONSTRATION: '0' }).demonstration, false)
})

test('a wrong setting is named with its remedy, and all of them at once', () => {
  assert.match(refusal({ PORT: '80 80' }), /^PORT must be a number/)
  assert.match(refusal({ PORT: '70000' }), /^PORT must be a number/)
  assert.match(refusal({ DATABASE_URL: 'mysql://x' }), /^DATABASE_URL must be an address like postgres:/)
  assert.match(refusal({ SAWT_COUNTRY: 'atlantis' }), /^SAWT_COUNTRY must be one of: bahrain, jordan\.$/)
  assert.match(refusal({ SAWT_SECRET: 'short' }), /openssl rand/)
  assert.match(refusal({ OIDC_ISSUER: 'https://id.example' }), /set all three or none/)
  assert.deepEqual(refusal({ PORT: 'x', LOG_LEVEL: 'loud' }).split('\n').length, 2)
})

test('a setting that is there but empty counts as not set', () => {
  assert.equal(read({ PORT: '', SMTP_URL: ' ' }).port, 8080)
})

test('the secret is made once, kept from others, and the same after a restart', () => {
  const { secret } = read()
  assert.ok(Buffer.from(secret, 'base64url').length >= 32)
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600)
  assert.equal(read().secret, secret)
  assert.equal(readFileSync(join(folder, 'secret'), 'utf8').trim(), secret)
})

test('a damaged secret is never replaced silently', () => {
  const other = mkdtempSync(join(tmpdir(), 'sawt-config-'))
  writeFileSync(join(other, 'secret'), '')
  assert.match(refusal({ DATA_DIR: other }), /secret is damaged/)
  rmSync(other, { recursive: true })
})
