import { isStep } from '#cases'
import type { Directory } from '#entities'
import { yes } from '#kernel'
import {
  acceptEndpoint,
  changeEndpoint,
  type Endpoint,
  type EndpointChange,
  registerEndpoint,
} from '#messages'
import { stepUp } from '#people'
import { Button, Form, useWords } from '#ui'
import type { PostedForm } from '../../forms/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { codeToTry } from '../code-to-try.ts'
import { CodeField } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { carry } from '../handed-out.ts'
import { wordsOf } from '../read.ts'
import { EndpointFields } from './fields.tsx'
import { endpointIn } from './find.ts'

const FIELDS = {
  'name-missing': 'name',
  'name-too-long': 'name',
  'entity-unknown': 'entity',
  'webhook-address-malformed': 'url',
  'webhook-address-not-https': 'url',
  'webhook-address-inside': 'url',
  'webhook-events-missing': 'events',
  'code-wrong': 'code',
} as const

const changeIn = (form: PostedForm): EndpointChange => ({
  name: form.text('name'),
  url: form.text('url'),
  events: form.text('which') === 'some' ? form.texts('events').filter(isStep) : null,
})

interface NewKept {
  directory: Directory
}

/** A system to be told: what leaves the house is a right like any other, so the code is asked for again. */
export const newEndpoint = formPage<NewKept>({
  find: async (c) => ({ directory: await c.var.tools.directory() }),
  values: () => ({ which: 'all' }),
  fields: FIELDS,
  async act(form, _, c) {
    const { tools, officer } = c.var
    const wanted = { ...changeIn(form), entityId: form.text('entity') || null }
    // A code works once: what is wrong besides must not use it up.
    const accepted = acceptEndpoint(officer, wanted)
    if (!accepted.ok) return accepted
    const again = await stepUp(tools, officer, form.text('code'))
    if (!again.ok) return again
    const made = await registerEndpoint(tools, officer, wanted)
    if (!made.ok) return made
    return yes(handOver(c, { id: made.value.id, name: wanted.name }, made.value.signingSecret))
  },
  draw: (kept, form, c) => <NewEndpoint c={c} form={form} {...kept} />,
})

/** The way to where a secret is shown once, and back to its endpoint. */
export const handOver = (c: Admin, { id, name }: Pick<Endpoint, 'id' | 'name'>, signingSecret: string) =>
  carry(c, {
    name: `${wordsOf(c).admin.webhooks.secret} · ${name.trim().slice(0, 120)}`,
    token: signingSecret,
    next: `/admin/webhooks/${id}`,
  })

/** What a known system is told, and where. */
export const edit = formPage<Endpoint>({
  find: endpointIn,
  values: ({ name, url, events }) => ({ name, url, which: events ? 'some' : 'all', events: events ?? [] }),
  fields: FIELDS,
  async act(form, { id }, c) {
    const { tools, officer } = c.var
    const accepted = acceptEndpoint(officer, changeIn(form))
    if (!accepted.ok) return accepted
    const again = await stepUp(tools, officer, form.text('code'))
    if (!again.ok) return again
    const changed = await changeEndpoint(tools, officer, id, changeIn(form))
    return changed.ok ? yes(`/admin/webhooks/${id}?done=saved`) : changed
  },
  draw: (kept, form, c) => <EditEndpoint c={c} form={form} kept={kept} />,
})

function NewEndpoint({ c, form, directory }: NewKept & { c: Admin; form: Filled }) {
  const { webhooks } = useWords().admin
  return (
    <AdminPage
      c={c}
      place="webhooks"
      title={webhooks.addTitle}
      lead={webhooks.addLead}
      back="/admin/webhooks"
      form={form}
    >
      <div class="measure">
        <Form>
          <EndpointFields form={form} directory={directory} />
          <CodeField form={form} demonstration={codeToTry(c)} />
          <Button>{webhooks.add}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}

function EditEndpoint({ c, form, kept }: { c: Admin; form: Filled; kept: Endpoint }) {
  const { admin, common } = useWords()
  const back = `/admin/webhooks/${kept.id}`
  return (
    <AdminPage
      c={c}
      place="webhooks"
      above={<bdi>{kept.name}</bdi>}
      title={admin.webhooks.edit}
      back={back}
      form={form}
    >
      <div class="measure">
        <Form>
          <EndpointFields form={form} />
          <CodeField form={form} demonstration={codeToTry(c)} />
          <Button>{common.acts.save}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
