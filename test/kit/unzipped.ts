import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** One file out of a ZIP archive, found in its directory. */
export function unzipped(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  for (;;) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50, `${name} is in the archive`)
    const [named = 0, extra = 0, comment = 0] = [28, 30, 32].map((from) => zip.readUInt16LE(at + from))
    if (zip.toString('utf8', at + 46, at + 46 + named) === name) break
    at += 46 + named + extra + comment
  }
  const [packed, from] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
  const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  const body = zip.subarray(start, start + packed)
  return (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8')
}
