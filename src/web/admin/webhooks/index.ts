import { Hono } from 'hono'
import type { StaffEnv } from '../../base/env.ts'
import type { Admin } from '../form-page.ts'
import { replaying, rotating, sendingAgain, showEndpoint, switching, trying } from './endpoint.tsx'
import { listOfEndpoints } from './list.tsx'
import { edit, newEndpoint } from './write.tsx'

type Show = (c: Admin) => Response | Promise<Response>

/** Buttons of an endpoint's page: sent to an address of their own, refused on the page that they stand on. */
const ACTS: Record<string, { send: Show }> = {
  test: trying,
  again: sendingAgain,
  replay: replaying,
  secret: rotating,
  switch: switching,
}

/**
 * The pages about outside systems, mounted at `/ar/admin/webhooks` and `/en/admin/webhooks`, after the
 * administrator's other pages: these keep everybody else out, and every act asks for the right once more.
 */
export function webhookPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
    .get('/', listOfEndpoints)
    .get('/new', newEndpoint.show)
    .post('/new', newEndpoint.send)
    .get('/:id/edit', edit.show)
    .post('/:id/edit', edit.send)
    .get('/:id', showEndpoint)
  // Whoever reloads or changes the language after a refused act comes back to the page of its button.
  for (const [name, { send }] of Object.entries(ACTS))
    app.get(`/:id/${name}`, toItsPage).post(`/:id/${name}`, send)
  return app
}

const toItsPage: Show = (c) => c.redirect(c.req.path.slice(0, c.req.path.lastIndexOf('/')), 303)
