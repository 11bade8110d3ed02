import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  CALLING_CODES,
  confirmCode,
  keyFor,
  RESIDENT_LIFE,
  requestCode,
  seal,
  signOut,
  unseal,
} from '#people'
import { Actions, Button, Form, Heading, LinkButton, Notice, TextField } from '#ui'
import { words } from '#words'
import { addressOf } from '../api/address.ts'
import { dropCookie, readCookie, writeCookie } from '../base/cookies.ts'
import type { Env, Handler } from '../base/env.ts'
import { FORM_STATUS, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { go } from './go.ts'
import type { ResidentLimits } from './limits.ts'
import { Shell } from './shell.tsx'
import { formTrouble, type Trouble, troubleOf } from './trouble.ts'

/** Where signing in may lead; nothing else in the address is followed. */
const THEN: Readonly<Record<string, string>> = { my: '/my', new: '/new/who' }
const thenOf = (c: Context<Env>) => THEN[c.req.query('then') ?? ''] ?? '/my'
const kept = (c: Context<Env>) => (c.req.query('then') === 'new' ? '?then=new' : '')

/** By a code that is sent to a telephone or a mail address. */
export const askContact: Handler = (c) => (c.var.resident ? go(c, thenOf(c)) : drawContact(c, {}))

export const sendCode =
  ({ signIn: limits }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    if (!form.ok) {
      const { contact } = Object.fromEntries(form.typed)
      const errors = [formTrouble(locale, form.reason)]
      return drawContact(c, { contact, errors, status: FORM_STATUS[form.reason] })
    }
    const { signIn: wrong } = words(locale).resident.errors
    const contact = form.value.text('contact')
    // Nothing carries the code yet but the page of a demonstration.
    if (!tools.demonstration) return drawContact(c, { contact })
    const sent = await requestCode(
      { ...tools, limits },
      { contact, country: await callingCode(c), address: addressOf(c) ?? '' },
    )
    if (!sent.ok && sent.reason === 'contact-malformed')
      return drawContact(c, { contact, errors: [{ field: 'contact', text: wrong.contact }], status: 422 })
    if (!sent.ok) {
      const text = sent.reason === 'code-too-soon' ? wrong.soon : wrong['too-many']
      return drawContact(c, { contact, errors: [{ text }], status: 429 })
    }
    remember(c, { contact: sent.value.contact.value, code: sent.value.code })
    return go(c, `/sign-in/code${kept(c)}`)
  }

/** Where the code is written. */
export const askCode: Handler = (c) => (c.var.resident ? go(c, thenOf(c)) : drawCode(c))

export const enter =
  ({ signIn: limits }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    const waiting = remembered(c)
    if (!waiting) return go(c, `/sign-in${kept(c)}`)
    if (!form.ok) return drawCode(c, [formTrouble(locale, form.reason)], FORM_STATUS[form.reason])
    const { signIn: wrong } = words(locale).resident.errors
    const entered = await confirmCode(
      { ...tools, limits },
      {
        contact: waiting.contact,
        code: form.value.text('code'),
        language: locale,
        address: addressOf(c) ?? '',
      },
    )
    if (!entered.ok) {
      const many = entered.reason === 'too-many-tries'
      return drawCode(c, [{ field: 'code', text: many ? wrong['too-many'] : wrong.code }], many ? 429 : 422)
    }
    dropCookie(c, 'contact')
    writeCookie(c, 'resident', entered.value.token, RESIDENT_LIFE.hours * 60 * 60)
    return go(c, thenOf(c))
  }

/** Leaves nothing of a person on the device: neither their session nor a case they had open. */
export const leave: Handler = async (c) => {
  const form = await readForm(c)
  if (!form.ok) return go(c, '/my')
  const token = readCookie(c, 'resident')
  if (token) await signOut(c.var.tools.db, token)
  dropCookie(c, 'resident')
  dropCookie(c, 'case')
  return go(c, '/sign-in?out')
}

const callingCode = async (c: Context<Env>) => CALLING_CODES[(await c.var.tools.directory()).country ?? '']

interface Waiting {
  contact: string
  /** For the page of a demonstration. */
  code: string
}

/** Seconds: as long as the code is good. */
const CODE_LIFE = 10 * 60

/** Whom the code was sent to travels sealed with the browser: not in an address, not in a form. */
function remember(c: Context<Env>, waiting: Waiting): void {
  const sealed = seal(keyFor(c.var.tools.secret, 'resident contact'), 'contact', JSON.stringify(waiting))
  writeCookie(c, 'contact', sealed.toString('base64url'), CODE_LIFE)
}

function remembered(c: Context<Env>): Waiting | undefined {
  const sealed = readCookie(c, 'contact')
  const key = keyFor(c.var.tools.secret, 'resident contact')
  const text = sealed && unseal(key, 'contact', Buffer.from(sealed, 'base64url'))
  return text ? (JSON.parse(text) as Waiting) : undefined
}

interface ContactShown {
  contact?: string
  errors?: readonly Trouble[]
  status?: ContentfulStatusCode
}

function drawContact(c: Context<Env>, { contact = '', errors = [], status }: ContactShown) {
  const { locale } = c.var.page.reader
  const { signIn } = words(locale).resident.follow
  const back = kept(c) ? '/new/who' : ''
  if (!c.var.tools.demonstration)
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

function drawCode(c: Context<Env>, errors: readonly Trouble[] = [], status?: ContentfulStatusCode) {
  const waiting = remembered(c)
  if (!waiting) return go(c, `/sign-in${kept(c)}`)
  const { locale } = c.var.page.reader
  const { signIn } = words(locale).resident.follow
  const again = `/${locale}/sign-in${kept(c)}`
  return html(
    c,
    <Shell title={signIn.codeTitle} back={again} errors={errors} secret>
      <Heading title={signIn.codeTitle} lead={signIn.codeLead(`\u2066${waiting.contact}\u2069`)} />
      {c.var.tools.demonstration && (
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
