import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { serve } from '@hono/node-server'
import fc from 'fast-check'
import { Hono } from 'hono'
import type { Files } from '#platform'
import { openFiles } from '#platform'
import { HARMLESS, NASTY } from './nasty-texts.ts'
import { type FormLimits, readForm } from './read-form.ts'

let dir = ''
let files: Files
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sawt-forms-'))
  files = openFiles({ dir })
})
after(() => rm(dir, { recursive: true }))

const onDisk = async () =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

type Bytes = Buffer<ArrayBuffer>

/** What a page would learn of a post. */
interface Learned {
  ok: boolean
  reason?: string
  typed?: [string, string][]
  fields?: [string, string][]
  files?: [field: string, names: string[]][]
  refusals?: { field: string; reason: string; file?: string }[]
}

function aService(limits: FormLimits = {}) {
  const app = new Hono()
  app.post('/', async (c) => {
    const form = await readForm(c, { unprotected: true, ...limits })
    if (!form.ok) return c.json({ ok: false, reason: form.reason, typed: form.typed })
    const { fields, refusals } = form.value
    const names = form.value.files.map(({ field, stored }) => [field, stored.map(({ name }) => name)])
    return c.json({ ok: true, fields, files: names, refusals })
  })
  return app
}

async function post(
  body: BodyInit,
  headers: Record<string, string> = {},
  limits?: FormLimits,
): Promise<Learned> {
  const answer = await aService(limits).request('/', { method: 'POST', body, headers })
  assert.equal(answer.status, 200, 'never an exception')
  return answer.json() as Promise<Learned>
}

