import { z } from '@hono/zod-openapi'
import { type Actor, type ClockName, STEPS, type StepName } from '#cases'
import {
  caseId,
  channel,
  language,
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

export const stepName = z.enum(Object.keys(STEPS) as [StepName]).openapi('StepName')

const actor = z
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

const clockName = z.enum([
  'routing',
  'first-action',
  'reply',
  'resident-answer',
  'verification',
  'release',
  'objection-window',
  'objection-review',
  'follows',
] satisfies [ClockName, ...ClockName[]])

/** A line of a list: the state of a case. */
const line = {
  id: caseId,
  reference,
  type,
  stage,
  subject: z.string(),
  category: z.string().nullable(),
  categoryName: names.nullable(),
  entity: z.string().nullable(),
  entityName: names.nullable(),
  unit: z.string().nullable(),
  handler: z.uuid().nullable(),
  channel,
  parent: caseId.nullable().openapi({ description: 'The case that this one is a part of.' }),
  mergedInto: caseId.nullable().openapi({ description: 'The case that this one follows.' }),
  urgent: z.boolean(),
  overdue: z.boolean().openapi({ description: 'The resident has no answer, and the date has passed.' }),
  bounces: z.int().openapi({ description: 'How often an entity sent it back to the central office.' }),
  returns: z.int().openapi({ description: 'How often a reply was returned at review.' }),
  reopens: z.int(),
  receivedAt: moment('When it was submitted.'),
  answerBy: moment('The date told to the resident.'),
  entityDue: maybeMoment('When the entity must have replied; it pauses while the resident is asked.'),
  answeredAt: maybeMoment('When the answer reached the resident.'),
  closedAt: maybeMoment('When it was closed.'),
  clock: clockName.nullable().openapi({ description: 'The running clock: who must act next.' }),
  clockDue: maybeMoment('When the running clock runs out.'),
}

export const caseLine = z.strictObject(line).openapi('Case')

const requester = z
  .strictObject({
    name: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    language: language.optional(),
  })
  .openapi('Requester', {
    description: 'Only what the role may see; nothing of somebody who hides from the entity.',
  })

const file = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  internal: z.boolean(),
})

const related = z
  .strictObject({
    id: caseId,
    reference,
    subject: z.string(),
    stage,
    entity: z.string().nullable(),
    relation: z.enum(['parent', 'part', 'follows', 'follower', 'linked']),
  })
  .openapi('RelatedCase')

export const openedCase = z
  .strictObject({
    ...line,
    text: z.string(),
    remedy: z.string().nullable(),
    place: z
      .strictObject({
        id: z.string().nullable(),
        text: z.string().nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      })
      .nullable(),
    language,
    identityHidden: z.boolean(),
    outcome: outcome.nullable(),
    extended: z.boolean(),
    rating: z.strictObject({ solved: z.int(), respect: z.int().nullable() }).nullable(),
    requester: requester.nullable(),
    roles: z.array(actor).openapi({ description: 'What the token is on this case.' }),
    steps: z.array(stepName).openapi({ description: 'What it may do now.' }),
    actions: z.array(promisedAction),
    files: z.array(file),
    related: z.array(related),
    parts: z.strictObject({ open: z.int(), all: z.int() }),
  })
  .openapi('OpenedCase')

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

export const similarCase = z
  .strictObject({
    id: caseId,
    reference,
    type,
    stage,
    subject: z.string(),
    category: z.string().nullable(),
    categoryName: names.nullable(),
    entity: z.string().nullable(),
    entityName: names.nullable(),
    outcome: outcome.nullable(),
    receivedAt: moment('When it was submitted.'),
    likeness: z.number().min(0).max(1),
  })
  .openapi('SimilarCase')
