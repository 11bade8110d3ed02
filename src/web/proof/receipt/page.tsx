import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { fingerprint, type Issued, readHead, toCompact } from '#cases'
import { Actions, Details, Facts, Heading, LinkButton, Notice, Section } from '#ui'
import { words } from '#words'
import type { Env } from '../../base/env.ts'
import { html } from '../../html.ts'
import { Shell } from '../../resident/shell.tsx'
import { Hex } from '../about.tsx'
import { StatementFacts } from '../statement.tsx'
import { qrOf } from './qr.ts'
import type { Holder } from './routes.tsx'

/** The receipt on a page: what it states, the code to scan, and both downloads. */
export function drawReceipt(
  c: Context<Env>,
  { statement, receipt }: Issued,
  { base }: Holder,
  status: ContentfulStatusCode = 200,
) {
  const { page, tools } = c.var
  const { locale } = page.reader
  const { receipt: t } = words(locale).proof
  const letters = toCompact(receipt)
  const here = `/${locale}${base}/receipt/${statement.moment}`
  return html(
    c,
    <Shell title={t[statement.moment]} back={`/${locale}${base}`} secret>
      <Heading title={t[statement.moment]} lead={t.lead} />
      <StatementFacts
        statement={statement}
        day={receipt.inclusion && readHead(receipt.inclusion.head.signed)?.day}
      />
      <Section title={t.keep}>
        <Code letters={letters} label={t.scan} />
        <p>{t.noWords}</p>
        <p>{t.withWords}</p>
        <Actions>
          <LinkButton href={`${here}/paper`}>{t.paper}</LinkButton>
          <LinkButton kind="quiet" href={`${here}/file`}>
            {t.file}
          </LinkButton>
        </Actions>
      </Section>
      <Section title={t.how}>
        <p>{t.howText(`${tools.publicUrl.replace(/^https?:\/\//, '')}/${locale}/proof/check`)}</p>
        <p>
          <a href={`/${locale}/proof/check`}>{t.checkIt}</a>
        </p>
        <Details title={t.letters}>
          <p dir="ltr">
            <code>{letters.replace(/.{8}(?=.)/g, '$& ')}</code>
          </p>
        </Details>
        <Facts
          facts={[
            {
              name: t.fingerprint,
              value: <Hex text={fingerprint(Buffer.from(receipt.publicKey, 'hex'))} />,
            },
          ]}
        />
      </Section>
    </Shell>,
    status,
  )
}

/** Black on white whatever the theme: telephones read it. */
function Code({ letters, label }: { letters: string; label: string }) {
  const { size, path } = qrOf(letters)
  return (
    <p>
      <svg width="240" height="240" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} stroke="#000" />
      </svg>
      <br />
      <span class="hint">{label}</span>
    </p>
  )
}

export const drawUnsigned = (c: Context<Env>, holder: Holder) => drawNotice(c, holder, 'unsigned', 503)
export const drawNone = (c: Context<Env>, holder: Holder) => drawNotice(c, holder, 'none', 404)

function drawNotice(c: Context<Env>, { base }: Holder, which: 'unsigned' | 'none', status: 404 | 503) {
  const { locale } = c.var.page.reader
  const { receipt } = words(locale).proof
  const { title, text } = receipt[which]
  return html(
    c,
    <Shell title={title} back={`/${locale}${base}`} secret>
      <Heading title={title} />
      <Notice kind="warning">
        <p>{text}</p>
      </Notice>
    </Shell>,
    status,
  )
}
