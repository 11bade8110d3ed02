import { Hono } from 'hono'
import { Document, Heading, OtherLanguage, Section, Table, useWords, Wordmark } from '#ui'
import { isLocale, type Locale, words } from '#words'
import type { Assets } from '../../assets.ts'
import type { Env } from '../../base/env.ts'
import { securityHeaders } from '../../forms/index.ts'
import { html } from '../../html.ts'
import type { Description } from '../describe.ts'
import { localeOf, STATUS, sentence, statusOf } from '../problem.ts'
import { readerOf } from '../v1/tell.ts'
import { OperationPart } from './operation-part.tsx'
import { Shape } from './shape.tsx'

/** The description for people: drawn here, without a script, and with nothing from anywhere else. */
export function docs(assets: Assets, description: () => Description, https: boolean): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/api/docs', securityHeaders({ https }))
  app.use('/:locale/api/docs', securityHeaders({ https }))
  app.get('/api/docs', (c) => c.redirect(`/${localeOf(c)}/api/docs`, 302))
  app.get('/:locale{ar|en}/api/docs', async (c) => {
    const given = c.req.param('locale')
    const locale: Locale = isLocale(given) ? given : 'ar'
    const { directory, demonstration } = c.var.tools
    c.set('page', {
      reader: readerOf(await directory(), locale),
      path: '/api/docs',
      asset: assets.href,
      demonstration,
    })
    return html(c, <Docs description={description()} locale={locale} />)
  })
  return app
}

function Docs({ description, locale }: { description: Description; locale: Locale }) {
  const { api } = useWords()
  const operations = Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return (
    <Document title={api.title} sheet="staff.css">
      <header class="top">
        <Wordmark />
        <OtherLanguage />
      </header>
      <div class="desk">
        <nav class="places" aria-label={api.title}>
          <ul>
            {[api.operations, api.refusals, api.shapes].map((title, index) => (
              <li key={title}>
                <a href={`#${PARTS[index]}`}>
                  <span class="place-name">{title}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          <Heading title={api.title} lead={api.lead} />
          <p>
            <a href="/api/v1/openapi.json">{api.description}</a> · OpenAPI 3.1
          </p>
          <p>{api.bearer}</p>
          <p>{api.keys}</p>
          <Section title={api.operations} id={PARTS[0]}>
            {operations.map((each) => (
              <OperationPart key={each.operation.operationId} {...each} />
            ))}
          </Section>
          <Section title={api.refusals} id={PARTS[1]}>
            <p>{api.refusalsLead}</p>
            <Refusals locale={locale} />
          </Section>
          <Section title={api.shapes} id={PARTS[2]}>
            {Object.entries(description.components?.schemas ?? {}).map(([name, schema]) => (
              <Shape key={name} name={name} schema={schema} />
            ))}
          </Section>
        </main>
      </div>
    </Document>
  )
}

/** The anchors of the page's parts. */
const PARTS = ['operations', 'refusals', 'shapes']

/** Every reason has an anchor: the `type` of a problem leads there. */
function Refusals({ locale }: { locale: Locale }) {
  const { api } = useWords()
  const reasons = new Set([...Object.keys(STATUS), ...Object.keys(words(locale).cases.refusals)])
  return (
    <Table
      caption={api.refusals}
      rows={[...reasons]}
      rowKey={(reason) => reason}
      columns={[
        {
          key: 'reason',
          label: api.reason,
          header: true,
          cell: (reason) => (
            <code id={reason} dir="ltr">
              {reason}
            </code>
          ),
        },
        { key: 'status', label: api.status, number: true, cell: (reason) => statusShown(reason, locale) },
        { key: 'sentence', label: api.sentence, wide: true, cell: (reason) => sentence(locale, reason) },
      ]}
    />
  )
}

/** A reason that is only ever said of a field comes with the status of the whole: 422. */
const statusShown = (reason: string, locale: Locale) => {
  const keys = Object.keys(words(locale).cases.refusals)
  const ofField = keys.indexOf(reason) >= keys.indexOf('required')
  return Object.hasOwn(STATUS, reason) || !ofField ? statusOf(reason) : 422
}