const OURS = { 'sec-fetch-site': 'same-origin' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded', ...OURS }
const PARTS = { 'content-type': 'multipart/form-data; boundary=b', ...OURS }

const asParts = (fields: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('what was typed arrives to the letter, both ways', () => {
  for (const [what, text] of Object.entries(HARMLESS)) {
    test(what, async () => {
      for (const body of [new URLSearchParams({ text }), asParts({ text })]) {
        assert.deepEqual((await post(body)).fields, [['text', text]])
      }
    })
  }

  test('in the order of the form, with every value of a name', async () => {
    const { fields } = await post('b=1&a=2&b=3&c=&d&=nameless&&%D9%85=4', FORM)
    assert.deepEqual(fields?.slice(0, 4), [
      ['b', '1'],
      ['a', '2'],
      ['b', '3'],
      ['c', ''],
    ])
    assert.deepEqual(fields?.at(-1), ['م', '4'])
  })
})

describe('a text that cannot be kept is refused beside its field, and the rest is kept', () => {
  for (const [what, [text, reason]] of Object.entries(NASTY)) {
    // What is not well formed cannot travel as UTF-8: the browser itself mends it.
    if (reason !== 'has-control-characters') continue
    test(what, async () => {
      for (const body of [new URLSearchParams({ text, other: 'x' }), asParts({ text, other: 'x' })]) {
        const { ok, fields, refusals } = await post(body)
        assert.equal(ok, true)
        assert.deepEqual(refusals, [{ field: 'text', reason }])
        assert.deepEqual(fields?.[1], ['other', 'x'])
        assert.doesNotMatch(fields?.[0]?.[1] ?? '', /\p{Cc}/u)
      }
    })
  }

  const halves: Record<string, [string | Bytes, Record<string, string>]> = {
    'bytes that are not UTF-8': ['text=%ff%fe&other=x', FORM],
    'half of a pair, as bytes': ['text=%ed%a0%80&other=x', FORM],
    'bytes in parts': [parts(part('text', Buffer.from('d8ff', 'hex')), part('other', 'x')), PARTS],
    'a part in a script of its own': [
      parts(part('text', Buffer.from('00d8', 'hex'), 'text/plain; charset=utf-16le'), part('other', 'x')),
      PARTS,
    ],
    'a part in no known script': [
      parts(part('text', 'abc', 'text/plain; charset=klingon'), part('other', 'x')),
      PARTS,
    ],
  }
  for (const [what, [body, headers]] of Object.entries(halves)) {
    test(what, async () => {
      const { refusals, fields } = await post(body, headers)
      assert.deepEqual(refusals, [{ field: 'text', reason: 'not-well-formed' }])
      assert.deepEqual(fields?.[1], ['other', 'x'])
    })
  }

  test('a text longer than 200 KB: its beginning is kept, cut between letters', async () => {
    const text = 'ص'.repeat(150_000)
    for (const body of [new URLSearchParams({ text, other: 'x' }), asParts({ text, other: 'x' })]) {
      const { fields, refusals } = await post(body)
      assert.equal(refusals?.[0]?.reason, 'text-too-long')
      assert.match(fields?.[0]?.[1] ?? '', /^ص{102400}$/)
      assert.deepEqual(fields?.[1], ['other', 'x'])
    }
  })
})

describe('a form as a whole is refused, with what was typed until then', () => {
  const begun = part('text', 'my words')
  const refused: Record<string, [body: string | Bytes, headers: Record<string, string>, reason: string]> = {
    'texts of more than a megabyte': [
      `text=my+words${`&a=${'x'.repeat(150_000)}`.repeat(8)}`,
      FORM,
      'form-too-large',
    ],
    '10 MB of text in parts': [
      parts(begun, ...Array.from({ length: 60 }, () => part('a', 'x'.repeat(180_000)))),
      PARTS,
      'form-too-large',
    ],
    'more than 200 fields': [`text=my+words${'&a=1'.repeat(300)}`, FORM, 'form-too-large'],
    'parts without end': [
      parts(begun, ...Array.from({ length: 5000 }, () => part('a', ''))),
      PARTS,
      'form-too-large',
    ],
    'nameless parts without end': [
      parts(begun, ...Array.from({ length: 5000 }, () => Buffer.from('--b\r\n\r\n\r\n'))),
      PARTS,
      'form-too-large',
    ],
    'parts cut off before their end': [parts(begun).subarray(0, -4), PARTS, 'form-broken'],
    'parts cut off in a header': [
      Buffer.concat([begun, Buffer.from('--b\r\nContent-Dispo')]),
      PARTS,
      'form-broken',
    ],
    'a header without end': [
      parts(begun, Buffer.from(`--b\r\nX: ${'x'.repeat(100_000)}\r\n\r\n\r\n`)),
      PARTS,
      'form-broken',
    ],
    'a header that is none': [parts(begun, Buffer.from('--b\r\n: \u0000\r\n\r\n\r\n')), PARTS, 'form-broken'],
    'a name without end': [parts(begun, part('n'.repeat(5000), 'x')), PARTS, 'form-broken'],
    'a name with a line end in it': ['text=my+words&a%0d%0ab%00=1', FORM, 'form-broken'],
  }
  for (const [what, [body, headers, reason]] of Object.entries(refused)) {
    test(what, async () => {
      const learned = await post(body, headers)
      assert.deepEqual([learned.reason, learned.typed?.[0]], [reason, ['text', 'my words']])
    })
  }

  const nothing: Record<string, [string, string, string]> = {
    'another boundary than announced': ['--x\r\n\r\n--x--', 'multipart/form-data; boundary=b', 'form-broken'],
    'no boundary at all': ['--b--', 'multipart/form-data', 'form-broken'],
    'an empty boundary': ['--b--', 'multipart/form-data; boundary=', 'form-broken'],
    'a boundary that goes on and on': [
      'x',
      `multipart/form-data; boundary=${'b'.repeat(5000)}`,
      'form-type-unknown',
    ],
    'nothing in parts': ['', 'multipart/form-data; boundary=b', 'form-broken'],
    JSON: ['{"a":1}', 'application/json', 'form-type-unknown'],
    'plain text': ['a=1', 'text/plain', 'form-type-unknown'],
    'no type': ['a=1', '', 'form-type-unknown'],
    'a type that is none': ['a=1', ';;;=,,', 'form-type-unknown'],
    'another script than UTF-8': [
      'a=1',
      'application/x-www-form-urlencoded; charset=utf-7',
      'form-type-unknown',
    ],
    'broken percent signs': ['a=%zz%', 'application/x-www-form-urlencoded', 'form-broken'],
  }
  for (const [what, [body, type, reason]] of Object.entries(nothing)) {
    test(what, async () => {
      assert.equal((await post(body, { 'content-type': type })).reason, reason)
    })
  }

  test('whatever bytes are sent, there is an answer', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '--b',
        '\r\n',
        '--',
        ': ',
        'Content-Disposition: form-data',
        '; name="a"',
        '; filename="x.txt"',
      ),
      fc.constantFrom(
        '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
        '\r\n--b--\r\n',
        '%',
        '&',
        '=',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    const body = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(FORM, PARTS), async (sent, headers) => {
        assert.equal(typeof (await post(sent, headers, { files })).ok, 'boolean')
      }),
      { numRuns: 300 },
    )
    assert.deepEqual(await readdir(join(dir, 'incoming')), [])
  })
})

