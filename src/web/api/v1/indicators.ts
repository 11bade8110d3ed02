import { z } from '@hono/zod-openapi'
import { CHANNELS, TYPES } from '#cases'
import type { Directory } from '#entities'
import { FACETS, type Indicators, indicators } from '#insight'
import { yes } from '#kernel'
import { STAFF_ROLES } from '#people'
import { staffOnly } from '../operation.ts'
import { moment, names } from '../shapes/common.ts'
import { inZone } from './tell.ts'

const day = (description: string) =>
  z
    .string()
    .optional()
    .openapi({
      description: `${description} A day, from its midnight in the country, or a moment with its offset.`,
      example: '2026-01-01',
    })

const query = z.object({
  entity: z.string().optional(),
  category: z.string().optional(),
  type: z.enum(TYPES, 'choose-one').optional(),
  channel: z.enum(CHANNELS, 'choose-one').optional(),
  source: z.string().optional().openapi({ description: 'The name of an import: only what it brought.' }),
  from: day('Received from here on.'),
  to: day('Received before this.'),
  asOf: day('As things stood then; now unless told.'),
  by: z.enum(FACETS, 'choose-one').optional().openapi({
    description: 'A row for each entity, category and so on. Without: one row, with the key `all`.',
  }),
})

const count = (description: string) => z.int().min(0).openapi({ description })
const hours = (description: string) => z.number().nullable().openapi({ description })

const row = z
  .strictObject({
    key: z.string().nullable().openapi({
      description: 'An id, a code, `2026-10` or `2026`; null for cases that have none, such as an entity.',
    }),
    name: names.nullable().openapi({ description: 'The name behind an id.' }),
    received: count(
      'Cases received in [from, to), by `asOf`. Merged and withdrawn ones count; parts of a case do not.',
    ),
    answered: count('Of the received: the answer was given by `asOf`.'),
    closed: count('Of the received: answered, or ended without an answer, by `asOf`.'),
    open: count('received − closed.'),
    overdue: count('Of the open: the date told to the resident has passed at `asOf`.'),
    onTime: count('Of the answered: answered no later than the date told to the resident.'),
    onTimeRate: z.number().min(0).max(1).nullable().openapi({
      description: 'onTime ÷ answered; null when nothing was answered.',
    }),
    medianHours: hours(
      'From receipt to answer, of the answered: half took no longer. Hours by the clock on the wall.',
    ),
    p90Hours: hours('The same for nine of ten; interpolated (percentile_cont).'),
    refused: count('Of the closed: the outcome `refused`.'),
    withdrawn: count('Of the closed: withdrawn by the resident.'),
    unanswered: count('Of the closed: ended because the resident did not answer a question.'),
    merged: count('Of the received: follow another case.'),
    complaints: count('Of the received: of the type `complaint`.'),
    recurring: count('Of the complaints: belong to a known recurring problem.'),
    bounced: count('Of the received: sent back by an entity at least once.'),
    returned: count('Of the received: a reply was returned at review at least once.'),
    reopened: count('Of the received: reopened at least once.'),
    rated: count('Of the received: rated by the resident; the number behind the means.'),
    meanSolved: hours('Mean of 1 to 5, of the rated: was it solved.'),
    meanRespect: hours('Mean of 1 to 5: was the resident treated with respect.'),
  })
  .openapi('IndicatorRow')

export const readIndicators = staffOnly({
  method: 'get',
  path: '/indicators',
  name: 'readIndicators',
  summary: 'Figures over all cases',
  description:
    'Counts and shares of the cases received in [from, to), as they stand at `asOf`; never a case. For every role. A case that was reopened is open again, also for an `asOf` before: its first answer failed. In imported history the moment of closing stands for the answer where the source knows no other. Small numbers are not suppressed: publish them with care.',
  roles: STAFF_ROLES,
  query,
  answer: z
    .strictObject({ rows: z.array(row), asOf: moment('For when it is true.') })
    .openapi('IndicatorTable'),
  async handle({ tools, query }) {
    const found = await indicators(tools, query)
    if (!found.ok) return found
    const directory = await tools.directory()
    const { rows, asOf } = found.value
    return yes({
      rows: rows.map((each) => ({ ...each, name: nameOf(directory, query.by, each) })),
      asOf: inZone(directory.timeZone)(asOf),
    })
  },
})

function nameOf(directory: Directory, by: string | undefined, { key }: Indicators) {
  if (by === 'entity') return directory.entity(key)?.name ?? null
  if (by === 'category') return directory.category(key)?.name ?? null
  if (by === 'place') return directory.place(key)?.name ?? null
  return null
}
