import { Hono } from 'hono'
import { MOST_AGE, receiveAge } from '#integrity'
import { refuse, type SealedEnv } from './answer.ts'
import { readBytes } from './read.ts'

/** What a form adds around its one file. */
const AROUND = 16 * 1024

/**
 * For browsers without script: one file that was encrypted with age before it came. Anything else is refused, above
 * all anything that can be read.
 */
export function ageFiles() {
  const calls = new Hono<SealedEnv>()
  calls.post('/age', async (c) => {
    const body = await readBytes(c, MOST_AGE + AROUND)
    if (!body.ok) return refuse(c, body.reason)
    const file = await fileIn(c.req.header('content-type') ?? '', body.value)
    if (!file) return refuse(c, 'malformed')
    const received = await receiveAge(c.var.room, file)
    const language = c.req.query('lang') === 'en' ? 'en' : 'ar'
    if (received.ok) return c.redirect(`/sealed/${language}/age-received`, 303)
    return received.reason === 'not-age'
      ? c.redirect(`/sealed/${language}/age-refused`, 303)
      : refuse(c, received.reason)
  })
  return calls
}

async function fileIn(type: string, body: Buffer): Promise<Buffer | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    return file instanceof File ? Buffer.from(await file.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
