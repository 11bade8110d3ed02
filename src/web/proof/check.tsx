import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  type Checked,
  checkReceipt,
  publicKeys,
  publishedKeys,
  type ReceiptFault,
  receiptAgainstRecord,
} from '#cases'
import { Actions, Button, FileField, Form, Heading, LinkButton, Notice, Quote, Section, TextArea } from '#ui'
import { words } from '#words'
import type { Env, Handler } from '../base/env.ts'
import { FORM_STATUS, type PostedForm, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'
import { fieldTroubles, formTrouble, type Trouble, troubleOf } from '../resident/trouble.ts'
import { inMemory } from './in-memory.ts'
import { StatementFacts } from './statement.tsx'

/** A long text with its answer, in JSON, or a page of PDF. */
const MOST = { files: 1, megabytes: 1 }

/** Checks a receipt that anybody holds. No sign-in, no script, and nothing sent here is kept. */
export const askReceipt: Handler = (c) => draw(c, {})

export const checkPosted: Handler = async (c) => {
  const { tools, page } = c.var
  const { locale } = page.reader
  const { check } = words(locale).proof
  const upload = inMemory()
  const form = await readForm(c, {
    files: upload.files,
    maxFiles: 1,
    maxFile: MOST.megabytes * 1024 * 1024,
    maxText: 1024 * 1024,
  })
  if (!form.ok)
    return draw(c, { errors: [formTrouble(locale, form.reason)], status: FORM_STATUS[form.reason] })
  const typed = form.value.text('receipt')
  const given = givenIn(form.value, upload.text())
  const errors = fieldTroubles(locale, form.value.refusals)
  if (errors.length > 0) return draw(c, { typed, errors, status: 422 })
  if (!given) return draw(c, { errors: [{ field: 'receipt', text: check.empty }], status: 422 })
  const checked = checkReceipt(given, publicKeys(await publishedKeys(tools.db)))
  if (!checked.ok) return draw(c, { typed, errors: [refused(check, checked.reason)], status: 422 })
  return drawGenuine(c, checked.value)
}

const givenIn = (form: PostedForm, uploaded: string | undefined) =>
  uploaded ?? (form.text('receipt').trim() || undefined)

const refused = ({ faults }: { faults: Record<ReceiptFault, string> }, reason: ReceiptFault): Trouble => ({
  field: 'receipt',
  text: faults[reason],
})

interface Shown {
  typed?: string
  errors?: readonly Trouble[]
  status?: ContentfulStatusCode
}

function draw(c: Context<Env>, { typed = '', errors = [], status }: Shown) {
  const { locale } = c.var.page.reader
  const { check } = words(locale).proof
  return html(
    c,
    <Shell title={check.title} back={`/${locale}/proof`} errors={errors}>
      <Heading title={check.title} lead={check.lead} />
      <Form action={`/${locale}/proof/check`} multipart>
        <TextArea
          name="receipt"
          label={check.paste}
          hint={check.pasteHint}
          value={typed.slice(0, 100_000)}
          error={troubleOf(errors, 'receipt')}
          rows={5}
          optional
        />
        <FileField
          name="file"
          label={check.upload}
          error={troubleOf(errors, 'file')}
          accept=".json,.pdf,.txt"
          most={MOST}
          optional
        />
        <Button>{check.go}</Button>
      </Form>
    </Shell>,
    status,
  )
}

async function drawGenuine(c: Context<Env>, { statement, words: said, answer, head }: Checked) {
  const { tools, page } = c.var
  const { locale } = page.reader
  const { check } = words(locale).proof
  const held = await receiptAgainstRecord(tools.db, statement)
  return html(
    c,
    <Shell title={check.genuine} back={`/${locale}/proof/check`} secret>
      <Heading title={check.genuine} />
      <Notice kind="done" title={check.genuineText}>
        {held === 'as-stated' && <p>{check.held[held]}</p>}
      </Notice>
      {held !== 'as-stated' && (
        <Notice kind="warning">
          <p>{check.held[held]}</p>
        </Notice>
      )}
      <StatementFacts statement={statement} day={head?.day} />
      <Opened title={check.said} note={check.wordsMatch} content={said} />
      <Opened title={check.reply} note={check.answerMatch} content={answer} />
      <Actions>
        <LinkButton kind="quiet" href={`/${locale}/proof/check`}>
          {check.again}
        </LinkButton>
      </Actions>
    </Shell>,
  )
}

/** Words that the receipt opens. */
function Opened({ title, note, content }: { title: string; note: string; content: unknown }) {
  const text = (content as { text?: unknown } | undefined)?.text
  if (typeof text !== 'string') return null
  return (
    <Section title={title}>
      <p class="hint">{note}</p>
      <Quote text={text} />
    </Section>
  )
}
