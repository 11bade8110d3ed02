import { z } from '@hono/zod-openapi'
import { CHANNELS, OUTCOMES, STAGES, TYPES } from '#cases'

/*
 * What answers look like: described once, held to by the types of the handlers and by tests, and not checked
 * again at run time. Names and codes are fixed: outside programs rely on them.
 */

const EXAMPLE = '2026-10-08T14:15:00+03:00'

export const moment = (description: string) =>
  z.iso.datetime({ offset: true }).openapi({ description, example: EXAMPLE })

export const maybeMoment = (description: string) => moment(description).nullable()

export const names = z
  .strictObject({ ar: z.string(), en: z.string() })
  .openapi('Names', { description: 'A name in both languages.' })

export const reference = z.string().openapi({
  description: 'The public number of a case. Sent in, any digits, spaces and hyphens are understood.',
  example: '26-4831-9027-4',
})

export const caseId = z.uuid().openapi({ description: 'The id of a case, for staff.' })

export const type = z.enum(TYPES).openapi('Type', {
  description: 'What is asked for. Reports of violations go to the sealed room and never through here.',
})
export const stage = z.enum(STAGES).openapi('Stage', { description: 'Where a case stands in its life.' })
export const outcome = z.enum(OUTCOMES).openapi('Outcome', {
  description: 'What a case came to. Closed is no outcome: closing needs one of these.',
})
export const channel = z.enum(CHANNELS).openapi('Channel', { description: 'How a case came in.' })
export const language = z.enum(['ar', 'en'])

export const point = z.strictObject({ point: z.string(), answer: z.string() }).openapi('Point', {
  description: 'One point that was raised, and the answer to it.',
})

export const promisedAction = z
  .strictObject({
    number: z.int(),
    text: z.string(),
    dueOn: z.iso.date(),
    done: z.boolean().openapi({ description: 'Whether the entity has confirmed it.' }),
  })
  .openapi('PromisedAction', { description: 'Something promised in a reply, tracked until done.' })
