import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { papersInTurn } from '../base/papers.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { printReport, showReport } from './show.tsx'

/** A month or a quarter in words, as it is mailed to those who lead and plan; mounted below each language. */
export const reportPages = (): Hono<Env> =>
  new Hono<Env>().route(
    '/reports',
    new Hono<StaffEnv>()
      .use('*', staffOnly)
      .get('/', showReport)
      .get('/:period', showReport)
      .get('/:period/pdf', papersInTurn(), printReport),
  )
