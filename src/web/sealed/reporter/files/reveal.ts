import { parse } from 'exifr/dist/lite.esm.mjs'

/** One thing that an image says beside what is seen in it. */
export interface Hidden {
  what: 'place' | 'taken' | 'device' | 'serial' | 'person' | 'software' | 'more'
  value: string
}

const ASKED = {
  tiff: true,
  exif: true,
  gps: true,
  xmp: true,
  mergeOutput: true,
  reviveValues: false,
}

/** What metadata an image carries, in the words of its own tags. Reads in the browser; nothing leaves it. */
export async function reveal(file: Blob): Promise<Hidden[]> {
  const found: Record<string, unknown> = (await parse(file, ASKED).catch(() => undefined)) ?? {}
  const text = (...tags: string[]) =>
    [
      ...new Set(
        tags
          .map((tag) => found[tag])
          .filter((value) => typeof value === 'string' || typeof value === 'number'),
      ),
    ].join(' ')
  const { latitude, longitude } = found
  const known: Hidden[] = [
    {
      what: 'place',
      value:
        typeof latitude === 'number' && typeof longitude === 'number'
          ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
          : '',
    },
    { what: 'taken', value: text('DateTimeOriginal') || text('CreateDate', 'ModifyDate') },
    { what: 'device', value: text('Make', 'Model', 'LensModel') },
    { what: 'serial', value: text('SerialNumber', 'BodySerialNumber', 'LensSerialNumber', 'ImageUniqueID') },
    {
      what: 'person',
      value: text('Artist', 'OwnerName', 'CameraOwnerName', 'Copyright', 'XPAuthor', 'creator'),
    },
    { what: 'software', value: text('Software', 'HostComputer', 'CreatorTool') },
  ]
  const seen = known.filter(({ value }) => value !== '')
  const more = Object.keys(found).length
  return more > 0 && seen.length === 0 ? [{ what: 'more', value: String(more) }] : seen
}
