import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { parseReference, westernDigits } from '#kernel'
import { Actions, Button, Form, Heading, LinkButton, Notice, TextField } from '#ui'
import { words } from '#words'
import { addressOf } from '../api/address.ts'
import { caseWithPin } from '../api/with-pin.ts'
import type { Env, Handler } from '../base/env.ts'
import { FORM_STATUS, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { openForCase } from './case/session.ts'
import { go } from './go.ts'
import { Shell } from './shell.tsx'
import { formTrouble, type Trouble, troubleOf } from './trouble.ts'

/** The way to a case by its number and its PIN. */
export const askNumber: Handler = (c) => draw(c, {})

/** An unknown number and a wrong PIN are one answer; tries are counted by number and by address. */
export const openByNumber: Handler = async (c) => {
  const { tools, page } = c.var
  const { follow: wrong } = words(page.reader.locale).resident.errors
  const form = await readForm(c)
  if (!form.ok) {
    const typed = Object.fromEntries(form.typed)
    const errors = [formTrouble(page.reader.locale, form.reason)]
    return draw(c, { reference: typed.reference, errors, status: FORM_STATUS[form.reason] })
  }
  const [reference, pin] = [form.value.text('reference'), form.value.text('pin')]
  const number = parseReference(reference)
  const errors: Trouble[] = []
  if (!number) errors.push({ field: 'reference', text: wrong.reference })
  if (!/^\d{6}$/.test(westernDigits(pin).replace(/\s/gu, ''))) errors.push({ field: 'pin', text: wrong.pin })
  if (!number || errors.length > 0) return draw(c, { reference, errors, status: 422 })

  const found = await caseWithPin(tools, { reference, pin }, addressOf(c))
  if (!found.ok && found.reason === 'too-many-tries') {
    c.header('Retry-After', '300')
    return draw(c, { reference, errors: [{ text: wrong['too-many'] }], status: 429 })
  }
  if (!found.ok) return draw(c, { reference, errors: [{ text: wrong.unknown }], status: 422 })
  openForCase(c, found.value.id)
  return go(c, '/case')
}

interface Shown {
  reference?: string
  errors?: readonly Trouble[]
  status?: ContentfulStatusCode
}

function draw(c: Context<Env>, { reference = '', errors = [], status }: Shown) {
  const { locale } = c.var.page.reader
  const { find } = words(locale).resident.follow
  return html(
    c,
    <Shell title={find.title} back={`/${locale}`} errors={errors}>
      {c.req.query('over') !== undefined && errors.length === 0 && (
        <Notice>
          <p>{find.over}</p>
        </Notice>
      )}
      <Heading title={find.title} lead={find.lead} />
      <Form action={`/${locale}/follow`}>
        <TextField
          name="reference"
          label={find.reference}
          hint={find.referenceHint}
          value={reference}
          error={troubleOf(errors, 'reference')}
          dir="ltr"
          size="medium"
          inputMode="numeric"
          autocomplete="off"
        />
        <TextField
          name="pin"
          label={find.pin}
          hint={find.pinHint}
          error={troubleOf(errors, 'pin')}
          dir="ltr"
          size="small"
          inputMode="numeric"
          autocomplete="off"
        />
        <Actions>
          <Button>{find.go}</Button>
          <LinkButton kind="plain" href={`/${locale}/help#lost`}>
            {find.lost}
          </LinkButton>
        </Actions>
      </Form>
      <p class="aside">
        <a href={`/${locale}/my`}>{find.mine}</a>
      </p>
    </Shell>,
    status,
  )
}
