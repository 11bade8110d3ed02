import type { MiddlewareHandler } from 'hono'

/** An address that was typed or passed on with a slash at its end means the same page. Never another host's. */
export const withoutSlash: MiddlewareHandler = async (c, next) => {
  await next()
  const { path, method } = c.req
  if (c.res.status !== 404 || !path.endsWith('/') || !['GET', 'HEAD'].includes(method)) return
  c.res = c.redirect(path.replace(/\/+$/u, '') + new URL(c.req.url).search, 301)
}
