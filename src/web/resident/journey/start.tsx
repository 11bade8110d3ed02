import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { discardDraft, nextQuestion } from '#cases'
import { Actions, Button, Form, Heading, LinkButton, Quote } from '#ui'
import { words } from '#words'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { isBegun, prefilledQuery, type Visit, visit } from '../answers.ts'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'
import { formTrouble, type Trouble } from '../trouble.ts'

/** Where every way to a new case leads: an unfinished one is offered first. */
export const start: Handler = async (c) => {
  const { found, answers } = await visit(c)
  if (!found) return go(c, `/new/text${prefilledQuery(c)}`)
  if (!isBegun(found)) return go(c, `/new/${nextQuestion(answers)}`)
  const { locale } = c.var.page.reader
  const { resume } = words(locale).resident.journey
  return html(
    c,
    <Shell title={resume.title} back={`/${locale}`} secret>
      <Heading title={resume.title} lead={resume.lead} />
      <Quote text={excerpt(answers.text ?? answers.pending?.fields.text ?? '')} />
      <Actions>
        <LinkButton href={`/${locale}/new/${nextQuestion(answers)}`}>{resume.goOn}</LinkButton>
        <LinkButton kind="quiet" href={`/${locale}/new/discard${prefilledQuery(c)}`}>
          {resume.fresh}
        </LinkButton>
      </Actions>
    </Shell>,
  )
}

const excerpt = (text: string) => (text.length > 240 ? `${[...text].slice(0, 230).join('')}…` : text)

/** Asks once more before anything is erased. */
export const askDiscard: Handler = async (c) => {
  const here = await visit(c)
  return here.found ? confirmDiscard(here) : go(c, after(here))
}

export const discard: Handler = async (c) => {
  const form = await readForm(c)
  const here = await visit(c)
  if (!form.ok) {
    if (!here.found) return go(c, after(here))
    return confirmDiscard(
      here,
      [formTrouble(c.var.page.reader.locale, form.reason)],
      FORM_STATUS[form.reason],
    )
  }
  if (here.found) await discardDraft(c.var.tools, here.found.id)
  return go(c, after(here))
}

const after = ({ c }: Visit) =>
  c.req.query('then') === 'violation' ? '/violation?erased' : `/new/text${prefilledQuery(c)}`

function confirmDiscard({ c, answers }: Visit, errors: Trouble[] = [], status: ContentfulStatusCode = 200) {
  const { locale } = c.var.page.reader
  const { journey } = words(locale).resident
  const back = `/${locale}/new/${nextQuestion(answers)}`
  return html(
    c,
    <Shell title={journey.discard.title} back={back} errors={errors} secret>
      <Heading title={journey.discard.title} lead={journey.discard.text} />
      <Form>
        <Actions>
          <Button kind="danger">{journey.discard.yes}</Button>
          <LinkButton kind="quiet" href={back}>
            {journey.discard.no}
          </LinkButton>
        </Actions>
      </Form>
    </Shell>,
    status,
  )
}
