import { Hono } from 'hono'
import { contactBehind, stopContact } from '#messages'
import type { Env } from '../base/env.ts'

/**
 * The address in a mail's List-Unsubscribe: opened, it leads to the page where its reader chooses; posted by a mail
 * program (RFC 8058) it chooses at once. It carries no form token, because no page of ours sends it; the sealed
 * contact in it is all it acts on.
 */
export const stopLinks = (): Hono<Env> =>
  new Hono<Env>()
    .get('/stop/:locale{ar|en}/:token', (c) =>
      c.redirect(
        `/${c.req.param('locale')}/messages/choices/${encodeURIComponent(c.req.param('token'))}`,
        303,
      ),
    )
    .post('/stop/:locale{ar|en}/:token', async (c) => {
      const { tools } = c.var
      const contact = contactBehind(tools, c.req.param('token'))
      if (!contact) return c.body(null, 404)
      await stopContact(tools, contact)
      return c.body(null, 204)
    })
