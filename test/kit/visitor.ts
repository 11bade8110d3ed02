import assert from 'node:assert/strict'
import type { App } from './app.ts'
import { ORIGIN } from './app.ts'

type Fields = Record<string, string | File | readonly File[]>

/** What a page came to: where redirects led, and what it says. */
export interface Seen {
  status: number
  path: string
  html: string
  headers: Headers
}

/** Somebody at a browser without script: keeps cookies, follows redirects, sends the forms it was given. */
export function aVisitor({ app }: Pick<App, 'app'>) {
  const cookies = new Map<string, string>()

  async function request(path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = new Headers(init.headers)
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (jar) headers.set('cookie', jar)
    const response = await app.request(new URL(path, ORIGIN), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const to = response.headers.get('location')
    if (to) return request(to, { headers: addressIn(init.headers) })
    const html = await response.text()
    if (/<script [^>]*src="/.test(html))
      assert.match(
        response.headers.get('content-security-policy') ?? '',
        /script-src/,
        `${path}: its scripts are blocked`,
      )
    return { status: response.status, path, html, headers: response.headers }
  }

  const visitor = {
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => request(path, { headers }),
    /** Opens a page and sends its form with these answers; `change` may tamper with what is sent. */
    async send(path: string, fields: Fields = {}, change: Partial<Sent> = {}): Promise<Seen> {
      return visitor.post({ ...formOf(await visitor.get(path), path), ...change }, fields)
    },
    /** Sends a form that was opened before. */
    post: ({ action, hidden, headers = {} }: Sent, fields: Fields = {}): Promise<Seen> => {
      const all = Object.entries({ ...hidden, ...fields })
      const multipart = all.some(([, value]) => typeof value !== 'string')
      const body = multipart ? new FormData() : new URLSearchParams()
      for (const [name, value] of all)
        for (const each of Array.isArray(value) ? value : [value])
          (body as FormData).append(name, each as unknown as string)
      return request(action, { method: 'POST', body, headers })
    },
    open: async (path: string): Promise<Sent> => formOf(await visitor.get(path), path),
  }
  return visitor
}

export type Visitor = ReturnType<typeof aVisitor>

export interface Sent {
  action: string
  hidden: Record<string, string>
  headers?: Record<string, string>
}

/** The form of a page that posts: where to, and what travels unseen. The last of several is the page's own. */
function formOf({ html }: Seen, path: string): Sent {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, tag]) =>
    tag?.includes('method="post"'),
  )
  const [, tag = '', inside = ''] = forms[0] ?? []
  assert.ok(tag, `${path} has no form:\n${textOf(html)}`)
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: unescapeHtml(/action="([^"]*)"/.exec(tag)?.[1] ?? path),
    hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescapeHtml(value)])),
  }
}

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  unescapeHtml(html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const unescapeHtml = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const addressIn = (headers: RequestInit['headers']): Record<string, string> => {
  const forwarded = new Headers(headers).get('x-forwarded-for')
  return forwarded ? { 'x-forwarded-for': forwarded } : {}
}

function keep(cookies: Map<string, string>, line: string) {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const gone = attributes.some((each) => /max-age=0/i.test(each))
  if (gone) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
