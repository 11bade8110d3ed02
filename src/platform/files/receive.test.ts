import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { newId } from '#kernel'
import { openFiles } from './open-files.ts'
import type { Files } from './stored-file.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const ODT = 'application/vnd.oasis.opendocument.text'

let dir = ''
let files: Files
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sawt-files-'))
  files = openFiles({ dir })
})
after(() => rm(dir, { recursive: true }))

const send = (content: Buffer | string, name = 'a', limit?: number) =>
  files.receive(Readable.from([Buffer.from(content)]), limit ? { name, limit } : { name })

const reason = async (answer: ReturnType<typeof send>) => {
  const result = await answer
  return result.ok ? 'accepted' : result.reason
}

/** Everything on disk, whatever it is. */
const onDisk = async () =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((e) => e.isFile())

describe('a file that is accepted', () => {
  test('comes back byte for byte, with its size and hash', async () => {
    const text = 'أشكو من حفرة\n'.repeat(20_000)
    const received = await send(text, 'شكوى.txt')
    assert.ok(received.ok)
    const [stored] = received.value
    assert.ok(stored)
    const bytes = Buffer.from(text)
    assert.deepEqual(stored, {
      id: stored.id,
      name: 'شكوى.txt',
      mediaType: 'text/plain',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      original: false,
    })
    assert.deepEqual(await buffer((await files.read(stored.id)) as Readable), bytes)
  })

  test('is gone after it was removed, and may be removed twice', async () => {
    const received = await send('hello', 'a.txt')
    const id = received.ok ? (received.value[0]?.id ?? '') : ''
    await files.remove(id)
    await files.remove(id)
    assert.equal(await files.read(id), undefined)
  })

  test('is found by its id and by nothing else', async () => {
    for (const id of ['', '..', '../incoming', '/etc/passwd', 'x'.repeat(36), '\u0000', newId()]) {
      assert.equal(await files.read(id), undefined)
      await files.remove(id)
    }
  })
})

describe('what a file is, its content says', () => {
  const accepted: Record<string, [content: Buffer, mediaType: string]> = {
    'a.pdf': [Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), 'application/pdf'],
    'a.docx': [
      office('word/document.xml', 'wordprocessingml.document'),
      `${OFFICE}.wordprocessingml.document`,
    ],
    'a.xlsx': [office('xl/workbook.xml', 'spreadsheetml.sheet'), `${OFFICE}.spreadsheetml.sheet`],
    'a.pptx': [
      office('ppt/presentation.xml', 'presentationml.presentation'),
      `${OFFICE}.presentationml.presentation`,
    ],
    'a.odt': [zip({ mimetype: ODT, 'content.xml': '<x/>' }), ODT],
    'a.mp4': [box('ftypisom'), 'video/mp4'],
    'a.mov': [box('ftypqt  '), 'video/quicktime'],
    'a.3gp': [box('ftyp3gp4'), 'video/3gpp'],
    'a.webm': [Buffer.from('1a45dfa39f4282847765626d', 'hex'), 'video/webm'],
    'a.m4a': [box('ftypM4A '), 'audio/mp4'],
    'a.mp3': [Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(600)]), 'audio/mpeg'],
    'a.ogg': [Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]), 'audio/ogg'],
    'a.wav': [Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\0\0\0\0\0\0\0\0'), 'audio/wav'],
    'a.txt': [Buffer.from('\ufeffBMW و Rar! نص عادي\r\n\tنعم'), 'text/plain'],
    'a.csv': [Buffer.from('الاسم,العدد\r\nس,٣\r\n'), 'text/csv'],
  }
  for (const [name, [content, mediaType]] of Object.entries(accepted)) {
    test(`${name} is ${mediaType}, also under a false name`, async () => {
      const names = mediaType.startsWith('text/') ? [name] : [name, 'b.exe', 'b']
      for (const called of names) {
        const received = await send(content, called)
        assert.equal(received.ok && received.value[0]?.mediaType, mediaType, called)
        assert.ok(received.ok && received.value[0]?.name.endsWith(name.slice(1)))
      }
    })
  }

  const refused: Record<string, Buffer | string> = {
    'page.html': '<!doctype html><script>alert(1)</script>',
    'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'drawing.xml': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    'run.bat': '@echo off\r\nformat c:',
    'photo.jpg': '<?php system($_GET["c"]);',
    'letter.pdf': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    'letter.docm': office('word/document.xml', 'document.macroEnabled.main', 'application/vnd.ms-word.'),
    'archive.zip': zip({ 'a.txt': 'hello' }),
    'archive.gz': Buffer.from('1f8b0800000000000003', 'hex'),
    'old.doc': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'binary.txt': Buffer.from([1, 2, 3, 0, 255]),
    'nul.txt': 'hello\u0000world',
    'latin.txt': Buffer.from('d8a7e9', 'hex'),
    'escape.txt': 'colour \u001b[31m',
    'half.txt': Buffer.from('صوت').subarray(0, 5),
    constructor: Buffer.from([0]),
    'x.constructor': 'text',
  }
  for (const [name, content] of Object.entries(refused)) {
    test(`${name} is refused`, async () => {
      assert.equal(await reason(send(content, name)), 'file-type-not-allowed')
    })
  }
})

