import { stripped } from './strip.ts'

const JPEG_QUALITY = 0.92

/**
 * An image without anything that is not seen in it; undefined where this browser cannot clean it.
 *
 * It is drawn anew where the canvas tells the truth. Tor Browser's does not (it hands back noise, so that nobody is
 * known by their canvas): there the hidden parts are cut out of the file, and the picture itself is not touched.
 */
export async function cleanImage(file: Blob): Promise<Blob | undefined> {
  const drawn = (await canvasIsTrue()) ? await redraw(file) : undefined
  if (drawn) return drawn
  const cut = stripped(new Uint8Array(await file.arrayBuffer()))
  return cut && new Blob([cut.bytes], { type: cut.type })
}

async function redraw(file: Blob): Promise<Blob | undefined> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    if (!pen || canvas.width === 0) return undefined
    // A browser that turns the picture as its metadata says does so here; then the metadata is not needed.
    pen.drawImage(image, 0, 0)
    return await written(canvas, file.type === 'image/png' ? 'image/png' : 'image/jpeg')
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}

const written = (canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> =>
  new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), type, JPEG_QUALITY))

/** Draws four known colours and reads them back. */
async function canvasIsTrue(): Promise<boolean> {
  const canvas = document.createElement('canvas')
  canvas.width = 2
  canvas.height = 2
  const pen = canvas.getContext('2d')
  if (!pen) return false
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#102030']
  colours.forEach((colour, at) => {
    pen.fillStyle = colour
    pen.fillRect(at % 2, at >> 1, 1, 1)
  })
  const { data } = pen.getImageData(0, 0, 2, 2)
  const expected = [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 16, 32, 48, 255]
  return expected.every((value, at) => data[at] === value)
}
