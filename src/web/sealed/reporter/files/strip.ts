type Bytes = Uint8Array<ArrayBuffer>

/** Cuts everything out of an image that is not the picture. Undefined for what it does not know by heart. */
export function stripped(bytes: Bytes): { bytes: Bytes; type: string } | undefined {
  try {
    const [jpeg, png, webp] = [stripJpeg(bytes), stripPng(bytes), stripWebp(bytes)]
    if (jpeg) return { bytes: jpeg, type: 'image/jpeg' }
    if (png) return { bytes: png, type: 'image/png' }
    if (webp) return { bytes: webp, type: 'image/webp' }
    return undefined
  } catch {
    return undefined
  }
}

/**
 * JPEG: only what makes the picture stays, with JFIF (APP0) and Adobe's colour transform (APP14). Every other segment
 * goes, and whatever follows the end of the picture. How the picture is to be turned is written anew, alone.
 */
export function stripJpeg(bytes: Bytes): Bytes | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const turned = orientation(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2), ...(turned > 1 ? [orientationSegment(turned)] : [])]
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at++
    else if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)])
    else {
      const end = at + 2 + size16(bytes, at + 2)
      const after = marker === 0xda ? endOfScan(bytes, end) : end
      if (isPicture(bytes, at, marker)) kept.push(bytes.subarray(at, after))
      at = after
    }
  }
  return undefined
}

/** Tables, frames and scans; JFIF and Adobe's colour transform where they are what they say. */
function isPicture(bytes: Bytes, at: number, marker: number): boolean {
  if (marker === 0xe0) return ascii(bytes, at + 4) === 'JFIF'
  if (marker === 0xee) return ascii(bytes, at + 4) === 'Adob'
  return marker >= 0xc0 && marker <= 0xdf
}

/** The next marker after a scan's data, where FF 00 is data and FF D0–D7 are pauses. */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const size16 = (bytes: Bytes, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Upright (1) where the metadata is damaged: that must not keep it from being cut out. */
function orientation(bytes: Bytes): number {
  try {
    const turned = readOrientation(bytes)
    return turned >= 1 && turned <= 8 ? turned : 1
  } catch {
    return 1
  }
}

/** EXIF tag 0x0112 of the first directory; 1 is upright. */
function readOrientation(bytes: Bytes): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === 0xda) return 1
    if (bytes[at + 1] !== 0xe1 || view.getUint32(at + 4) !== 0x45786966) continue
    const tiff = at + 10
    const little = view.getUint16(tiff) === 0x4949
    const directory = tiff + view.getUint32(tiff + 4, little)
    for (let entry = 0; entry < view.getUint16(directory, little); entry++) {
      const place = directory + 2 + entry * 12
      if (view.getUint16(place, little) === 0x0112) return view.getUint16(place + 8, little)
    }
  }
  return 1
}

/** An EXIF segment that says how to turn the picture and nothing else. */
const orientationSegment = (turned: number): Bytes =>
  // biome-ignore format: a segment reads best as it lies in the file
  Uint8Array.from([
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0,
  ])

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_PICTURE = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'sBIT', 'acTL', 'fcTL', 'fdAT']

/** PNG: only the chunks that make the picture; no texts, times, EXIF, or profiles. */
export function stripPng(bytes: Bytes): Bytes | undefined {
  if (!PNG.every((byte, at) => bytes[at] === byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const name = ascii(bytes, at + 4)
    if (end > bytes.length) return undefined
    if (PNG_PICTURE.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return undefined
}

const WEBP_PICTURE = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']

/** WebP: only the chunks that make the picture, and flags that say so. */
export function stripWebp(bytes: Bytes): Bytes | undefined {
  if (ascii(bytes, 0) !== 'RIFF' || ascii(bytes, 8) !== 'WEBP') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const kept: Uint8Array[] = [Uint8Array.from(bytes.subarray(0, 12))]
  for (let at = 12; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true)
    const chunk = Uint8Array.from(bytes.subarray(at, at + 8 + size + (size % 2)))
    const name = ascii(bytes, at)
    // Bits of VP8X: 0x20 colour profile, 0x08 EXIF, 0x04 XMP.
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x2c
    if (WEBP_PICTURE.includes(name)) kept.push(chunk)
    at += 8 + size + (size % 2)
  }
  const whole = joined(kept)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}

const ascii = (bytes: Bytes, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
