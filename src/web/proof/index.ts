import { Hono } from 'hono'
import type { Env } from '../base/env.ts'
import { aboutProof } from './about.tsx'
import { askReceipt, checkPosted } from './check.tsx'

export { publishedProof } from './published.ts'
export { addReceipts } from './receipt/routes.tsx'

/** What the record is and how to check it, to be mounted below each language. No page of it has a script. */
export const proofPages = (): Hono<Env> =>
  new Hono<Env>().get('/proof', aboutProof).get('/proof/check', askReceipt).post('/proof/check', checkPosted)
