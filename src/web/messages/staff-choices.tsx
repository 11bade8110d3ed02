import type { Context } from 'hono'
import { westernDigits } from '#kernel'
import { chooseForStaff, STAFF_MAIL, type StaffChoice, staffChoiceOf } from '#messages'
import { Button, ErrorSummary, Form, Heading, Notice, Radios, TextField, useLink, useWords } from '#ui'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { DeskPage } from '../desk/shell.tsx'
import { FORM_STATUS, readForm, sayRefusal } from '../forms/index.ts'
import { html } from '../html.ts'

interface Shown {
  typed?: { mail: string; hour: string }
  errors?: readonly { field?: string; text: string }[]
  status?: 400 | 403 | 413 | 415 | 422
}

/** What an officer gets by mail, and when their digest comes. */
export async function showStaffChoices(c: Context<StaffEnv>, { typed, errors = [], status }: Shown = {}) {
  const { tools, officer } = c.var
  const kept = await staffChoiceOf(tools, officer)
  const done = c.req.query('done') !== undefined && errors.length === 0
  const shown = typed ?? { mail: kept.mail, hour: String(kept.digestHour) }
  return html(c, <StaffChoicesPage officer={officer} shown={shown} errors={errors} done={done} />, status)
}

export async function postStaffChoices(c: Context<StaffEnv>) {
  const form = await readForm(c)
  const { tools, officer, page } = c.var
  const said = words(page.reader.locale)
  if (!form.ok)
    return showStaffChoices(c, {
      errors: [{ text: sayRefusal(said, form) }],
      status: FORM_STATUS[form.reason],
    })
  const typed = { mail: form.value.text('mail'), hour: form.value.text('hour') }
  const hour = westernDigits(typed.hour).trim()
  const digestHour = /^\d{1,2}$/.test(hour) ? Number(hour) : -1
  const saved = await chooseForStaff(tools, officer, { mail: typed.mail, digestHour })
  if (saved.ok) return c.redirect(`/${page.reader.locale}/staff/notices/choices?done`, 303)
  const error =
    saved.reason === 'not-an-hour'
      ? { field: 'hour', text: said.messages.pages.staffChoices.hourWrong }
      : { field: 'mail', text: said.cases.refusals['choose-one'] }
  return showStaffChoices(c, { typed, errors: [error], status: 422 })
}

interface StaffChoicesPageProps {
  officer: StaffEnv['Variables']['officer']
  shown: { mail: string; hour: string }
  errors: readonly { field?: string; text: string }[]
  done: boolean
}

function StaffChoicesPage({ officer, shown, errors, done }: StaffChoicesPageProps) {
  const { messages, common } = useWords()
  const { staffChoices: said } = messages.pages
  const link = useLink()
  const wrong = (field: string) => errors.find((error) => error.field === field)?.text
  const label: Readonly<Record<StaffChoice['mail'], string>> = said
  return (
    <DeskPage
      officer={officer}
      title={said.title}
      place="notices"
      back={link('/staff/notices')}
      wrong={errors.length > 0}
    >
      {done && <Notice kind="done" title={said.saved} />}
      <ErrorSummary errors={errors} />
      <Heading title={said.title} />
      <Form>
        <Radios
          name="mail"
          label={said.mail}
          hint={said.urgentHint}
          value={shown.mail}
          error={wrong('mail')}
          choices={STAFF_MAIL.map((value) => ({ value, label: label[value] }))}
        />
        <TextField
          name="hour"
          label={said.hour}
          hint={said.hourHint}
          value={shown.hour}
          error={wrong('hour')}
          dir="ltr"
          size="small"
          inputMode="numeric"
        />
        <Button>{common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
