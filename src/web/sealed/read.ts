import type { Context } from 'hono'
import type { z } from 'zod'
import { no, type Result, yes } from '#kernel'

/** A report with an identity, a transcript and envelopes for a hundred officers, in base64. */
const MOST_JSON = 2 * 1024 * 1024

/** The body as JSON of exactly this shape. */
export async function readJson<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
): Promise<Result<z.infer<Shape>, 'not-json' | 'too-large' | 'malformed'>> {
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(c.req.header('content-type') ?? ''))
    return no('not-json')
  const body = await readBytes(c, MOST_JSON)
  if (!body.ok) return body
  const read = shape.safeParse(parsed(body.value))
  return read.success ? yes(read.data) : no('malformed')
}

/** The raw body, if it is not larger. Whoever hangs up in the middle has sent nothing. */
export async function readBytes(
  c: Context,
  most: number,
): Promise<Result<Buffer, 'too-large' | 'malformed'>> {
  if (Number(c.req.header('content-length') ?? 0) > most) return no('too-large')
  const stream = c.req.raw.body
  if (!stream) return no('malformed')
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of stream) {
      size += part.length
      if (size > most) return no('too-large')
      parts.push(part)
    }
  } catch {
    return no('malformed')
  }
  return yes(Buffer.concat(parts))
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
