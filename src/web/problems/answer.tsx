import type { Context } from 'hono'
import { holdsAny, type StaffRole } from '#people'
import { answerToAll, isTurn, openProblem, type Sent, sendOn, type Turn, takeProblemStep } from '#problems'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { attemptOf } from '../desk/case/given-back.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { AnswerPage } from './answer-page.tsx'

interface Came {
  attempt?: Attempt
  sent?: Sent
  turn?: Turn
}

/** The one answer to all cases of a problem, at the turn that is this officer's unless they ask for another. */
export async function showAnswer(c: Context<StaffEnv>, { attempt, sent, turn: given }: Came = {}) {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  const opened = await openProblem(tools, officer, id)
  if (!opened.ok || !opened.value.problem.openedAt) return c.notFound()
  const asked = c.req.query('turn') ?? ''
  const turn = given ?? (isTurn(asked) ? asked : turnOf(officer))
  const found = await answerToAll(tools, officer, id, turn)
  if (!found.ok) return c.notFound()
  const refused = attempt ?? (sent && sent.refused.length > 0)
  return html(
    c,
    <AnswerPage
      officer={officer}
      opened={opened.value}
      found={found.value}
      turn={turn}
      directory={await tools.directory()}
      attempt={attempt}
      sent={sent}
      done={c.req.query('done')}
    />,
    refused ? 422 : 200,
  )
}

const TURN_OF: readonly (readonly [StaffRole, Turn])[] = [
  ['liaison', 'reply'],
  ['releaser', 'release'],
  ['reviewer', 'verify'],
]

const turnOf = (officer: StaffEnv['Variables']['officer']): Turn =>
  TURN_OF.find(([role]) => holdsAny(officer, [role]))?.[1] ?? 'reply'

/** Keeps the answer; nothing is sent yet. */
export async function postAnswer(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const id = c.req.param('id') ?? ''
  const read = await readForm(c)
  const said = words(page.reader.locale)
  const refuse = (attempt: Attempt) => showAnswer(c, { attempt, turn: 'reply' })
  if (!read.ok) return refuse({ step: 'answer', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const typed = read.value.fields.filter(([name]) => name !== 'csrf')
  const taken = await takeProblemStep(tools, officer, {
    id,
    step: 'answer',
    input: Object.fromEntries(typed),
  })
  if (taken.ok)
    return c.redirect(`/${page.reader.locale}/desk/problems/${id}/answer?turn=reply&done=answer`, 303)
  return taken.reason === 'not-found' ? c.notFound() : refuse(attemptOf('answer', typed, taken))
}

/** Sends the answer to the chosen cases, or sends theirs on through a review. */
export async function postTurn(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const [id, turn] = [c.req.param('id') ?? '', c.req.param('turn') ?? '']
  const read = await readForm(c)
  if (!isTurn(turn)) return c.notFound()
  const said = words(page.reader.locale)
  const refuse = (form: string) =>
    showAnswer(c, { turn, attempt: { step: turn, typed: [], errors: { form } } })
  if (!read.ok) return refuse(sayRefusal(said, read))
  const chosen = read.value.texts('case')
  if (chosen.length === 0) return refuse(said.problems.answer.choose)
  const sent = await sendOn(tools, officer, id, turn, chosen)
  if (!sent.ok) return sent.reason === 'not-found' ? c.notFound() : refuse(sent.reason)
  tools.wake()
  if (sent.value.refused.length > 0) return showAnswer(c, { turn, sent: sent.value })
  const to = `/${page.reader.locale}/desk/problems/${id}/answer?turn=${turn}&done=${sent.value.done}`
  return c.redirect(to, 303)
}
