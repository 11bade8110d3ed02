import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { canReach } from '#messages'
import { Actions, Button, Form, Heading, LinkButton, Notice, TextField } from '#ui'
import { words } from '#words'
import type { Env } from '../../base/env.ts'
import { html } from '../../html.ts'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'
import { type Trouble, troubleOf } from '../trouble.ts'
import { kept, remembered } from './waiting.ts'

interface ContactShown {
  contact?: string
  errors?: readonly Trouble[]
  status?: ContentfulStatusCode
}

/** Asks whom the code shall be sent to; says so where none can be sent. */
export function drawContact(c: Context<Env>, { contact = '', errors = [], status }: ContactShown) {
  const { locale } = c.var.page.reader
  const { signIn } = words(locale).resident.follow
  const back = kept(c) ? '/new/who' : ''
  if (!canReach(c.var.tools.gateways))
    return html(
      c,
      <Shell title={signIn.title} back={`/${locale}${back}`}>
        <Heading title={signIn.cannot} lead={signIn.cannotNext} />
        <LinkButton href={`/${locale}${back || '/new'}`}>{words(locale).common.acts.continue}</LinkButton>
      </Shell>,
    )
  return html(
    c,
    <Shell title={signIn.title} back={`/${locale}${back}`} errors={errors}>
      {errors.length === 0 && <Arrived c={c} />}
      <Heading title={signIn.title} lead={signIn.lead} />
      <Form action={`/${locale}/sign-in${kept(c)}`}>
        <TextField
          name="contact"
          label={signIn.contact}
          value={contact}
          error={troubleOf(errors, 'contact')}
          dir="ltr"
          autocomplete="username"
          spellcheck={false}
        />
        <Button>{signIn.send}</Button>
      </Form>
      {!kept(c) && (
        <p class="aside">
          <a href={`/${locale}/follow`}>{words(locale).resident.follow.mine.other}</a>
        </p>
      )}
    </Shell>,
    status,
  )
}

function Arrived({ c }: { c: Context<Env> }) {
  const { signIn } = words(c.var.page.reader.locale).resident.follow
  if (c.req.query('out') !== undefined) return <Notice kind="done" title={signIn.out} />
  return c.req.query('then') === 'my' ? <Notice title={signIn.reason} /> : null
}

/** Asks for the code; in a demonstration it stands on the page. */
export function drawCode(c: Context<Env>, errors: readonly Trouble[] = [], status?: ContentfulStatusCode) {
  const waiting = remembered(c)
  if (!waiting) return go(c, `/sign-in${kept(c)}`)
  const { locale } = c.var.page.reader
  const { signIn } = words(locale).resident.follow
  const again = `/${locale}/sign-in${kept(c)}`
  return html(
    c,
    <Shell title={signIn.codeTitle} back={again} errors={errors} secret>
      <Heading title={signIn.codeTitle} lead={signIn.codeLead(`\u2066${waiting.contact}\u2069`)} />
      {waiting.code && (
        <Notice>
          <p>
            {signIn.demonstration}{' '}
            <strong>
              <bdi dir="ltr">{waiting.code}</bdi>
            </strong>
          </p>
        </Notice>
      )}
      <Form action={`/${locale}/sign-in/code${kept(c)}`}>
        <TextField
          name="code"
          label={signIn.code}
          error={troubleOf(errors, 'code')}
          dir="ltr"
          size="small"
          inputMode="numeric"
          autocomplete="one-time-code"
        />
        <Actions>
          <Button>{signIn.enter}</Button>
          <LinkButton kind="plain" href={again}>
            {signIn.again}
          </LinkButton>
        </Actions>
      </Form>
    </Shell>,
    status,
  )
}
