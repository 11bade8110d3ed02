import { Hono, type MiddlewareHandler } from 'hono'
import { seesOperations } from '#insight'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { postRemind, postSeen } from './post.ts'
import { showDesk, showWall } from './show.tsx'
import { streamBoard } from './stream.ts'

/** The operations room's wall and the desk beside it; mounted below each language. */
export const operationsRoom = (): Hono<Env> =>
  new Hono<Env>().route(
    '/operations',
    new Hono<StaffEnv>()
      .use('*', staffOnly)
      .use('*', operatorsOnly)
      .get('/', showWall)
      .get('/live', streamBoard())
      .get('/desk', showDesk)
      .post('/cases/:id/remind', postRemind)
      .post('/surges/:id/seen', postSeen),
  )

/** For anybody else there is no such page. */
const operatorsOnly: MiddlewareHandler<StaffEnv> = async (c, next) => {
  if (!seesOperations(c.var.officer)) return c.notFound()
  return next()
}
