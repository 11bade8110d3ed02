import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Page, PageProvider } from '#ui'

/** What a handler of pages finds in its context: put there once for all, before the routes. */
export interface PageEnv {
  Variables: { page: Page }
}

/**
 * Draws a page for whoever asked. 422 is the status of a form that comes back with errors: the address stays, so
 * that reloading asks again.
 */
export function html<Env extends PageEnv>(c: Context<Env>, node: VNode, status: ContentfulStatusCode = 200) {
  const { page } = c.var
  c.header('Content-Language', page.reader.locale)
  return c.html(draw(page, node), status)
}

/** The text of a page; `html` sends it. */
export const draw = (page: Page, node: VNode): string =>
  `<!doctype html>${renderToString(h(PageProvider, { page }, node))}`
