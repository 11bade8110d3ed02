import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Resident, saveResident } from '#people'
import { Button, Form, Heading, Notice, Radios, TextField } from '#ui'
import { words } from '#words'
import type { Handler } from '../base/env.ts'
import { FORM_STATUS, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { go } from './go.ts'
import { Shell } from './shell.tsx'
import { formTrouble, type Trouble, troubleOf } from './trouble.ts'

/** What we call them and in which language we write. */
export const askDetails: Handler = (c) =>
  c.var.resident ? drawDetails(c, c.var.resident) : go(c, '/sign-in?then=my')

export const saveDetails: Handler = async (c) => {
  const { resident, tools, page } = c.var
  const form = await readForm(c)
  if (!resident) return go(c, '/sign-in?then=my')
  if (!form.ok)
    return drawDetails(c, resident, [formTrouble(page.reader.locale, form.reason)], FORM_STATUS[form.reason])
  const language = form.value.text('language') === 'en' ? 'en' : 'ar'
  const saved = await saveResident(tools.db, resident.id, { name: form.value.text('name'), language })
  if (saved.ok) return go(c, '/my/details?saved')
  const text = words(page.reader.locale).resident.errors.contact['name-long']
  const typed = { ...resident, name: form.value.text('name'), language } as const
  return drawDetails(c, typed, [{ field: 'name', text }], 422)
}

function drawDetails(
  c: Parameters<Handler>[0],
  { name, phone, email, language }: Resident,
  errors: readonly Trouble[] = [],
  status?: ContentfulStatusCode,
) {
  const { locale } = c.var.page.reader
  const { resident, common } = words(locale)
  const { details } = resident.follow
  const { languages } = resident.journey.contact
  return html(
    c,
    <Shell title={details.title} back={`/${locale}/my`} errors={errors} secret>
      {c.req.query('saved') !== undefined && errors.length === 0 && (
        <Notice kind="done" title={details.saved} />
      )}
      <Heading
        title={details.title}
        lead={[details.contact, ' ', <bdi key="contact">{phone ?? email}</bdi>]}
      />
      <Form action={`/${locale}/my/details`}>
        <TextField
          name="name"
          label={details.name}
          value={name ?? ''}
          error={troubleOf(errors, 'name')}
          autocomplete="name"
          optional
        />
        <Radios
          name="language"
          label={details.language}
          inline
          value={language}
          choices={[
            { value: 'ar', label: languages.ar },
            { value: 'en', label: languages.en },
          ]}
        />
        <Button>{common.acts.save}</Button>
      </Form>
    </Shell>,
    status,
  )
}
