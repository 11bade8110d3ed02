import { no, type Result, yes } from '#kernel'
import { imageKind, type Kind } from './kinds.ts'

type Sharp = typeof import('sharp')['default']

export interface Redrawn {
  readonly bytes: Buffer
  readonly kind: Kind
}

/**
 * Draws an image anew: what is not picture (place, camera, thumbnails, appended programs) does not survive.
 *
 * Turned upright, at most 4,096 pixels a side, first frame of a moving one. The size stands in the header
 * and is judged before anything is unpacked, so that a small file cannot become a large memory.
 */
export async function redraw(
  path: string,
  { image }: Kind,
): Promise<Result<Redrawn, 'file-broken' | 'file-type-not-allowed' | 'image-too-large'>> {
  if (!image) throw new Error('only an image can be redrawn')
  // Loaded with the first picture: nine megabytes that nobody else needs.
  const { default: sharp } = await import('sharp')
  try {
    const found = await sharp(path, { limitInputPixels: false }).metadata()
    if (found.format !== image.format) return no('file-broken')
    if (found.compression === 'hevc' && !readsHevc(sharp)) return no('file-type-not-allowed')
    if (found.width * found.height > MOST_PIXELS) return no('image-too-large', { megapixels: 50 })
    const kind = imageKind(image.becomes)
    return yes({ kind, bytes: await draw(sharp, path, image.becomes) })
  } catch {
    // Damaged, cut short, or lying about itself: the library's reasons are of no use to a resident.
    return no(image.format === 'heif' && !readsHevc(sharp) ? 'file-type-not-allowed' : 'file-broken')
  }
}

/** Above the 48.8 million of today's telephones; the largest decoded image is then about 200 MB. */
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 4096

/** HEVC is patented and missing from the prebuilt library; one built by the operator may have it. */
const readsHevc = (sharp: Sharp): boolean => sharp.format.heif.input.fileSuffix?.includes('.heic') ?? false

const draw = (sharp: Sharp, path: string, format: 'jpg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })

    .toFormat(format === 'jpg' ? 'jpeg' : format, format === 'png' ? {} : { quality: 85 })
    .timeout({ seconds: 30 })
    .toBuffer()
