import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Directory } from '#entities'
import { type Announcement, followProblem, knownProblem, type Problem } from '#problems'
import { Actions, Button, Facts, Form, Heading, LinkButton, Notice, Section, TextField } from '#ui'
import { formatDay, words } from '#words'
import { addressOf } from '../api/address.ts'
import { may } from '../api/limits.ts'
import type { Env, Handler } from '../base/env.ts'
import { FORM_STATUS, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import type { ResidentLimits } from '../resident/limits.ts'
import { Shell } from '../resident/shell.tsx'
import { formTrouble, type Trouble, troubleOf } from '../resident/trouble.ts'

interface Shown {
  typed?: Readonly<Record<string, string>>
  errors?: readonly Trouble[]
  status?: ContentfulStatusCode
}

/** A known problem while it is announced: what is known, and a way to follow it instead of filing. */
export const known: Handler = (c) => draw(c)

/** Somebody has it too. They leave a contact, or follow with their account; no case comes of it. */
export const follow =
  ({ submissions }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page, resident } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    const id = c.req.param('id') ?? ''
    if (!form.ok) {
      const typed = Object.fromEntries(form.typed)
      return draw(c, { typed, errors: [formTrouble(locale, form.reason)], status: FORM_STATUS[form.reason] })
    }
    const { errors: said } = words(locale).problems.known
    const typed = { phone: form.value.text('phone'), email: form.value.text('email') }
    if (!may(submissions, addressOf(c), tools.clock.now())) {
      c.header('Retry-After', '60')
      return draw(c, { typed, errors: [{ text: said['too-many'] }], status: 429 })
    }
    const done = await followProblem(tools, resident, id, { ...typed, language: locale })
    if (done.ok) return c.redirect(`/${locale}/known/${id}?${done.value.again ? 'again' : 'done'}`, 303)
    if (done.reason === 'not-found') return c.notFound()
    const errors = Object.entries(done.details ?? {}).map(([field, why]) => ({
      field,
      text: said[why as keyof typeof said],
    }))
    return draw(c, { typed, errors, status: 422 })
  }

async function draw(c: Context<Env>, { typed = {}, errors = [], status = 200 }: Shown = {}) {
  const { tools, page, resident } = c.var
  const { locale } = page.reader
  const found = await knownProblem(tools, c.req.param('id') ?? '')
  if (!found) return c.notFound()
  const { known: t, announcement } = words(locale).problems
  const directory = await tools.directory()
  const done = ['done', 'again'].find((each) => c.req.query(each) !== undefined)
  return html(
    c,
    <Shell title={t.title} back={`/${locale}`} errors={errors}>
      {done && (
        <Notice kind="done" title={done === 'done' ? t.done : t.again}>
          <p>{t.doneText}</p>
        </Notice>
      )}
      <Heading above={t.title} title={found.problem.title[locale]} lead={found.said.text[locale]} />
      <Facts facts={factsOf(found, directory, locale)} />
      <p>{announcement.until(untilOf(c, found.said))}</p>
      {!done && (
        <Section title={t.followTitle}>
          <p>{t.followLead}</p>
          <Form>
            {!resident && (
              <>
                <TextField
                  name="phone"
                  label={t.phone}
                  value={typed.phone}
                  error={troubleOf(errors, 'phone')}
                  type="tel"
                  dir="ltr"
                  size="medium"
                  autocomplete="tel"
                />
                <TextField
                  name="email"
                  label={t.email}
                  value={typed.email}
                  error={troubleOf(errors, 'email')}
                  type="email"
                  dir="ltr"
                  autocomplete="email"
                  optional
                />
                <p class="hint">{t.erased}</p>
              </>
            )}
            <Actions>
              <Button icon="bell">{resident ? t.goSignedIn : t.go}</Button>
              <LinkButton kind="quiet" href={`/${locale}/new`}>
                {t.file}
              </LinkButton>
            </Actions>
          </Form>
        </Section>
      )}
    </Shell>,
    status,
  )
}

const untilOf = (c: Context<Env>, { until }: Announcement) =>
  formatDay(c.var.page.reader, until.subtract({ seconds: 1 }))

function factsOf(
  { problem, said }: { problem: Problem; said: Announcement },
  directory: Directory,
  locale: 'ar' | 'en',
) {
  const { known, fields } = words(locale).problems
  const category = directory.category(said.category)?.name[locale]
  return [
    { name: known.works, value: directory.entity(problem.entity)?.name[locale] },
    { name: fields.place, value: directory.place(said.place)?.name[locale] ?? fields.anyPlace },
    ...(category ? [{ name: fields.category, value: category }] : []),
  ]
}
