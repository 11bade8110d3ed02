import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { no, type Result, yes } from '#kernel'

/** What comes out of a form while it streams by. */
export interface Parts {
  /** `value` is undefined when its bytes are not UTF-8. Answers with what is wrong with the whole form by now. */
  field(name: string, value: string | undefined, cut: boolean): FormFault | undefined
  /** Where the bytes of a file go; undefined when nobody wants them. */
  file(field: string, name: string): Writable | undefined
}

export type FormFault = 'form-broken' | 'form-too-large'

export interface BodyLimits {
  /** Bytes of one value; the rest of it is cut off. */
  readonly maxText: number
  /** Parts of any kind. */
  readonly maxParts: number
  /** Bytes that are read at all, files and everything. */
  readonly maxBody: number
}

/**
 * Takes a posted body apart as it streams by; holds no more than one value.
 *
 * A fault does not stop the reading at once: a browser that is still sending does not listen, and would
 * show its own error instead of our words. Past `maxBody` bytes it is cut off all the same.
 */
export async function takeApart(
  body: Readable,
  contentType: string,
  limits: BodyLimits,
  parts: Parts,
): Promise<Result<true, FormFault>> {
  let fault: FormFault | undefined
  const parser = openParser(contentType, limits)
  if (!parser) return no('form-broken')
  const isMultipart = contentType.startsWith('multipart/')
  parser.on('partsLimit', () => {
    fault ??= 'form-too-large'
  })
  parser.on('field', (name, value, info) => {
    const called = isMultipart ? name : fromBytes(name, info.nameTruncated)
    fault ??= parts.field(called ?? '', fromBytes(value, info.valueTruncated), info.valueTruncated)
  })
  parser.on('file', (field, stream, { filename }) => {
    // An empty file input is a part without a name.
    pour(stream, fault || !filename ? undefined : parts.file(field ?? '', filename))
  })
  const meter = metered(limits.maxBody)
  try {
    await pipeline(body, meter.measure, parser)
  } catch {
    fault ??= meter.passed() ? 'form-too-large' : 'form-broken'
  }
  return fault ? no(fault) : yes(true)
}

function openParser(contentType: string, { maxText, maxParts }: BodyLimits): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      // Values come as bytes, so that what is not UTF-8 can be told from what is.
      defCharset: 'latin1',
      defParamCharset: 'utf8',
      limits: { fieldSize: maxText, fieldNameSize: 1024, parts: maxParts, fields: maxParts },
    })
  } catch {
    // A multipart form without a boundary, or a type that is not one.
    return undefined
  }
}

/**
 * The text of a value that came as bytes. A part that names its own character set (no browser's does)
 * arrives as text already: what cannot be bytes is that text.
 */
function fromBytes(value: string | undefined, cut: boolean): string | undefined {
  if (value === undefined || /[^\0-\xff]/.test(value)) return value
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    // Streaming forgives the letter that the cut went through.
    return decoder.decode(Buffer.from(value, 'latin1'), { stream: cut })
  } catch {
    return undefined
  }
}

/**
 * Like `pipe`, but whatever happens to the sink the source is read to its end: the parser waits for it,
 * and the rest of the form with it.
 */
function pour(source: Readable, sink: Writable | undefined) {
  source.on('error', (error) => sink?.destroy(error))
  if (!sink) {
    source.resume()
    return
  }
  source.on('data', (chunk) => {
    if (!sink.destroyed && !sink.write(chunk)) source.pause()
  })
  source.on('end', () => sink.end())
  sink.on('drain', () => source.resume())
  sink.on('close', () => source.resume())
  sink.on('error', () => source.resume())
}

function metered(limit: number) {
  let bytes = 0
  return {
    passed: () => bytes > limit,
    async *measure(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > limit) throw new Error('past the limit')
        yield chunk
      }
    },
  }
}
