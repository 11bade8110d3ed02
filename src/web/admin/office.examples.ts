import assert from 'node:assert/strict'
import { resetSecondFactor, totpCode } from '#people'
import { anApp } from '../../../test/kit/app.ts'
import { sessionOf } from '../../../test/kit/staff.ts'
import { aVisitor, type Seen, textOf } from '../../../test/kit/visitor.ts'

type Fields = Record<string, string | readonly string[]>

/** The whole application with its administrator at a browser without script, authenticator in hand. */
export async function anOffice(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { tools, country } = app
  const factor = await resetSecondFactor(tools, 'installation', country.people.admin.id)
  assert.ok(factor.ok)
  const { totpSecret } = factor.value
  const adel = aVisitor(app)
  adel.cookies.set('staff', await sessionOf(app, country.people.admin))
  return {
    ...app,
    adel,
    /** What the authenticator shows now; it works once. */
    code: () => totpCode(totpSecret, country.clock.now()),
    /** Opens a page and sends a form of it as it stands, with these answers changed. */
    async fill(path: string, fields: Fields = {}, to?: string): Promise<Seen> {
      const page = await adel.get(path)
      return send(adel, page, path, fields, to)
    },
    /** Sends a form of a page that was opened before. */
    send: (page: Seen, path: string, fields: Fields = {}, to?: string) => send(adel, page, path, fields, to),
  }
}

export type Office = Awaited<ReturnType<typeof anOffice>>

function send(visitor: ReturnType<typeof aVisitor>, page: Seen, path: string, fields: Fields, to?: string) {
  const { action, values } = formIn(page, to)
  assert.ok(values.csrf, 'every form carries its token')
  return visitor.post({ action: action || path, hidden: {} }, { ...values, ...fields } as Record<
    string,
    string
  >)
}

/** A form in the page's main part, with everything that stands in it. */
function formIn({ html }: Seen, to = '') {
  const main = html.slice(html.indexOf('<main'))
  const forms = [...main.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, tag]) =>
    /method="post"/.test(tag ?? ''),
  )
  const found = forms.find(([, tag = '']) => (attribute(tag, 'action') ?? '').endsWith(to))
  assert.ok(found, `no form to ${to || 'send'} in: ${textOf(html)}`)
  const [, tag = '', inside = ''] = found
  return { action: attribute(tag, 'action') ?? '', values: valuesIn(inside) }
}

/** What a browser would send of the form if nobody touched it. */
export function valuesIn(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [, tag = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text']
    const chosen = !['radio', 'checkbox'].includes(type) || /\schecked/.test(tag)
    if (name && chosen) values[name] = attribute(tag, 'value') ?? ''
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs))
    values[attribute(tag, 'name') ?? ''] = plain(text).replace(/^\n/, '')
  for (const [, tag = '', options = ''] of html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs))
    values[attribute(tag, 'name') ?? ''] =
      attribute(/<option\b([^>]*\sselected[^>]*)>/.exec(options)?.[1] ?? '', 'value') ?? ''
  return values
}

/** The values that stand in the main part of a page that came back. */
export const typedIn = ({ html }: Seen): Record<string, string> => valuesIn(html.slice(html.indexOf('<main')))

/** What a page says in its main part. */
export const saidIn = ({ html }: Seen): string => textOf(html.slice(html.indexOf('<main')))

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=\\s|$|/)`).exec(tag)
  return found ? plain(found[1] ?? '') : undefined
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
