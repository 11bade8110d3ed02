import type { Context } from 'hono'
import { answerOf, findCase, findTemplateForReply, judgeReply, saveReplyDraft } from '#cases'
import { isId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import type { AppTools } from '../../../tools.ts'
import type { StaffEnv } from '../../base/env.ts'
import { nest, type PostedForm } from '../../forms/index.ts'
import type { Attempt } from './attempt.ts'
import { afterwards, attemptOf, giveBack } from './given-back.ts'
import type { Typed } from './rows.ts'

/** What else the reply's form can do than send: keep a draft, begin with a template. Undefined when it sends. */
export async function replyAct(c: Context<StaffEnv>, id: string, form: PostedForm, typed: Typed) {
  const act = form.text('do')
  const like = form.text('like')
  if (like) return giveBack(c, form, await withAnswer(c, like, form, typed))
  if (act === 'template') return giveBack(c, form, await withTemplate(c, id, form, typed))
  if (act !== 'draft') return undefined
  const draft = drafted(typed)
  const saved = draft.ok ? await saveReplyDraft(c.var.tools, c.var.officer, id, draft.value) : draft
  return saved.ok ? afterwards(c, id, 'draft') : giveBack(c, form, attemptOf('reply', typed, saved))
}

const DRAFTED = new Set(['text', 'outcome', 'legalGround', 'otherRemedy', 'points', 'actions'])

/** The reply alone, without what belongs to the page. */
const drafted = (typed: Typed) => nest(typed.filter(([name]) => DRAFTED.has(name.split('.', 1)[0] ?? '')))

/** The template's text takes the place of nothing: it goes below what is written already. */
async function withTemplate(
  c: Context<StaffEnv>,
  id: string,
  form: PostedForm,
  typed: Typed,
): Promise<Attempt> {
  const found = await findCase(c.var.tools.db, c.var.officer, id)
  const template = await findTemplateForReply(c.var.tools, found?.entity ?? null, form.text('template'))
  if (!template) return { step: 'reply', typed, errors: { template: 'choose-one' } }
  const text = [form.text('text').trim(), template.body].filter(Boolean).join('\n\n')
  const outcome = form.text('outcome') || template.outcome || ''
  const kept = typed.filter(([name]) => name !== 'text' && name !== 'outcome')
  return { step: 'reply', typed: [...kept, ['text', text], ['outcome', outcome]], errors: {}, quiet: true }
}

/** An earlier answer to a case like this one goes below what is written already; out of reach there is none. */
async function withAnswer(
  c: Context<StaffEnv>,
  like: string,
  form: PostedForm,
  typed: Typed,
): Promise<Attempt> {
  const answer = isId(like) ? await answerOf(c.var.tools.db, c.var.officer, like) : undefined
  const text = [form.text('text').trim(), answer?.text].filter(Boolean).join('\n\n')
  const kept = typed.filter(([name]) => name !== 'text' && name !== 'like')
  return { step: 'reply', typed: [...kept, ['text', text]], errors: {}, quiet: true }
}

/**
 * Shows a reply that reads like a formula to its writer once more, inside the step's own transaction: nothing
 * is written. Sent again it goes.
 */
export const warnOnce =
  (tools: Pick<AppTools, 'directory'>, officer: Officer, id: string, form: PostedForm, typed: Typed) =>
  async (tx: Db): Promise<Result<true>> => {
    if (form.text('warned') === 'yes') return yes(true)
    const [found, given] = [await findCase(tx, officer, id), drafted(typed)]
    if (!found || !given.ok) return no('not-found')
    const { text, outcome, otherRemedy, points, actions } = given.value as unknown as Drafted
    const warnings = await judgeReply({ ...tools, db: tx }, found, {
      text,
      outcome,
      otherRemedy,
      points,
      actions,
    })
    return warnings.length > 0 ? no('formula', { warnings: warnings.join(' ') }) : yes(true)
  }

/** The step has looked at the form before: its shape is right. */
interface Drafted {
  text: string
  outcome: string
  otherRemedy?: string
  points?: { point: string; answer: string }[]
  actions?: unknown[]
}
