import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { newSecret } from '#kernel'
import type { Officer } from '#people'
import { sql } from '#platform'
import type { App } from './app.ts'
import { aVisitor, type Seen, type Sent, textOf } from './visitor.ts'

/** A session of an officer, as signing in leaves it; the secret for its cookie. */
export async function sessionOf({ tools }: Pick<App, 'tools'>, officer: Officer): Promise<string> {
  const token = newSecret()
  const now = tools.clock.now()
  await tools.db.run(sql`
    insert into sessions (token_hash, staff_id, confirmed_at, created_at, seen_at, expires_at)
    values (${createHash('sha256').update(token).digest()}, ${officer.id}, ${now}, ${now}, ${now},
            ${now.add({ hours: 12 })})`)
  return token
}

/** An officer at a browser without script, signed in. */
export async function atDesk(app: App, officer: Officer) {
  const visitor = aVisitor(app)
  visitor.cookies.set('staff', await sessionOf(app, officer))
  return {
    ...visitor,
    /** Opens a page and sends the form on it that leads to `to`. */
    async step(path: string, to: string, fields: Parameters<typeof visitor.post>[1] = {}): Promise<Seen> {
      return visitor.post(formTo(await visitor.get(path), to), fields)
    },
  }
}

/** The form of a page that is sent to an address ending in `to`, with everything that stands in it. */
export function formTo({ html }: Seen, to: string): Sent {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
  const found = forms.findLast(([, tag = '']) => new RegExp(`action="[^"]*${to}"`).test(tag))
  assert.ok(found, `no form to ${to} in:\n${textOf(html)}`)
  const [, tag = '', inside = ''] = found
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: (/action="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'),
    hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
  }
}
