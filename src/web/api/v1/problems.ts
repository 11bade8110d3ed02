import { z } from '@hono/zod-openapi'
import { yes } from '#kernel'
import { holdsAny } from '#people'
import { listProblems, listPublicProblems, SEEING, STATES } from '#problems'
import { openTo } from '../operation.ts'
import { maybeMoment, names } from '../shapes/common.ts'
import { inZone } from './tell.ts'

const problem = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(STATES).openapi('ProblemState', {
      description:
        '`held` and `came-back` are said by what residents bring after a fix, never by who fixed it.',
    }),
    title: names,
    told: names.nullable().openapi({ description: 'What was fixed, as everybody may read it.' }),
    category: z.string().nullable(),
    place: z.string().nullable(),
    entity: z.string().nullable().openapi({ description: 'Who has to fix it.' }),
    voices: z.int().nullable().openapi({
      description:
        'Cases, and people who followed instead of filing. For anybody only those before the fix, and null below five.',
    }),
    openedAt: maybeMoment('When somebody accepted that it is a problem.'),
    fixedAt: maybeMoment('When its owner says that it was fixed.'),
    judgedAt: maybeMoment('Since when the verdict stands.'),
  })
  .openapi('RecurringProblem')

/** Below so many, a number may tell who it was. */
const FEW = 5

const voicesOf = (voices: number, staff: boolean) => (staff || voices >= FEW ? voices : null)

export const readProblems = openTo({
  method: 'get',
  path: '/problems',
  name: 'listProblems',
  summary: 'Recurring problems and their fixes',
  description:
    'For anybody: fixes that were published, and problems that are announced now. For staff whose role sees problems: all within their reach. Never a case, never a person.',
  query: z.object({ state: z.enum(STATES, 'choose-one').optional() }),
  answer: z.strictObject({ problems: z.array(problem) }).openapi('RecurringProblems'),
  async handle({ tools, officer, query: { state } }) {
    const staff = officer && holdsAny(officer, SEEING) ? officer : undefined
    const found = staff
      ? await listProblems(tools, staff, state ? [state] : STATES)
      : (await listPublicProblems(tools)).filter((one) => !state || one.state === state)
    const at = inZone((await tools.directory()).timeZone)
    return yes({
      problems: found.map(({ id, title, told, category, place, entity, cases, followers, ...one }) => ({
        ...{ id, state: one.state, title, told, category, place, entity },
        voices: voicesOf(cases + followers - ('since' in one ? one.since : 0), !!staff),
        openedAt: at.maybe(one.openedAt),
        fixedAt: at.maybe(one.fixedAt),
        judgedAt: at.maybe(one.judgedAt),
      })),
    })
  },
})
