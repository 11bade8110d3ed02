import type { MiddlewareHandler } from 'hono'
import { countWaitingChats, mayChat } from '#knowledge'
import { countNotices } from '#messages'
import type { StaffEnv } from '../base/env.ts'

/** Lets signed-in staff through; anybody else is led to sign in and comes back to the page they asked for. */
export const staffOnly: MiddlewareHandler<StaffEnv> = async (c, next) => {
  if (c.var.officer) {
    const { tools, officer } = c.var
    const [notices, chats] = await Promise.all([
      countNotices(tools, officer),
      mayChat(officer) ? countWaitingChats(tools) : undefined,
    ])
    Object.assign(c.var.page, { notices, chats })
    return next()
  }
  const { reader, path } = c.var.page
  const to = c.req.method === 'GET' ? `?to=${encodeURIComponent(path)}` : ''
  return c.redirect(`/${reader.locale}/staff/sign-in${to}`, 303)
}

/** Where somebody may be led after signing in: a page of staff below the language, never elsewhere. */
export const safePath = (path: string | undefined): string | undefined =>
  path &&
  !path.includes('..') &&
  /^\/(?:desk|centre|admin|analysis|evaluation|operations|staff)(?:[/?][\w\-./?=&%~]*)?$/.test(path)
    ? path
    : undefined
