import assert from 'node:assert/strict'
import { test } from 'node:test'
import exifr from 'exifr'
import fc from 'fast-check'
import sharp from 'sharp'
import { stripped } from './strip.ts'

/** A photograph as a telephone makes it: place, time, device, turned a quarter. */
export const photograph = (type: 'jpeg' | 'png' | 'webp', turned = 6) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a06030' } })
    .composite([
      { input: Buffer.from('<svg width="64" height="48"><rect width="20" height="9" fill="#00f"/></svg>') },
    ])
    .withExif({
      IFD0: {
        Make: 'Canary',
        Model: 'Phone 7',
        Software: 'CanarySoft',
        Artist: 'Salma',
        Orientation: String(turned),
      },
      IFD2: { DateTimeOriginal: '2026:10:01 10:00:00', BodySerialNumber: 'SN-CANARY' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 57/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '35/1 56/1 0/1',
      },
    })
    .withMetadata({ orientation: turned })
    .toFormat(type, { quality: 90 })
    .toBuffer()

const bytesOf = (buffer: Buffer) => Uint8Array.from(buffer)
const pixels = (of: Uint8Array) => sharp(of).autoOrient().raw().toBuffer()

for (const type of ['jpeg', 'png', 'webp'] as const)
  test(`what a ${type} hides is cut out, and the picture is the same to the last pixel`, async () => {
    const before = await photograph(type, type === 'jpeg' ? 6 : 1)
    assert.match(before.toString('latin1'), /Canary/)
    const after = stripped(bytesOf(before))
    assert.ok(after)
    assert.doesNotMatch(Buffer.from(after.bytes).toString('latin1'), /Canary|Salma|SN-|2026/)
    assert.equal(after.type, `image/${type}`)
    assert.deepEqual(await pixels(after.bytes), await pixels(before))
  })

test('how a photograph is to be turned is all that is left of its metadata', async () => {
  const after = stripped(bytesOf(await photograph('jpeg', 6)))
  assert.ok(after)
  assert.equal(await exifr.orientation(Buffer.from(after.bytes)), 6)
  assert.deepEqual(Object.keys((await exifr.parse(Buffer.from(after.bytes))) ?? {}), ['Orientation'])
})

test('what is hung on behind the end of a picture goes too', async () => {
  const behind = Buffer.concat([await photograph('jpeg'), Buffer.from('a film of CANARY')])
  assert.doesNotMatch(Buffer.from(stripped(bytesOf(behind))?.bytes ?? []).toString('latin1'), /CANARY/)
})

test('what is not known by heart is not touched, and damage is no crash', async () => {
  const photo = await photograph('jpeg')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      assert.equal(stripped(Uint8Array.from(noise)), undefined)
    }),
  )
  fc.assert(
    fc.property(fc.nat(photo.length - 1), fc.nat(255), (at, byte) => {
      const damaged = bytesOf(photo)
      damaged[at] = byte
      assert.doesNotThrow(() => stripped(damaged))
    }),
  )
})
