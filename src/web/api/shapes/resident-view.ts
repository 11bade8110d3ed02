import { z } from '@hono/zod-openapi'
import { LIMITS, STEPS, type StepName } from '#cases'
import {
  maybeMoment,
  moment,
  names,
  outcome,
  point,
  promisedAction,
  reference,
  stage,
  type,
} from './common.ts'

export const RESIDENTS_STEPS = ['add', 'rate', 'object', 'accept', 'contest', 'withdraw'] as const

export const secrets = z
  .strictObject({
    reference,
    pin: z.string().openapi({ description: 'Six digits, in any script.', example: '048213' }),
  })
  .openapi('Secrets')

const score = z.union([z.int().min(1).max(5), z.boolean(), z.enum(['yes', 'partly', 'no'])]).openapi({
  description: 'From 1 to 5; a plain yes counts as 5, partly as 3, a plain no as 1.',
})

/** What each of the resident's steps carries. */
export const RESIDENTS_INPUT = {
  add: { text: z.string().min(1).max(LIMITS.text) },
  rate: { solved: score, respect: score, comment: z.string().max(LIMITS.comment).optional() },
  object: { reason: z.string().min(1).max(LIMITS.reason) },
  accept: {},
  contest: { reason: z.string().max(LIMITS.reason).optional() },
  withdraw: { reason: z.string().max(LIMITS.reason).optional() },
} as const

const withSecrets = <Input extends z.ZodRawShape>(step: keyof typeof RESIDENTS_INPUT, input: Input) =>
  z.strictObject({ ...secrets.shape, step: z.literal(step), ...input })

export const ownStep = z
  .discriminatedUnion('step', [
    withSecrets('add', RESIDENTS_INPUT.add),
    withSecrets('rate', RESIDENTS_INPUT.rate),
    withSecrets('object', RESIDENTS_INPUT.object),
    withSecrets('accept', RESIDENTS_INPUT.accept),
    withSecrets('contest', RESIDENTS_INPUT.contest),
    withSecrets('withdraw', RESIDENTS_INPUT.withdraw),
  ])
  .openapi('OwnStep', { description: 'A step of the resident, with the secrets of the case.' })

const told = z
  .strictObject({
    step: z.enum(Object.keys(STEPS) as [StepName]),
    at: moment('When it happened.'),
    title: z.string().openapi({ description: 'The step in words, as Accept-Language prefers.' }),
    byAgent: z.boolean().openapi({ description: 'The contact centre did it for the resident.' }),
    text: z.string().optional().openapi({ description: 'What was said to the resident, or by them.' }),
    otherRemedy: z.string().optional(),
    entity: z.string().optional(),
    entityName: names.optional(),
    answerBy: moment('The new date that this brought.').optional(),
  })
  .openapi('Told', { description: 'A line of the timeline; notes and whatever else is internal never are.' })

const reply = z
  .strictObject({
    at: moment('When it was released.'),
    text: z.string(),
    outcome,
    legalGround: z.string().nullable(),
    otherRemedy: z.string().nullable(),
    points: z.array(point),
    actions: z.array(promisedAction),
  })
  .openapi('Reply', {
    description: 'The answer, once it is released; after a reopening still the earlier one.',
  })

export const residentView = z
  .strictObject({
    reference,
    type,
    stage,
    subject: z.string(),
    text: z.string(),
    remedy: z.string().nullable(),
    category: z.string().nullable(),
    categoryName: names.nullable(),
    entity: z.string().nullable().openapi({ description: 'Who has the case.' }),
    entityName: names.nullable(),
    receivedAt: moment('When it was submitted.'),
    answerBy: moment('When the answer is due.'),
    answeredAt: maybeMoment('When the answer reached the resident.'),
    closedAt: maybeMoment('When the case was closed.'),
    objectBy: maybeMoment('Until when the answer may be objected to.'),
    extended: z.boolean().openapi({ description: 'The date was extended, once.' }),
    outcome: outcome.nullable().openapi({ description: 'What it came to, once it is answered or closed.' }),
    question: z.string().nullable().openapi({ description: 'What the resident is asked; `add` answers it.' }),
    reply: reply.nullable(),
    rating: z.strictObject({ solved: z.int(), respect: z.int().nullable() }).nullable(),
    next: z.string().openapi({ description: 'What happens next, in the language of the case.' }),
    steps: z.array(z.enum(RESIDENTS_STEPS)).openapi({ description: 'What the resident may do now.' }),
    timeline: z.array(told),
  })
  .openapi('ResidentView')
