import { Hono, type MiddlewareHandler } from 'hono'
import { runsOperations, seesOperations } from '#insight'
import type { Officer } from '#people'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { postAnnounce, showAnnounce } from './announce.tsx'
import { showRoomCases } from './cases.tsx'
import { postRemind, postSeen, postTakeOver } from './post.ts'
import { showDesk, showWall } from './show.tsx'
import { streamBoard } from './stream.ts'

/** The operations room's wall, of which each sees their part, and the desk beside it; mounted below each language. */
export const operationsRoom = (): Hono<Env> =>
  new Hono<Env>().route(
    '/operations',
    new Hono<StaffEnv>()
      .use('*', staffOnly)
      .use('*', only(seesOperations))
      .get('/', showWall)
      .get('/live', streamBoard())
      .get('/cases', showRoomCases)
      .get('/desk', only(runsOperations), showDesk)
      .get('/announce', only(runsOperations), (c) => showAnnounce(c))
      .post('/announce', only(runsOperations), postAnnounce)
      .post('/cases/:id/remind', only(runsOperations), postRemind)
      .post('/cases/:id/take-over', only(runsOperations), postTakeOver)
      .post('/surges/:id/seen', only(runsOperations), postSeen),
  )

/** For anybody else there is no such page. */
const only =
  (may: (officer: Officer) => boolean): MiddlewareHandler<StaffEnv> =>
  async (c, next) =>
    may(c.var.officer) ? next() : c.notFound()
