import { z } from '@hono/zod-openapi'
import { findCase, findSimilar, listDesk, openCase, STAGES, TYPES } from '#cases'
import { formatReference, no, yes } from '#kernel'
import { ON_CASES, staffOnly } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { caseLine, openedCase, similarCase } from '../shapes/desk.ts'
import { event } from '../shapes/event.ts'
import { eventOf, lineOf } from './desk-line.ts'
import { opened } from './opened.ts'
import { inZone, named } from './tell.ts'

const yesOrNo = z.enum(['true', 'false', '1', '0', 'yes', 'no'], 'must-be-yes-or-no')

const listQuery = z.object({
  stage: z.enum(STAGES, 'choose-one').optional(),
  type: z.enum(TYPES, 'choose-one').optional(),
  entity: z.string().max(100, 'choose-one').optional(),
  category: z.string().max(100, 'choose-one').optional(),
  overdue: yesOrNo.optional().openapi({ description: 'Only cases without an answer whose date has passed.' }),
  q: z.string().max(300, 'too-long').optional().openapi({
    description: 'A number in any digits, or words, looked for in everything that was written.',
  }),
  sort: z.enum(['due', 'answerBy', 'newest'], 'choose-one').optional().openapi({
    description:
      '`due` (the default; `answerBy` is the same): open cases by their date, then closed ones from new to old. Words are always answered from new to old.',
  }),
  cursor: z.string().max(300, 'not-understood').optional().openapi({
    description: '`next` of the page before.',
  }),
  limit: z.coerce
    .number('not-a-number')
    .int('not-a-number')
    .min(1, 'too-small')
    .max(100, 'too-large')
    .optional()
    .openapi({ description: 'Cases on a page, 50 unless told.' }),
})

export const listCases = staffOnly({
  method: 'get',
  path: '/desk/cases',
  name: 'listCases',
  summary: 'Cases within reach',
  roles: ON_CASES,
  query: listQuery,
  answer: z
    .strictObject({
      cases: z.array(caseLine),
      next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
    })
    .openapi('CasePage'),
  async handle({ tools, officer, query, now }) {
    const sort = query.sort === 'answerBy' ? 'due' : query.sort
    const page = await listDesk(tools, officer, { ...query, sort })
    if (!page.ok) return page
    const directory = await tools.directory()
    const { cases, next } = page.value
    return yes({ cases: cases.map((each) => lineOf(each, directory, now)), next })
  },
})

export const readCase = staffOnly({
  method: 'get',
  path: '/desk/cases/{id}',
  name: 'readCase',
  summary: 'A case with everything around it',
  description: 'That it was read, by whom and when, is recorded.',
  roles: ON_CASES,
  answer: openedCase,
  async handle({ tools, officer, id, now }) {
    const found = await openCase(tools, officer, id)
    return found.ok ? yes(opened(found.value, await tools.directory(), now)) : found
  },
})

export const readEvents = staffOnly({
  method: 'get',
  path: '/desk/cases/{id}/events',
  name: 'readEvents',
  summary: 'The history of a case, first event first',
  description: 'That it was read is recorded.',
  roles: ON_CASES,
  answer: z.strictObject({ events: z.array(event) }).openapi('History'),
  async handle({ tools, officer, id, c }) {
    const found = await openCase(tools, officer, id)
    if (!found.ok) return found
    const directory = await tools.directory()
    return yes({
      events: found.value.events.map((each) => ({
        ...eventOf(each, directory, localeOf(c)),
        words: each.words,
      })),
    })
  },
})

export const similarCases = staffOnly({
  method: 'get',
  path: '/desk/cases/{id}/similar',
  name: 'similarCases',
  summary: 'Cases within reach that may be about the same thing',
  roles: ON_CASES,
  answer: z.strictObject({ cases: z.array(similarCase) }).openapi('SimilarCases'),
  async handle({ tools, officer, id }) {
    const one = await findCase(tools.db, officer, id)
    const found = one ? await findSimilar(tools, officer, one.id) : no('not-found')
    if (!found.ok) return found
    const directory = await tools.directory()
    const at = inZone(directory.timeZone)
    const cases = found.value.map(({ id, reference, type, stage, subject, outcome, likeness, ...each }) => ({
      ...{ id, reference: formatReference(reference), type, stage, subject, outcome },
      ...named(directory, each),
      receivedAt: at(each.receivedAt),
      likeness: Math.round(likeness * 10_000) / 10_000,
    }))
    return yes({ cases })
  },
})
