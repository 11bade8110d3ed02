import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { openFiles } from './open-files.ts'
import type { Files, StoredFile } from './stored-file.ts'

let dir = ''
let files: Files
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sawt-images-'))
  files = openFiles({ dir })
})
after(() => rm(dir, { recursive: true }))

const send = (content: Buffer, name = 'photo.jpg') => files.receive(Readable.from([content]), { name })

async function keep(content: Buffer, name?: string): Promise<[shown: StoredFile, original: StoredFile]> {
  const received = await send(content, name)
  assert.ok(received.ok, received.ok ? '' : received.reason)
  const [shown, original, ...more] = received.value
  assert.ok(shown && original && more.length === 0)
  return [shown, original]
}

const bytesOf = async ({ id }: StoredFile) => buffer((await files.read(id)) as Readable)

const picture = (width = 60, height = 40): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#0a6' } })

/** Somebody's home, as a telephone writes it. */
const whereItWasTaken = {
  IFD0: { Make: 'Camera-of-a-witness', Copyright: 'Somebody' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '31/1 57/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '35/1 56/1 0/1',
  },
}

describe('a picture is drawn anew', () => {
  test('where, when and with what it was taken is not in the picture that is shown', async () => {
    const taken = await picture().withExif(whereItWasTaken).withXmp('<x>Witness</x>').jpeg().toBuffer()
    assert.ok((await sharp(taken).metadata()).exif?.includes('Camera-of-a-witness'))
    const [shown] = await keep(taken)
    const found = await sharp(await bytesOf(shown)).metadata()
    assert.deepEqual(
      [found.exif, found.xmp, found.iptc, found.icc],
      [undefined, undefined, undefined, undefined],
    )
    assert.doesNotMatch((await bytesOf(shown)).toString('latin1'), /witness|exif|gps/i)
  })

  test('it stands upright without the note that turned it', async () => {
    const [shown] = await keep(await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    const { width, height, orientation } = await sharp(await bytesOf(shown)).metadata()
    assert.deepEqual([width, height, orientation], [40, 60, undefined])
  })

  test('the untouched original is kept aside, and says whose it is', async () => {
    const taken = await picture().withExif(whereItWasTaken).jpeg().toBuffer()
    const [shown, original] = await keep(taken, 'حفرة.jpeg')
    assert.deepEqual([shown.original, shown.of, shown.name], [false, undefined, 'حفرة.jpg'])
    assert.deepEqual([original.original, original.of, original.name], [true, shown.id, 'حفرة.jpg'])
    assert.deepEqual(await bytesOf(original), taken)
    assert.equal(shown.size, (await bytesOf(shown)).length)
  })

  test('a huge one becomes at most 4,096 pixels wide', async () => {
    const [shown] = await keep(await picture(6000, 30).png().toBuffer())
    const { width, height } = await sharp(await bytesOf(shown)).metadata()
    assert.deepEqual([width, height], [4096, 20])
  })

  test('what hides behind the picture does not come along', async () => {
    const gif = await picture().gif().toBuffer()
    const [shown, original] = await keep(
      Buffer.concat([gif, Buffer.from('/*<script>alert(1)</script>')]),
      'a.gif',
    )
    assert.equal(shown.mediaType, 'image/png')
    assert.equal(original.mediaType, 'image/gif')
    assert.doesNotMatch((await bytesOf(shown)).toString('latin1'), /script/)
  })

  const formats = [
    ['png', 'image/png', () => picture().png()],
    ['webp', 'image/webp', () => picture().webp()],
    ['jpg', 'image/jpeg', () => picture().jpeg({ progressive: true })],
    ['jpg', 'image/jpeg', () => picture().toColourspace('cmyk').jpeg()],
    ['png', 'image/png', () => picture().toColourspace('rgb16').png()],
  ] as const
  for (const [extension, mediaType, draw] of formats) {
    test(`${mediaType} stays ${mediaType}`, async () => {
      const [shown] = await keep(await draw().toBuffer(), 'x')
      assert.deepEqual([shown.mediaType, shown.name], [mediaType, `x.${extension}`])
    })
  }
})

describe('a picture that is a trap is refused', () => {
  const refusal = async (content: Buffer) => {
    const received = await send(content)
    return received.ok ? 'accepted' : received.reason
  }

  test('400 million pixels in 50 KB, without taking their memory', async () => {
    const bomb = png(20_000, 20_000, deflateSync(Buffer.alloc(20_000 * 2_501), { level: 9 }))
    assert.ok(bomb.length < 60_000)
    const before = process.resourceUsage().maxRSS
    assert.equal(await refusal(bomb), 'image-too-large')
    assert.ok(process.resourceUsage().maxRSS - before < 50_000, 'kilobytes of memory')
  })

  test('a header that promises more than any picture has', async () => {
    assert.equal(await refusal(png(65_535, 65_535, deflateSync(Buffer.alloc(10)))), 'image-too-large')
    const gif = await picture().gif().toBuffer()
    const frame = gif.indexOf(0x2c) + 5
    for (const side of [6, 8, frame, frame + 2]) gif.writeUInt16LE(65_535, side)
    assert.equal(await refusal(gif), 'image-too-large')
  })

  test('one that ends in the middle', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
    const drawn = sharp({ create: { width: 200, height: 200, channels: 3, noise, background: '#000' } })
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const whole = await drawn.clone().toFormat(format).toBuffer()
      assert.equal(await refusal(whole.subarray(0, whole.length / 2)), 'file-broken', format)
      assert.equal(await refusal(whole), 'accepted', format)
    }
  })

  test('one that is nothing but a beginning', async () => {
    assert.equal(await refusal(Buffer.from('ffd8ffe000104a464946', 'hex')), 'file-broken')
    assert.equal(await refusal(png(10, 10, Buffer.from('not compressed'))), 'file-broken')
  })

  test('one in a format that cannot be opened here is of no allowed type', async () => {
    const heic = Buffer.alloc(64)
    heic.writeUInt32BE(24, 0)
    heic.write('ftypheic', 4, 'latin1')
    heic.write('mif1heic', 16, 'latin1')
    assert.equal(await refusal(heic), 'file-type-not-allowed')
  })

  test('twelve at once are drawn two by two, and all arrive', async () => {
    const photo = await picture(1000, 1000).jpeg().toBuffer()
    const all = await Promise.all(Array.from({ length: 12 }, () => send(photo)))
    assert.ok(all.every((received) => received.ok))
  })

  test('none of them left anything unfinished', async () => {
    assert.deepEqual(await readdir(join(dir, 'incoming')), [])
  })
})

/** A grey picture of one bit a pixel, by hand: no library would write these. */
function png(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
