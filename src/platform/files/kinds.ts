import { createReadStream } from 'node:fs'
import { fileTypeFromFile } from 'file-type'

/** What Sawt accepts, by the extension that the content (not the name) deserves. */
export interface Kind {
  readonly mediaType: string
  readonly extension: string
  /** For images: what the library must find inside, and what is written in its place. */
  readonly image?: { readonly format: string; readonly becomes: 'jpg' | 'png' | 'webp' }
}

/**
 * The kind of a file, judged by its content; undefined when it is none that Sawt accepts.
 *
 * Text has no signature, so it must also call itself text: a page, a drawing or a program is text too, and
 * is refused under its own name.
 */
export async function kindOf(path: string, name: string): Promise<Kind | undefined> {
  const extension = await sniff(path)
  const known = KINDS.get(extension ?? '')
  if (known) return known
  const text = TEXTS.get(/\.([^./\\]*)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '')
  return text && (await isPlainText(path)) ? text : undefined
}

/**
 * What a browser's file picker offers, for `accept`. HEIC is left out on purpose: then an iPhone sends its
 * photos as JPEG, which everybody can open.
 */
export const ACCEPTED_FILES =
  'image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.txt,.csv,' +
  'video/mp4,video/quicktime,video/3gpp,video/webm,audio/mp4,audio/mpeg,audio/ogg,audio/wav,.m4a'

export const imageKind = (extension: 'jpg' | 'png' | 'webp'): Kind => KINDS.get(extension) as Kind

const kind = (extension: string, mediaType: string): Kind => ({ extension, mediaType })

const image = (
  extension: string,
  mediaType: string,
  format: string,
  becomes: 'jpg' | 'png' | 'webp',
): Kind => ({
  extension,
  mediaType,
  image: { format, becomes },
})

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PNG = image('png', 'image/png', 'png', 'png')
const MP4 = kind('mp4', 'video/mp4')
const OGG = kind('ogg', 'audio/ogg')

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    jpg: image('jpg', 'image/jpeg', 'jpeg', 'jpg'),
    png: PNG,
    apng: PNG,
    webp: image('webp', 'image/webp', 'webp', 'webp'),
    gif: image('gif', 'image/gif', 'gif', 'png'),
    heic: image('heic', 'image/heic', 'heif', 'jpg'),
    pdf: kind('pdf', 'application/pdf'),
    docx: kind('docx', `${OFFICE}.wordprocessingml.document`),
    xlsx: kind('xlsx', `${OFFICE}.spreadsheetml.sheet`),
    pptx: kind('pptx', `${OFFICE}.presentationml.presentation`),
    odt: kind('odt', 'application/vnd.oasis.opendocument.text'),
    mp4: MP4,
    m4v: MP4,
    mov: kind('mov', 'video/quicktime'),
    '3gp': kind('3gp', 'video/3gpp'),
    webm: kind('webm', 'video/webm'),
    m4a: kind('m4a', 'audio/mp4'),
    mp3: kind('mp3', 'audio/mpeg'),
    ogg: OGG,
    oga: OGG,
    // Voice messages of telephones are Opus in Ogg.
    opus: OGG,
    wav: kind('wav', 'audio/wav'),
  }),
)

const PLAIN = kind('txt', 'text/plain')
const TEXTS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    '': PLAIN,
    txt: PLAIN,
    text: PLAIN,
    csv: kind('csv', 'text/csv'),
  }),
)

/** A file that ends in the middle of its own header is no kind. */
async function sniff(path: string): Promise<string | undefined> {
  try {
    // Bounds what a lying length field can make the detector allocate.
    return (await fileTypeFromFile(path, { maxBufferSize: 1024 * 1024 }))?.ext
  } catch {
    return undefined
  }
}

/** UTF-8 from end to end, without control characters other than those of lines, tabs and pages. */
async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const clean = (text: string) => !CONTROLS.test(text)
  try {
    for await (const chunk of createReadStream(path)) {
      if (!clean(decoder.decode(chunk, { stream: true }))) return false
    }
    return clean(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const CONTROLS = /[^\P{Cc}\t\n\f\r]/u
