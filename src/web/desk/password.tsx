import type { Context } from 'hono'
import { changePassword } from '#people'
import { Button, ErrorSummary, Form, Heading, Notice, TextField, useWords } from '#ui'
import { readCookie } from '../base/cookies.ts'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { DeskPage } from './shell.tsx'

type Errors = { current?: string; next?: string; form?: string }

export const showPassword = (c: Context<StaffEnv>, errors: Errors = {}) => {
  const wrong = Object.keys(errors).length > 0
  return html(
    c,
    <PasswordPage c={c} errors={errors} done={c.req.query('done') !== undefined} />,
    wrong ? 422 : 200,
  )
}

/** Changes one's own password; every other session of the officer ends. */
export async function postPassword(c: Context<StaffEnv>) {
  const form = await readForm(c)
  if (!form.ok) return showPassword(c, { form: form.reason })
  const [current, next] = [form.value.text('current'), form.value.text('next')]
  const changed = await changePassword(c.var.tools, c.var.officer, {
    current,
    next,
    token: readCookie(c, 'staff') ?? '',
  })
  if (changed.ok) return c.redirect(`/${c.var.page.reader.locale}/staff/password?done`, 303)
  const ofCurrent = changed.reason === 'password-wrong' || changed.reason === 'too-many-tries'
  return showPassword(c, { [ofCurrent ? 'current' : 'next']: changed.reason })
}

function PasswordPage({ c, errors, done }: { c: Context<StaffEnv>; errors: Errors; done: boolean }) {
  const { desk, common, forms } = useWords()
  const { password } = desk
  const said: Readonly<Record<string, unknown>> = { ...forms.refusals, ...password.refusals }
  const say = (reason?: string) =>
    reason ? String(said[reason] ?? password.refusals['password-wrong']) : undefined
  const list = Object.entries(errors).map(([field, reason]) => ({
    field: field === 'form' ? undefined : field,
    text: say(reason) ?? '',
  }))
  return (
    <DeskPage officer={c.var.officer} title={password.title} wrong={list.length > 0}>
      <ErrorSummary errors={list} />
      <Heading title={password.title} lead={password.lead} />
      {done && <Notice kind="done" title={password.done} />}
      <Form>
        <TextField
          name="current"
          label={password.current}
          type="password"
          dir="ltr"
          size="medium"
          autocomplete="current-password"
          error={say(errors.current)}
        />
        <TextField
          name="next"
          label={password.next}
          hint={password.hint}
          type="password"
          dir="ltr"
          size="medium"
          autocomplete="new-password"
          error={say(errors.next)}
        />
        <Button>{common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
