import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { forgetSent, pinOf, residentView } from '#cases'
import { Actions, Button, Confirmation, Form, LinkButton, Section } from '#ui'
import { words } from '#words'
import { dropCookie } from '../../base/cookies.ts'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { visit } from '../answers.ts'
import { centre } from '../case/hero.tsx'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'
import { formTrouble, type Trouble } from '../trouble.ts'

/** A phone is lent, a counter's computer is shared: number and PIN do not stay on it. */
const SHOWN_FOR = { hours: 24 }

/** The confirmation, on the device that sent it and for a day. */
export const sent: Handler = (c) => draw(c)

/** Takes the confirmation from this device. */
export const forget: Handler = async (c) => {
  const form = await readForm(c)
  if (!form.ok) return draw(c, [formTrouble(c.var.page.reader.locale, form.reason)], FORM_STATUS[form.reason])
  await forgetSent(c.var.tools, c.var.form.visitor())
  dropCookie(c, 'case')
  return go(c, '/')
}

/** Whose receipt may be taken along from the confirmation: whoever may see it. */
export async function sentCase(c: Parameters<Handler>[0]) {
  const { sent: caseId } = await visit(c)
  const found = caseId ? await residentView(c.var.tools, caseId) : undefined
  return caseId && found && isShown(c, found.state) ? { caseId, base: '/new/sent' } : undefined
}

const isShown = (c: Parameters<Handler>[0], { receivedAt }: { receivedAt: Temporal.Instant }) =>
  Temporal.Instant.compare(receivedAt.add(SHOWN_FOR), c.var.tools.clock.now()) >= 0

async function draw(
  c: Parameters<Handler>[0],
  errors: readonly Trouble[] = [],
  status: ContentfulStatusCode = 200,
) {
  const { tools, page, resident } = c.var
  const { locale } = page.reader
  const { sent: caseId, directory } = await visit(c)
  const found = caseId ? await residentView(tools, caseId) : undefined
  if (!found) return go(c, '/new')
  const { state } = found
  if (!isShown(c, state)) return go(c, '/follow')
  const t = words(locale).resident
  const { sent: said } = t.journey
  const own = resident !== undefined && state.resident === resident.id
  return html(
    c,
    <Shell title={said.title} errors={errors} secret>
      <Confirmation
        title={said.title}
        number={state.reference}
        pin={state.resident ? undefined : pinOf(tools.secret, state.id)}
        answerBy={state.answerBy}
      >
        <p>{state.resident ? said.keepSignedIn : said.keep}</p>
        <p>
          {said.now}: <strong>{centre({ directory, reader: page.reader, t })}</strong>
        </p>
      </Confirmation>
      <Section title={said.nextTitle}>
        <ol>
          {said.next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Section>
      <p>
        {words(locale).proof.receipt.offerWhy}{' '}
        <a href={`/${locale}/new/sent/receipt/submitted`}>{words(locale).proof.receipt.offer}</a>
      </p>
      <Actions>
        <LinkButton href={`/${locale}${own ? `/my/${state.id}` : '/case'}`}>{said.follow}</LinkButton>
        <LinkButton kind="quiet" href={`/${locale}/new`}>
          {said.another}
        </LinkButton>
      </Actions>
      <Form>
        <p class="hint aside">{said.once}</p>
        <Button kind="plain">{said.forget}</Button>
      </Form>
    </Shell>,
    status,
  )
}
