import type { Context } from 'hono'
import { commentOn, openCard } from '#insight'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { CardPage } from './card-page.tsx'

/** A comment that was not kept: what was typed, and why. */
export interface Refused {
  said: string
  why: string
}

/** One card. Out of reach and unknown are one answer. */
export async function showCard(c: Context<StaffEnv>, refused?: Refused) {
  const { tools, officer } = c.var
  const found = await openCard(tools, officer, c.req.param('id') ?? '')
  if (!found.ok) return c.notFound()
  const directory = await tools.directory()
  const page = { officer, found: found.value, directory, refused, done: c.req.query('done') }
  return html(c, <CardPage {...page} />, refused ? 422 : 200)
}

/** Keeps what the rated say to their card. */
export async function postComment(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const id = c.req.param('id') ?? ''
  const catalogue = words(page.reader.locale)
  const read = await readForm(c)
  if (!read.ok) return showCard(c, { said: '', why: sayRefusal(catalogue, read) })
  const said = read.value.text('said')
  const [wrong] = read.value.refusals
  if (wrong) return showCard(c, { said, why: sayRefusal(catalogue, wrong) })
  const kept = await commentOn(tools, officer, { card: id, said })
  if (kept.ok) return c.redirect(`/${page.reader.locale}/evaluation/cards/${id}?done=comment`, 303)
  if (kept.reason === 'not-found') return c.notFound()
  return showCard(c, { said, why: catalogue.evaluation.refusals[kept.reason] })
}