describe('files come with the form', () => {
  const letter = (text = 'a letter', name = 'رسالة.txt') => new File([text], name)

  test('good ones are kept, bad ones are refused by name, the texts are kept', async () => {
    const form = asParts({
      text: 'x',
      good: letter(),
      page: letter('<html>', 'a.html'),
      none: new File([], ''),
    })
    form.append('good', letter('another', '../../b.txt'))
    form.append('empty', letter('', 'c.txt'))
    form.append('after', 'y')
    const learned = await post(form, {}, { files })
    assert.deepEqual(learned.files, [
      ['good', ['رسالة.txt']],
      ['good', ['b.txt']],
    ])
    assert.deepEqual(learned.refusals, [
      { field: 'page', file: 'a.html', reason: 'file-type-not-allowed' },
      { field: 'empty', file: 'c.txt', reason: 'file-empty' },
    ])
    assert.deepEqual(learned.fields, [
      ['text', 'x'],
      ['after', 'y'],
    ])
  })

  test('one file too many, and one too large, cost only themselves', async () => {
    const form = asParts({ text: 'x' })
    for (let n = 0; n < 7; n++) form.append('f', letter(n === 1 ? 'x'.repeat(5000) : `${n}`, `${n}.txt`))
    form.append('after', 'y')
    const learned = await post(form, {}, { files, maxFiles: 5, maxFile: 4096 })
    assert.deepEqual(
      learned.files?.map(([, [name]]) => name),
      ['0.txt', '2.txt', '3.txt', '4.txt'],
    )
    assert.deepEqual(
      learned.refusals?.map(({ file, reason }) => `${file} ${reason}`),
      ['1.txt file-too-large', '5.txt too-many-files', '6.txt too-many-files'],
    )
    assert.deepEqual(learned.fields?.at(-1), ['after', 'y'])
  })

  test('where the form has no files, they are refused', async () => {
    const learned = await post(asParts({ f: letter(), text: 'x' }))
    assert.equal(learned.refusals?.[0]?.reason, 'files-not-wanted')
    assert.deepEqual(learned.fields, [['text', 'x']])
  })

  test('when the form is refused, none of its files remains', async () => {
    const before = await onDisk()
    const file = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhello\r\n',
    )
    const cut = parts(part('text', 'x'), file, file).subarray(0, -30)
    const learned = await post(cut, PARTS, { files })
    assert.deepEqual([learned.reason, learned.typed], ['form-broken', [['text', 'x']]])
    const large = parts(file, ...Array.from({ length: 300 }, () => part('a', '')))
    assert.equal((await post(large, PARTS, { files })).reason, 'form-too-large')
    assert.equal(await onDisk(), before)
  })

  test('when the disk fails, it is reported once the form has been read', async () => {
    const failing: Files = { ...files, receive: () => Promise.reject(new Error('the disk failed')) }
    const service = aService({ files: failing }).onError((error, c) => c.text(error.message, 500))
    const body = asParts({ f: letter('x'.repeat(1_000_000)), g: letter() })
    const answer = await service.request('/', { method: 'POST', body })
    assert.deepEqual([answer.status, await answer.text()], [500, 'the disk failed'])
  })
})

describe('through a real connection', () => {
  const aServer = (limits: FormLimits) =>
    new Promise<{ port: number; close(): void }>((resolve) => {
      const server = serve({ fetch: aService(limits).fetch, port: 0, hostname: '127.0.0.1' }, () =>
        resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
      )
    })

  test('a form with 40 MB too many is answered with its words, not with a broken connection', async () => {
    const server = await aServer({ files })
    const text = asParts({ text: 'my words', film: new File([Buffer.alloc(40_000_000)], 'film.mp4') })
    const answer = await fetch(`http://127.0.0.1:${server.port}/`, { method: 'POST', body: text })
    const learned = (await answer.json()) as Learned
    assert.deepEqual(learned.fields, [['text', 'my words']])
    assert.equal(learned.refusals?.[0]?.reason, 'file-too-large')
    server.close()
  })

  test('somebody who hangs up in the middle of a file leaves nothing behind', async () => {
    const before = await onDisk()
    const server = await aServer({ files })
    const socket = connect(server.port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n')
    socket.write('Content-Length: 1000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="f"; ')
    socket.write('filename="a.txt"\r\n\r\nhello')
    await until(async () => (await onDisk()) > before)
    socket.destroy()
    await until(async () => (await onDisk()) === before)
    server.close()
  })

  test('a body without end is cut off', async () => {
    const server = await aServer({})
    const sent = await new Promise<number>((resolve) => {
      const endless = request({ port: server.port, host: '127.0.0.1', method: 'POST', headers: FORM })
      const chunk = Buffer.alloc(256 * 1024, 'a')
      let bytes = 0
      const more = (error?: Error | null) => {
        if (error) return
        bytes += chunk.length
        endless.write(chunk, more)
      }
      const done = () => {
        endless.destroy()
        resolve(bytes)
      }
      endless.on('error', done).on('response', done)
      more()
    })
    assert.ok(sent < 200 * 1024 * 1024)
    server.close()
  })
})

/** A part as a browser writes it. */
function part(name: string, value: string | Bytes, type?: string): Bytes {
  const header = `--b\r\nContent-Disposition: form-data; name="${name}"\r\n${type ? `Content-Type: ${type}\r\n` : ''}`
  return Buffer.concat([Buffer.from(`${header}\r\n`), Buffer.from(value), Buffer.from('\r\n')])
}

function parts(...all: Bytes[]): Bytes {
  return Buffer.concat([...all, Buffer.from('--b--\r\n')])
}

async function until(holds: () => Promise<boolean>) {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('waited in vain')
}
