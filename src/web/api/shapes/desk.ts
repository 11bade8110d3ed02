import { z } from '@hono/zod-openapi'
import type { ClockName } from '#cases'
import {
  caseId,
  channel,
  language,
  maybeMoment,
  moment,
  names,
  outcome,
  promisedAction,
  reference,
  stage,
  type,
} from './common.ts'
import { actor, stepName } from './event.ts'

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
