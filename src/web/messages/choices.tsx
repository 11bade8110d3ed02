import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  type ContactChoice,
  chooseForContact,
  contactBehind,
  contactChoice,
  LEVELS,
  reachOf,
} from '#messages'
import { Button, Checkbox, EmptyState, Form, Heading, LinkButton, Notice, Radios, useWords } from '#ui'
import { words } from '#words'
import type { Env } from '../base/env.ts'
import { FORM_STATUS, readForm, sayRefusal } from '../forms/index.ts'
import { html } from '../html.ts'
import { go } from '../resident/go.ts'
import { Shell } from '../resident/shell.tsx'

type Visit = Context<Env>

/** What a signed-in resident gets at the contact they signed in with. */
export const showOwn = (c: Visit) => {
  const { resident } = c.var
  if (!resident) return go(c, '/sign-in?then=my')
  return draw(c, resident.phone ?? resident.email, '/my')
}

export const saveOwn = async (c: Visit) => {
  const { resident } = c.var
  return save(c, resident?.phone ?? resident?.email ?? undefined, '/my/messages', '/my')
}

/** The same for whoever followed the link of a mail: the link itself says whose contact it is. */
export const showByLink = (c: Visit) => {
  const contact = contactBehind(c.var.tools, c.req.param('token') ?? '')
  return contact ? draw(c, contact) : sorry(c)
}

export const saveByLink = async (c: Visit) => {
  const token = c.req.param('token') ?? ''
  return save(c, contactBehind(c.var.tools, token), `/messages/choices/${token}`)
}

async function save(c: Visit, contact: string | undefined, here: string, back?: string) {
  const form = await readForm(c)
  if (!contact) return sorry(c)
  const said = words(c.var.page.reader.locale)
  if (!form.ok) return draw(c, contact, back, sayRefusal(said, form), FORM_STATUS[form.reason])
  const chosen = { level: form.value.text('level'), whatsapp: form.value.text('whatsapp') === 'yes' }
  const saved = await chooseForContact(c.var.tools, contact, chosen)
  if (!saved.ok) return draw(c, contact, back, said.cases.refusals['choose-one'], 422)
  return go(c, `${here}?saved`)
}

async function draw(
  c: Visit,
  contact: string | null,
  back?: string,
  error?: string,
  status?: ContentfulStatusCode,
) {
  if (!contact) return sorry(c)
  const { tools, page } = c.var
  const choice = await contactChoice(tools, contact)
  const isPhone = contact.startsWith('+')
  return html(
    c,
    <ChoicesPage
      contact={contact}
      choice={choice}
      whatsapp={isPhone && reachOf(tools.gateways).has('whatsapp')}
      back={back && `/${page.reader.locale}${back}`}
      push={back && `/${page.reader.locale}/my/messages/push`}
      error={error}
      saved={c.req.query('saved') !== undefined && !error}
    />,
    status,
  )
}

interface ChoicesPageProps {
  contact: string
  choice: ContactChoice
  /** Whether WhatsApp can be offered. */
  whatsapp: boolean
  back?: string
  /** Where notifications can be allowed. */
  push?: string
  error?: string
  saved: boolean
}

function ChoicesPage({ contact, choice, whatsapp, back, push, error, saved }: ChoicesPageProps) {
  const { messages, common } = useWords()
  const { choices: said } = messages.pages
  const hints: Partial<Record<ContactChoice['level'], string>> = {
    needed: said.neededHint,
    none: said.noneHint,
  }
  return (
    <Shell title={said.title} back={back} errors={error ? [{ field: 'level', text: error }] : []} secret>
      {saved && <Notice kind="done" title={said.saved} />}
      <Heading title={said.title} lead={said.lead(`\u2066${contact}\u2069`)} />
      <Form>
        <Radios
          name="level"
          label={said.level}
          value={choice.level}
          error={error}
          choices={LEVELS.map((value) => ({ value, label: said[value], hint: hints[value] }))}
        />
        {whatsapp && <Checkbox name="whatsapp" label={said.whatsapp} checked={choice.whatsapp} />}
        <Button>{common.acts.save}</Button>
      </Form>
      {push && <a href={push}>{messages.pages.push.title}</a>}
    </Shell>
  )
}

/** The link is not ours, or there is no contact: says what to do instead. */
const sorry = (c: Visit) => html(c, <Sorry />, 404)

function Sorry() {
  const { messages, common } = useWords()
  const { choices: said } = messages.pages
  return (
    <Shell title={said.sorry}>
      <EmptyState icon="mail" title={said.sorry}>
        <p>{said.sorryNext}</p>
        <LinkButton href="/">{common.acts.home}</LinkButton>
      </EmptyState>
    </Shell>
  )
}
