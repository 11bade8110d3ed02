import type { Context } from 'hono'
import { findCase, findTemplateForReply, judgeReply, saveReplyDraft } from '#cases'
import { no, type Result, yes } from '#kernel'
import type { StaffEnv } from '../../base/env.ts'
import { type Nested, nest, type PostedForm } from '../../forms/index.ts'
import type { Attempt } from './attempt.ts'
import { afterwards, again, attemptOf } from './post-step.ts'
import { showCase } from './show.tsx'
import { filled } from './step-input.ts'

/** What else the reply's form can do than send: keep a draft, begin with a template. Undefined when it sends. */
export async function replyAct(c: Context<StaffEnv>, id: string, form: PostedForm) {
  const act = form.text('do')
  if (act === 'template') return showCase(c, await withTemplate(c, id, form))
  if (act !== 'draft') return undefined
  const nested = nest(form.fields.filter(([name]) => DRAFTED.has(name.split('.', 1)[0] ?? '')))
  if (!nested.ok) return again(c, form, attemptOf('reply', form, nested))
  const { points, actions, ...rest } = nested.value
  const draft = { ...rest, points: filled(points), actions: filled(actions) }
  const saved = await saveReplyDraft(c.var.tools, c.var.officer, id, draft)
  return saved.ok ? afterwards(c, id, 'draft') : again(c, form, attemptOf('reply', form, saved))
}

const DRAFTED = new Set(['text', 'outcome', 'legalGround', 'otherRemedy', 'points', 'actions'])

/** The template's text takes the place of nothing: it goes below what is written already. */
async function withTemplate(c: Context<StaffEnv>, id: string, form: PostedForm): Promise<Attempt> {
  const found = await findCase(c.var.tools.db, c.var.officer, id)
  const template = await findTemplateForReply(c.var.tools, found?.entity ?? null, form.text('template'))
  const written = form.text('text').trim()
  const text = [written, template?.body].filter(Boolean).join('\n\n')
  const outcome = form.text('outcome') || template?.outcome || ''
  const kept = form.fields.filter(([name]) => name !== 'text' && name !== 'outcome')
  return {
    step: 'reply',
    typed: [...kept, ['text', text], ['outcome', outcome]],
    errors: template ? {} : { template: 'choose-one' },
    quiet: Boolean(template),
  }
}

/**
 * Shows a reply that reads like a formula to its writer once more, inside the step's own transaction: nothing
 * is written. Sent again it goes.
 */
export const afterReply =
  (c: Context<StaffEnv>, id: string, form: PostedForm) => async (): Promise<Result<true>> => {
    if (form.text('warned') === 'yes') return yes(true)
    const found = await findCase(c.var.tools.db, c.var.officer, id)
    if (!found) return no('not-found')
    const nested = nest(form.fields.filter(([name]) => DRAFTED.has(name.split('.', 1)[0] ?? '')))
    const given = nested.ok ? nested.value : {}
    const warnings = await judgeReply(c.var.tools, found, {
      text: String(given.text ?? ''),
      outcome: String(given.outcome ?? ''),
      otherRemedy: String(given.otherRemedy ?? ''),
      points: filled(given.points).map(asPoint),
      actions: filled(given.actions),
    })
    return warnings.length > 0 ? no('formula', { warnings: warnings.join(' ') }) : yes(true)
  }

const asPoint = (row: Nested) => {
  const { point, answer } = row as Record<string, Nested>
  return { point: String(point ?? ''), answer: String(answer ?? '') }
}
