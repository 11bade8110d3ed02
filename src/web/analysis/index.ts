import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { showBehind } from './behind/show.tsx'
import { postTake, showTake } from './behind/take.tsx'
import { exportFigures } from './export.ts'
import { showAnalysis } from './show.tsx'

/** Figures for whoever leads; mounted below each language. */
export const analysis = (): Hono<Env> =>
  new Hono<Env>().route(
    '/analysis',
    new Hono<StaffEnv>()
      .use('*', staffOnly)
      .get('/', showAnalysis)
      .get('/export/:format', exportFigures())
      .get('/cases', showBehind)
      .get('/cases/file', (c) => showTake(c))
      .post('/cases/file', postTake),
  )
