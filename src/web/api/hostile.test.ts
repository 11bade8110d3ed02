import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STEPS } from '#cases'
import { sql } from '#platform'
import { aProgram, type Program } from '../../../test/kit/program.ts'
import { aPothole, submitted } from '../../../test/kit/situations.ts'
import { HARMLESS } from '../forms/nasty-texts.ts'
import { STEP_INPUT } from './shapes/steps.ts'

/** Everything that a request could have changed. */
const everything = ({ country }: Program) =>
  country.db.row(sql`
    select (select count(*) from cases) as cases, (select count(*) from case_events) as events,
           (select count(*) from case_words) as words, (select count(*) from requesters) as requesters,
           (select count(*) from idempotency_keys) as keys, (select count(*) from promised_actions) as actions`)

/** Bodies that are refused whatever the address; texts are sent as they are. */
const NO_BODY: Record<string, [unknown, number]> = {
  nothing: ['', 400],
  'half an object': ['{"type":', 400],
  'a number': ['7', 400],
  null: ['null', 400],
  'a list': ['[]', 400],
  'a text': ['"x"', 400],
  'two objects': ['{}{}', 400],
  'a comment': ['{/* x */}', 400],
  NaN: ['{"text": NaN}', 400],
  'ten thousand lists': ['['.repeat(10_000) + ']'.repeat(10_000), 400],
  'ten thousand objects': [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
  'a name twice': ['{"type":"complaint","type":"praise","text":"x"}', 400],
  'a name twice, once in escapes': ['{"text":"x","\\u0074ext":"y"}', 400],
  'a name twice, inside': ['{"place":{"lat":1,"lat":2}}', 400],
  'ten megabytes': [`{"text":"${'x'.repeat(10_000_000)}"}`, 413],
}

const POSTS = ['/cases', '/cases/lookup', '/cases/lookup/steps', '/suggest'] as const

test('what is no JSON object is refused everywhere with the status that says so, and changes nothing', async (t) => {
  const program = await aProgram(t)
  const { id } = await submitted(program.country)
  const token = await program.tokenOf('reviewer')
  const before = await everything(program)
  for (const [name, [body, status]] of Object.entries(NO_BODY))
    for (const address of [...POSTS, `/desk/cases/${id}/steps`]) {
      const said = await program.ask('POST', address, {
        body,
        token: address.startsWith('/desk') ? token : undefined,
        headers: { 'content-type': 'application/json' },
      })
      assert.equal(said.status, status, `${name} ${address}`)
    }
  assert.deepEqual(await everything(program), before)
})

test('bytes that are not UTF-8 are refused', async (t) => {
  const { app } = await aProgram(t)
  const response = await app.request('/api/v1/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  })
  assert.equal(response.status, 400)
})

test('only JSON is taken, in UTF-8 and not compressed', async (t) => {
  const program = await aProgram(t)
  const as = async (headers: Record<string, string>) =>
    (await program.ask('POST', '/cases', { body: aPothole, headers })).status
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
    'application/json; charset=utf-16',
    '',
  ])
    assert.equal(await as({ 'content-type': type }), 415, type)
  assert.equal(await as({ 'content-encoding': 'gzip' }), 415)
  for (const type of ['application/json;charset=UTF-8', 'APPLICATION/JSON', 'application/merge-patch+json'])
    assert.equal(await as({ 'content-type': type }), 201, type)
})

