import type { Context } from 'hono'
import { CRITERIA, openForReview, qualityQueue, reviewReply } from '#insight'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { QueuePage } from './queue-page.tsx'
import { ReviewPage } from './review-page.tsx'

/** Sampled replies that wait for this officer's review. */
export async function showQueue(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const waiting = await qualityQueue(tools, officer)
  if (!waiting) return c.notFound()
  const page = { officer, waiting, directory: await tools.directory(), done: c.req.query('done') }
  return html(c, <QueuePage {...page} />)
}

/** A form that was not taken: what was chosen, and why not. */
export interface Unkept {
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

const asked = (c: Context<StaffEnv>) => ({
  caseId: c.req.param('case') ?? '',
  seq: Number(c.req.param('seq')),
})

export async function showReview(c: Context<StaffEnv>, unkept?: Unkept) {
  const { tools, officer } = c.var
  const found = await openForReview(tools, officer, asked(c))
  if (!found.ok) return c.notFound()
  const page = { officer, found: found.value, directory: await tools.directory(), unkept }
  return html(c, <ReviewPage {...page} />, unkept ? 422 : 200)
}

export async function postReview(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const said = words(page.reader.locale)
  const read = await readForm(c)
  if (!read.ok) return showReview(c, { typed: {}, errors: { form: sayRefusal(said, read) } })
  const marks = Object.fromEntries(CRITERIA.map((each) => [each, read.value.text(each)]))
  const kept = await reviewReply(tools, officer, { ...asked(c), marks })
  if (kept.ok) return c.redirect(`/${page.reader.locale}/evaluation/quality?done=reviewed`, 303)
  if (kept.reason !== 'invalid') return c.notFound()
  const choose = said.evaluation.refusals['choose-one']
  const errors = Object.fromEntries(Object.keys(kept.details ?? {}).map((field) => [field, choose]))
  return showReview(c, { typed: marks, errors })
}
