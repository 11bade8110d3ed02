import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  type Answers,
  isOpen,
  keepDraft,
  LIMITS,
  nextQuestion,
  overtaken,
  progress,
  QUESTIONS,
  type Question,
  questionBefore,
} from '#cases'
import { Actions, Button, Form, Progress } from '#ui'
import { words } from '#words'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { prefilledQuery, type Visit, visit } from '../answers.ts'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'
import { fieldTroubles, formTrouble, type Trouble } from '../trouble.ts'
import { type Ask, type Asking, asking, type Fields } from './ask.ts'
import { category } from './category.tsx'
import { contact } from './contact.tsx'
import { entity } from './entity.tsx'
import { Attach, attached, files } from './files.tsx'
import { NoPlace, place } from './place.tsx'
import { remedy } from './remedy.tsx'
import { text } from './text.tsx'
import { type } from './type.tsx'
import { who } from './who.tsx'

const ASKS: Record<Question, Ask> = { text, type, category, entity, place, remedy, files, who, contact }

export const isQuestion = (name: string): name is Question => (QUESTIONS as readonly string[]).includes(name)

/** A question's page; one that is not open yet leads to the one that is. */
export const askQuestion =
  (question: Question): Handler =>
  async (c) => {
    const here = await visit(c)
    if (!isOpen(question, here.answers)) return go(c, `/new/${nextQuestion(here.answers)}`)
    return show(here, question, pendingOf(here, question) ?? { fields: ASKS[question].fields(here) })
  }

/** What was typed last and could not be taken; the reasons only in the language they were said in. */
function pendingOf({ answers: { pending }, c }: Visit, question: Question): Shown | undefined {
  if (pending?.question !== question) return undefined
  const { language, said } = pending.troubles
  return { fields: pending.fields, troubles: language === c.var.page.reader.locale ? said : [] }
}

/** An answer: kept, and on to the next question; or the page again with what was typed and why it was not taken. */
export const takeAnswer =
  (question: Question): Handler =>
  async (c) => {
    const here = await visit(c)
    const ask = ASKS[question]
    const open = isOpen(question, here.answers)
    const room = ask.files && open ? LIMITS.files - (await attached(here)).length : 0
    const form = await readForm(c, room > 0 ? { files: c.var.tools.files, maxFiles: room } : {})
    if (!open) return go(c, `/new/${nextQuestion(here.answers)}`)
    const { locale } = c.var.page.reader
    if (!form.ok) {
      const typed = form.typed.length > 0 ? Object.fromEntries(form.typed) : ask.fields(here)
      const troubles = [formTrouble(locale, form.reason)]
      // Expired is said only of a form that was ours and this visitor's: what it brings may be kept.
      if (form.reason === 'form-expired') return again(here, question, typed, troubles)
      return show(here, question, { fields: typed, troubles, status: FORM_STATUS[form.reason] })
    }
    const fields = Object.fromEntries(form.value.fields)
    const refused = fieldTroubles(locale, form.value.refusals)
    const outcome = await ask.read(form.value, askingOf(here, fields))
    const troubles = [...refused, ...('troubles' in outcome ? outcome.troubles : [])]
    if (troubles.length > 0 || 'troubles' in outcome) return again(here, question, fields, troubles)
    return move(here, question, outcome)
  }

/** Beyond this many characters what was refused is shown again, but not kept. */
const MOST_PENDING = 100_000

/**
 * The page again, with what was typed and why it was not taken. Kept first and asked for anew, so that the
 * browser's way back never leads to a page that it would have to send again.
 */
async function again(here: Visit, question: Question, fields: Fields, troubles: readonly Trouble[]) {
  const { c } = here
  const pending = { question, fields, troubles: { language: c.var.page.reader.locale, said: troubles } }
  const kept = JSON.stringify(fields).length <= MOST_PENDING && (await keepAnswers(here, { pending }, []))
  return kept
    ? go(c, `/new/${question}${new URL(c.req.url).search}`)
    : show(here, question, { fields, troubles, status: 422 })
}

async function move(
  here: Visit,
  question: Question,
  { keep, go: elsewhere }: { keep?: Answers; go?: string },
) {
  const { c, answers } = here
  const done: (keyof Answers)[] = answers.pending?.question === question ? ['pending'] : []
  if (!keep) {
    if (done.length > 0) await keepAnswers(here, {}, done)
    return go(c, elsewhere ?? '/new')
  }
  const without = [...overtaken(answers, keep), ...done]
  const kept = await keepAnswers(here, keep, without)
  if (!kept) return go(c, '/new')
  const next = Object.fromEntries(
    Object.entries({ ...answers, ...keep }).filter(([name]) => !without.includes(name as keyof Answers)),
  )
  return go(c, elsewhere ?? `/new/${nextQuestion({ ...next, signedIn: answers.signedIn })}`)
}

/** A new draft begins with what was prefilled. */
export function keepAnswers(
  { c, found, answers }: Visit,
  keep: Answers,
  without: (keyof Answers)[] = [],
): Promise<boolean> {
  const { signedIn, ...beforehand } = answers
  return keepDraft(c.var.tools, c.var.form.visitor(), found, {
    answers: found ? keep : { ...beforehand, ...keep },
    without,
  })
}

const askingOf = (here: Visit, fields: Fields, troubles: readonly Trouble[] = []): Asking =>
  asking(here, words(here.c.var.page.reader.locale), fields, troubles)

interface Shown {
  fields: Fields
  troubles?: readonly Trouble[]
  status?: ContentfulStatusCode
}

export async function show(here: Visit, question: Question, { fields, troubles = [], status = 200 }: Shown) {
  const { c, answers } = here
  const ask = ASKS[question]
  const at = askingOf(here, fields, troubles)
  const link = (path: string) => `/${at.locale}${path}`
  const before = questionBefore(question, answers)
  const back = c.req.query('from') === 'check' ? '/new/check' : before ? `/new/${before}` : ''
  const { number, of } = progress(question, answers)
  const { journey } = at.t
  const search = new URL(c.req.url).search
  return html(
    c,
    <Shell title={ask.title(at)} back={link(back)} errors={troubles} secret>
      <Progress now={number} of={of} />
      <Form action={link(`/new/${question}${search}`)} multipart={ask.files}>
        {await ask.draw(at)}
        <Actions>
          <Button>{at.words.common.acts.continue}</Button>
          {question === 'place' && <NoPlace label={journey.place.none} />}
          {question === 'files' && <Attach label={journey.files.attach} />}
        </Actions>
      </Form>
      <p class="hint aside">
        {journey.saved}
        {here.found && (
          <>
            {' '}
            <a href={link(`/new/discard${prefilledQuery(c)}`)}>{journey.startOver}</a>
          </>
        )}
      </p>
    </Shell>,
    status,
  )
}