const WRONG_FIELDS: Record<string, [object | string, string[]]> = {
  'no type': [{ text: 'x' }, ['type']],
  'no text': [{ type: 'complaint' }, ['text']],
  'only spaces': [{ type: 'complaint', text: ' \n ' }, ['text']],
  'a type nobody knows': [{ type: 'revenge', text: 'x' }, ['type']],
  'a number for a text': [{ type: 'complaint', text: 7 }, ['text']],
  'a list for a text': [{ type: 'complaint', text: ['x'] }, ['text']],
  'a text that is too long': [{ type: 'complaint', text: 'x'.repeat(10_001) }, ['text']],
  'unknown fields': [
    { ...aPothole, stage: 'closed', place: { lat: 1, lon: 1, street: 'x' } },
    ['stage', 'place.street'],
  ],
  'ids that nobody has': [{ ...aPothole, entity: 'nowhere' }, ['entity']],
  'names that every object has, for ids': [{ ...aPothole, category: '__proto__' }, ['category']],
  'a place beyond the pole': [{ ...aPothole, place: { lat: 91, lon: 0 } }, ['place.lat']],
  'a place in words': [{ ...aPothole, place: 'here' }, ['place']],
  'an infinite place': ['{"type":"complaint","text":"x","place":{"lat":1e999,"lon":0}}', ['place.lat']],
  'an address that is none': [{ ...aPothole, requester: { email: 'x' } }, ['requester.email']],
  NUL: [{ type: 'complaint', text: 'a\u0000b' }, ['text']],
  'half a sign': ['{"type":"complaint","text":"a\\ud800"}', ['text']],
  'half a sign, deep inside': [
    '{"type":"complaint","text":"a","requester":{"name":"\\udc00"}}',
    ['requester.name'],
  ],
  'half a sign for a name': ['{"type":"complaint","text":"a","\\ud800":1}', ['\ufffd']],
  'a prototype': ['{"type":"complaint","text":"a","__proto__":{"channel":"phone"}}', ['__proto__']],
  'a constructor': ['{"type":"complaint","text":"a","constructor":{"prototype":{"x":1}}}', ['constructor']],
  'an empty name': [{ ...aPothole, '': 1 }, ['']],
}

test('wrong fields are refused by their names, with a sentence each, and change nothing', async (t) => {
  const program = await aProgram(t)
  const before = await everything(program)
  for (const [name, [body, fields]] of Object.entries(WRONG_FIELDS)) {
    const said = await program.post('/cases', body)
    assert.equal(said.status, 422, name)
    assert.deepEqual(Object.keys(said.body.errors).sort(), [...fields].sort(), name)
    for (const { message } of Object.values<{ message: string }>(said.body.errors))
      assert.match(message, /^[A-Z].*\.$/, name)
  }
  assert.deepEqual(await everything(program), before)
})

test('whatever people write comes back letter by letter', async (t) => {
  const program = await aProgram(t)
  for (const [name, text] of Object.entries(HARMLESS)) {
    if (text.trim() === '' || text.length > 10_000) continue
    const { status, body } = await program.post('/cases', { type: 'complaint', text })
    assert.equal(status, 201, name)
    const { reference, pin } = body
    const seen = await program.post('/cases/lookup', { reference, pin })
    assert.equal(seen.body.text, text.trim(), name)
    assert.equal((await program.post('/suggest', { text })).status, 200, name)
  }
})

/** Values of every kind, for every field of every step. Names of no field are sent along. */
const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '\u0000',
  '\ud800',
  'x'.repeat(20_000),
  [],
  [[]],
  {},
  { toString: 1, valueOf: 1 },
  [{ toString: null }],
  '٢٠٢٦-١٣-٤٥',
  '9999-12-31',
  '__proto__',
]

test('no value in any field of any step breaks anything', async (t) => {
  const program = await aProgram(t)
  const token = await program.tokenOf('reviewer')
  const { id } = await submitted(program.country)
  const { reference, pin } = (await program.post('/cases', aPothole)).body
  for (const step of [...Object.keys(STEPS), 'toString', 'nothing'])
    for (const value of VALUES) {
      const fields = ['nothing', ...Object.keys(STEP_INPUT[step] ?? {})]
      const all = Object.fromEntries(fields.map((field) => [field, value]))
      for (const input of [all, ...fields.map((field) => ({ [field]: value }))]) {
        const said = await program.post(`/desk/cases/${id}/steps`, { step, ...input }, token)
        assert.ok(said.status < 500, `${step} ${said.text}`)
      }
      const own = await program.post('/cases/lookup/steps', { ...all, reference, pin, step })
      assert.ok(own.status >= 400 && own.status < 500, `${step} ${own.text}`)
    }
})

test('a refusal is never larger than a page, whatever was sent', async (t) => {
  const program = await aProgram(t)
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`field-${n}`, 1]))
  const { status, text } = await program.post('/cases', { ...aPothole, ...many, ['x'.repeat(50_000)]: 1 })
  assert.equal(status, 422)
  assert.ok(text.length < 20_000, String(text.length))
})
