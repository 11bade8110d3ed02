import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Answers, type Draft, type FoundDraft, findDraft, keepDraft } from '#cases'
import type { Directory } from '#entities'
import { secureCookies } from '../base/cookies.ts'
import type { Env } from '../base/env.ts'
import { isOrdinary } from './journey/subjects.ts'

/** A visit to the journey: whose draft it is, and what it says so far. */
export interface Visit {
  c: Context<Env>
  /** The open draft; one that was sent is not open. */
  found?: FoundDraft
  /** The case that was sent last from this device. */
  sent?: string
  answers: Draft
  directory: Directory
}

/** Looks for the visitor's draft. Whoever has no cookie yet has none, and is given none here. */
export async function visit(c: Context<Env>): Promise<Visit> {
  const { tools, resident } = c.var
  const known = getCookie(c, 'visitor', secureCookies(tools.publicUrl) ? 'host' : undefined)
  const found = known ? await findDraft(tools, c.var.form.visitor()) : undefined
  const open = found && !found.caseId ? found : undefined
  const directory = await tools.directory()
  const answers = open?.answers ?? prefilled(c, directory)
  return {
    c,
    found: open,
    sent: found?.caseId ?? undefined,
    answers: { ...answers, signedIn: Boolean(resident) },
    directory,
  }
}

/** Whether somebody began to write. */
export const isBegun = ({ answers }: FoundDraft): boolean =>
  Boolean(answers.text || answers.pending?.fields.text)

/** What a counter's QR code or the home page says beforehand, as far as it exists in this country. */
export function prefilled(c: Context<Env>, directory: Directory): Answers {
  const { entity, category, place, type, channel, campaign = '' } = c.req.query()
  const kind = TYPES.find((each) => each === type)
  return {
    ...(kind && { type: kind }),
    ...(isOrdinary(directory.category(category)) && { category }),
    ...(directory.entity(entity)?.active && { entity }),
    ...(directory.place(place) && { place: { id: place } }),
    ...(channel === 'qr' && { channel, ...(/^[a-z2-9]{6}$/.test(campaign) && { campaign }) }),
  }
}

const TYPES = ['inquiry', 'complaint', 'suggestion', 'praise'] as const

/** The part of an address that says what is prefilled, to be carried along. */
export function prefilledQuery(c: Context<Env>): string {
  const kept = new URLSearchParams()
  for (const name of ['type', 'category', 'entity', 'place', 'channel', 'campaign']) {
    const value = c.req.query(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
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
