import { scanPoster } from '#entities'
import { localeOf } from '../api/problem.ts'
import type { Handler } from '../base/env.ts'

/** A scanned code: the journey begins with what the poster knows. One that hangs no more leads to the first page. */
export const poster: Handler = async (c) => {
  const locale = localeOf(c)
  const found = await scanPoster(c.var.tools, c.req.param('code') ?? '')
  if (!found) return c.redirect(`/${locale}`, 302)
  const { code, entityId, categoryId, placeId } = found
  const filled = new URLSearchParams({
    ...(entityId && { entity: entityId }),
    ...(categoryId && { category: categoryId }),
    ...(placeId && { place: placeId }),
    channel: 'qr',
    campaign: code,
  })
  return c.redirect(`/${locale}/new?${filled}`, 302)
}
