import { z } from '@hono/zod-openapi'
import { type Actor, STEPS, type StepName } from '#cases'
import {
  channel,
  language,
  maybeMoment,
  moment,
  outcome,
  point,
  promisedAction,
  stage,
  type,
} from './common.ts'

export const stepName = z.enum(Object.keys(STEPS) as [StepName]).openapi('StepName')

export const actor = z
  .enum([
    'resident',
    'agent',
    'reviewer',
    'releaser',
    'liaison',
    'handler',
    'head',
    'minister',
    'operator',
    'entity',
    'system',
  ] satisfies [Actor, ...Actor[]])
  .openapi('Actor', {
    description:
      'The role something was done in; `entity` through a one-time link, `system` for time itself.',
  })

const optional = {
  string: z.string().optional(),
  maybe: z.string().nullable().optional(),
  number: z.number().optional(),
}

const words = z
  .strictObject({
    subject: optional.string,
    text: optional.string,
    remedy: optional.string,
    place: z.strictObject({ text: optional.string, lat: optional.number, lon: optional.number }).optional(),
    question: optional.string,
    reason: optional.string,
    note: optional.string,
    comment: optional.string,
    legalGround: optional.string,
    otherRemedy: optional.string,
    points: z.array(point).optional(),
    actions: z.array(promisedAction.omit({ done: true })).optional(),
  })
  .openapi('Words', { description: 'What was written with a step, in the writer’s own words.' })

export const takenEvent = z
  .looseObject({
    seq: z.int(),
    step: stepName,
    by: z.string().nullable().openapi({
      description: 'The name of whoever of the staff did it; null for residents, links and the system.',
    }),
    byId: z.uuid().nullable(),
    role: actor,
    at: moment('When it happened.'),
    title: z.string().openapi({ description: 'The step in words, as Accept-Language prefers.' }),
    reference: z.string().optional(),
    type: type.optional(),
    subject: optional.string,
    channel: channel.optional(),
    language: language.optional(),
    identityHidden: z.boolean().optional(),
    resident: optional.maybe,
    enteredBy: optional.maybe,
    parent: optional.maybe,
    place: optional.maybe,
    category: optional.maybe,
    entity: optional.maybe,
    unit: optional.maybe,
    handler: optional.maybe,
    urgent: z.boolean().optional(),
    outcome: outcome.optional(),
    reason: optional.string,
    proposed: optional.maybe,
    other: optional.string,
    problem: optional.string,
    parts: z.array(z.string()).optional(),
    answerBy: moment('The date told to the resident with this step.').optional(),
    entityDue: maybeMoment('The date of the entity from this step on.').optional(),
    due: moment('When the clock that this step started runs out.').optional(),
    promise: z
      .strictObject({
        id: z.string(),
        version: z.int(),
        workingDays: z.int(),
        calendar: z.string(),
        calendarVersion: z.int(),
      })
      .optional(),
    points: z.int().optional(),
    actions: z.array(z.strictObject({ number: z.int(), dueOn: z.iso.date() })).optional(),
    action: z.int().optional(),
    solved: z.int().optional(),
    respect: z.int().optional(),
    sampled: z.boolean().optional(),
    files: z.array(z.string()).optional(),
    from: stage.optional(),
  })
  .openapi('TakenEvent', {
    description:
      'Something that happened, with its facts beside it. Which facts follows from the step; steps yet to come may have others.',
  })

export const event = z
  .looseObject({ ...takenEvent.shape, words: words.nullable() })
  .openapi('Event', { description: 'Something that happened, and what was written with it.' })
