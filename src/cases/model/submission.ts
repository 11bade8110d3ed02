import { z } from 'zod'
import { chosen, maybeChosen, maybeWritten, written } from './input.ts'
import { LIMITS } from './limits.ts'
import { CHANNELS, TYPES } from './stages.ts'

const place = z.strictObject({
  lat: z.number('not-a-number').min(-90, 'not-a-place').max(90, 'not-a-place').optional(),
  lon: z.number('not-a-number').min(-180, 'not-a-place').max(180, 'not-a-place').optional(),
  text: maybeWritten(LIMITS.place),
  /** One of the places people choose from. */
  id: maybeChosen,
})

const requester = z.strictObject({
  name: maybeWritten(LIMITS.name),
  phone: maybeWritten(LIMITS.phone),
  email: maybeWritten(LIMITS.email).pipe(z.email('not-an-address').optional()),
  language: z.enum(['ar', 'en'], 'choose-one').optional(),
})

/** What a resident, or somebody for them, submits through any channel. */
export const submission = z.strictObject({
  type: chosen(TYPES),
  text: written(LIMITS.text),
  subject: maybeWritten(LIMITS.subject),
  category: maybeChosen,
  entity: maybeChosen,
  place: place.optional(),
  requester: requester.optional(),
  /** What they would like to happen (ISO 10002, 7.2). */
  remedy: maybeWritten(LIMITS.remedy),
  channel: chosen(CHANNELS).optional(),
  /** The poster that brought them. */
  campaign: maybeChosen,
  identityHidden: z.boolean('must-be-yes-or-no').optional(),
})

export type Submission = z.output<typeof submission>

/** The first words of a story stand for it in lists when it was given no subject. */
export function subjectOf({ subject, text }: Pick<Submission, 'subject' | 'text'>): string {
  if (subject) return subject
  const line =
    text
      .trim()
      .split(/\n|(?<=[.!?؟])\s/u, 1)[0]
      ?.replace(/\s+/gu, ' ') ?? ''
  if (line.length <= 80) return line
  return `${line
    .slice(0, 80)
    .replace(/\s\S*$/u, '')
    .replace(/[\ud800-\udbff]$/u, '')}…`
}
