import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atTheOffice } from '../../../test/kit/sealed-office.ts'
import { aReporter, call } from '../../../test/kit/sealed-reporter.ts'
import { aRoom } from '../../../test/kit/sealed-room.ts'

const POSTS = ['uploads', 'reports', 'visit', 'visit/messages'].map((path) => `/sealed/api/${path}`)
const OFFICE = [
  'invite',
  'invite/passkey',
  'invite/register',
  'sign-in',
  'passkeys',
  'passkeys/remove',
  'passphrase',
]
  .concat(`reports/${'a'.repeat(32)}/steps`, `custody/${'a'.repeat(32)}/give`)
  .map((path) => `/sealed/office/api/${path}`)

test('whatever is sent, the room refuses with a reason and never breaks', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  const office = await atTheOffice(room, room.people.noor)
  const good = await reporter.body()
  const json = fc.jsonValue({ maxDepth: 4 })
  const strange = fc.oneof(
    json,
    fc.record({ challenge: fc.string(), counter: fc.integer() }),
    fc
      .tuple(fc.constantFrom(...Object.keys(good)), json)
      .map(([name, value]) => ({ ...good, [name]: value })),
    fc
      .tuple(fc.constantFrom(...Object.keys(good.item)), json)
      .map(([name, value]) => ({ ...good, item: { ...good.item, [name]: value } })),
  )
  const send = async (path: string, body: unknown) => {
    const answer = await call(room, 'POST', path, body, { cookie: office.cookie() })
    assert.ok(
      answer.status >= 400 && answer.status < 500,
      `${path}: ${answer.status} ${JSON.stringify(body)}`,
    )
    assert.equal(typeof answer.body.refused, 'string')
  }
  await fc.assert(fc.asyncProperty(fc.constantFrom(...POSTS, ...OFFICE), strange, send), { numRuns: 400 })
})

test('bodies that are no JSON, too large, cut short, or of another kind', async (t) => {
  const room = await aRoom(t)
  const raw = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    room.app.request('/sealed/api/reports', { method: 'POST', body, headers: { 'content-type': type } })
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const [body, status] of [
    ['{"a":', 422],
    ['', 422],
    [deep, 422],
    [new Uint8Array([0xff, 0xfe, 0]), 422],
    ['{"__proto__":{"id":"x"}}', 422],
    ['x'.repeat(2 * 1024 * 1024 + 1), 413],
  ] as const)
    assert.equal((await raw(body)).status, status)
  assert.equal((await raw('{}', 'text/plain')).status, 415)
  assert.equal((await raw('{}', 'application/x-www-form-urlencoded')).status, 415)
})

test('a page without script sends a file that is encrypted with age, and nothing that can be read', async (t) => {
  const room = await aRoom(t)
  const send = (content: string) => {
    const form = new FormData()
    form.set('file', new Blob([content]), 'report.age')
    return room.app.request('/sealed/age', { method: 'POST', body: form })
  }
  const taken = await send('age-encryption.org/v1\n-> X25519 abc\n')
  assert.deepEqual([taken.status, taken.headers.get('location')], [303, '/sealed/ar/age-received'])
  const refused = await send('أنا فلان وأبلغ عن مخالفة')
  assert.deepEqual([refused.status, refused.headers.get('location')], [303, '/sealed/ar/age-refused'])
  const noor = await atTheOffice(room, room.people.noor)
  const [report] = (await noor.get('reports')).body.reports
  assert.equal(report.kind, 'age')
  const file = await noor.get(`reports/${report.id}/age`)
  assert.equal(file.text, 'age-encryption.org/v1\n-> X25519 abc\n')
  assert.equal((await noor.step(report.id, 'acknowledge')).body.report.stage, 'acknowledged')
})

test('reporters get no cookie, and no answer may be kept or framed', async (t) => {
  const room = await aRoom(t)
  for (const path of [
    '/sealed/api/rosters',
    '/sealed/api/texts',
    '/sealed/statistics.json',
    '/sealed/nothing',
  ]) {
    const { headers } = await call(room, 'GET', path)
    assert.equal(headers.get('set-cookie'), null)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/)
  }
})
