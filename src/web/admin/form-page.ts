import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Result } from '#kernel'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { FORM_STATUS, type PostedForm, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { errorOf, type Filled, filled, formErrors, type Refusal, refilled, type Values } from './filled.ts'

export type Admin = Context<StaffEnv>

/** A page with a form: shown, sent, and shown again with everything typed when it was refused. */
export interface FormPage<Kept> {
  /** What the page is about; nothing when there is no such thing. */
  find(c: Admin): Kept | undefined | Promise<Kept | undefined>
  /** What stands in the form before anybody typed. */
  values?(kept: Kept, c: Admin): Values | Promise<Values>
  /** Makes the change. @returns where to go then, below the language */
  act(form: PostedForm, kept: Kept, c: Admin): Promise<Result<string, Refusal>>
  /** Beside which field a reason is said; a reason that is not here concerns the whole. */
  fields?: Partial<Record<Refusal, string | ((form: PostedForm) => string)>>
  draw(kept: Kept, form: Filled, c: Admin): VNode | Promise<VNode>
}

export function formPage<Kept>(page: FormPage<Kept>) {
  const show = async (c: Admin) => {
    const kept = await page.find(c)
    if (kept === undefined) return c.notFound()
    return html(c, await page.draw(kept, filled(await page.values?.(kept, c)), c))
  }
  const send = async (c: Admin) => {
    const posted = await readForm(c)
    const kept = await page.find(c)
    if (kept === undefined) return c.notFound()
    const said = words(c.var.page.reader.locale)
    const again = async (form: Filled, status: 422 | 400 | 403 | 413 | 415 = 422) =>
      html(c, await page.draw(kept, form, c), status)
    if (!posted.ok)
      return again(refilled(posted.typed, formErrors(said, [posted])), FORM_STATUS[posted.reason])
    const form = posted.value
    if (form.refusals.length > 0) return again(refilled(form.fields, formErrors(said, form.refusals)))
    const done = await page.act(form, kept, c)
    if (!done.ok) {
      const field = page.fields?.[done.reason]
      const error = errorOf(said, done, typeof field === 'function' ? field(form) : field)
      return again(refilled(form.fields, [error]))
    }
    // Everybody in this process works by the change at once; others notice within a second.
    c.var.tools.forget()
    return c.redirect(`/${c.var.page.reader.locale}${done.value}`, 303)
  }
  return { show, send }
}

/** A name that must be given twice: the error stands beside the one that is missing. */
export const missingName = (form: PostedForm): string => (form.text('nameAr').trim() ? 'nameEn' : 'nameAr')