describe('what is refused leaves nothing behind', () => {
  test('an empty file', async () => {
    assert.equal(await reason(files.receive(Readable.from([]), { name: 'a.txt' })), 'file-empty')
  })

  test('a file one byte too long, and no longer than that is accepted', async () => {
    assert.equal(await reason(send('x'.repeat(1000), 'a.txt', 1000)), 'accepted')
    assert.equal(await reason(send('x'.repeat(1001), 'a.txt', 1000)), 'file-too-large')
  })

  test('a file without end: it is stopped at the limit, 10 MB unless told', async () => {
    let sent = 0
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += chunk.length
          yield chunk
        }
      })(),
    )
    const refused = await files.receive(endless, { name: 'a.txt' })
    assert.deepEqual(refused, { ok: false, reason: 'file-too-large', details: { megabytes: 10 } })
    assert.ok(sent < 12 * 1024 * 1024 && endless.destroyed)
  })

  test('an upload that breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('the first half')
        throw new Error('connection lost')
      })(),
    )
    assert.equal(await reason(files.receive(broken, { name: 'a.txt' })), 'file-broken')
    const closed = new Readable({ read() {} })
    closed.push('the first half')
    setImmediate(() => closed.destroy())
    assert.equal(await reason(files.receive(closed, { name: 'a.txt' })), 'file-broken')
  })

  test('nothing of all that is on disk', async () => {
    const before = await onDisk()
    for (const name of ['a.html', 'b.jpg', 'c.exe']) await send('<html>', name)
    assert.deepEqual(await onDisk(), before)
    assert.deepEqual(await readdir(join(dir, 'incoming')), [])
  })

  test('what a crash left is swept away, what is still arriving is not', async () => {
    const [old, fresh] = [join(dir, 'incoming', 'old'), join(dir, 'incoming', 'fresh')]
    await Promise.all([writeFile(old, 'x'), writeFile(fresh, 'x')])
    await utimes(old, 1_000_000, 1_000_000)
    assert.equal(await files.sweep(Temporal.Instant.fromEpochMilliseconds(1_100_000_000)), 1)
    assert.deepEqual(await readdir(join(dir, 'incoming')), ['fresh'])
    await rm(fresh)
  })
})

function box(brand: string): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.writeUInt32BE(32, 0)
  bytes.write(brand, 4, 'latin1')
  return bytes
}

/** The two parts by which an office document is known. */
function office(part: string, type: string, vendor = `${OFFICE}.`): Buffer {
  const main = type.includes('.main') ? type : `${type}.main`
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${vendor}${main}+xml"/></Types>`
  return zip({ '[Content_Types].xml': types, [part]: '<x/>' })
}

/** An archive of entries that are stored as they are. */
function zip(entries: Record<string, string>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const data = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]))
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}
