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
    const { pending } = here.answers
    return show(here, question, {
      fields: pending?.question === question ? pending.fields : ASKS[question].fields(here),
    })
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
    if (!form.ok) {
      if (!open) return go(c, `/new/${nextQuestion(here.answers)}`)
      const typed = Object.fromEntries(form.typed)
      // Expired is said only of a form that was ours and this visitor's: what it brings may be kept.
      if (form.reason === 'form-expired') await keepPending(here, question, typed)
      const fields = form.typed.length > 0 ? typed : ask.fields(here)
      const troubles = [formTrouble(c.var.page.reader.locale, form.reason)]
      return show(here, question, { fields, troubles, status: FORM_STATUS[form.reason] })
    }
    if (!open) return go(c, `/new/${nextQuestion(here.answers)}`)
    const fields = Object.fromEntries(form.value.fields)
    const refused = fieldTroubles(c.var.page.reader.locale, form.value.refusals)
    const outcome = await ask.read(form.value, askingOf(here, fields))
    const troubles = [...refused, ...('troubles' in outcome ? outcome.troubles : [])]
    if (troubles.length > 0) {
      await keepPending(here, question, fields)
      return show(here, question, { fields, troubles, status: 422 })
    }
    return 'troubles' in outcome ? go(c, '/new') : move(here, outcome)
  }

async function move(here: Visit, { keep, go: elsewhere }: { keep?: Answers; go?: string }) {
  const { c, answers } = here
  if (!keep) return go(c, elsewhere ?? '/new')
  const without = overtaken(answers, keep)
  const kept = await keepAnswers(here, keep, ['pending', ...without])
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
  without: (keyof Answers)[] = ['pending'],
): Promise<boolean> {
  const { signedIn, ...beforehand } = answers
  return keepDraft(c.var.tools, c.var.form.visitor(), found, {
    answers: found ? keep : { ...beforehand, ...keep },
    without,
  })
}

/** Beyond this many characters what was refused is shown again, but not kept. */
const MOST_PENDING = 100_000

async function keepPending(here: Visit, question: Question, fields: Fields) {
  if (JSON.stringify(fields).length > MOST_PENDING || Object.values(fields).every((value) => !value)) return
  await keepAnswers(here, { pending: { question, fields } }, [])
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
