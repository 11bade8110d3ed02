import { type Context, Hono } from 'hono'
import { holdsAny } from '#people'
import type { Env, StaffEnv } from '../../base/env.ts'
import { staffOnly } from '../../desk/staff-only.ts'
import { postClock, showClock } from './clock.tsx'

/**
 * The clock of a demonstration, for administrators and the operations room: `/ar/admin/clock`. Mounted in a
 * demonstration alone.
 */
export const clockPages = (notYours: (c: Context<Env>) => Response | Promise<Response>): Hono<StaffEnv> =>
  new Hono<StaffEnv>()
    .use('/clock', staffOnly, (c, next) =>
      holdsAny(c.var.officer, ['admin', 'operator'])
        ? next()
        : Promise.resolve(notYours(c as unknown as Context<Env>)),
    )
    .get('/clock', showClock)
    .post('/clock', postClock)
