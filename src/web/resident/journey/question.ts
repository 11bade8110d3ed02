import { type Answers, isOpen, LIMITS, nextQuestion, overtaken, type Question } from '#cases'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { keepAnswers, type Visit, visit } from '../answers.ts'
import { go } from '../go.ts'
import { fieldTroubles, formTrouble, type Trouble } from '../trouble.ts'
import type { Fields } from './ask.ts'
import { attached } from './files.tsx'
import { ASKS, askingOf, type Shown, show } from './question-page.tsx'

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
