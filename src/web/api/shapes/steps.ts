import { z } from '@hono/zod-openapi'
import { LIMITS, REPLY_OUTCOMES } from '#cases'
import { point } from './common.ts'
import { RESIDENTS_INPUT } from './resident-view.ts'

const text = (most: number) => z.string().min(1).max(most)
const maybe = (most: number) => z.string().max(most).optional()
const id = z.string().max(100)
const caseName = z.string().openapi({ description: 'The id of another case, or its number.' })
const note = maybe(LIMITS.note)
const otherRemedy = maybe(LIMITS.reason).openapi({ description: 'The remedy outside the service.' })

const input = {
  ...RESIDENTS_INPUT,
  route: { entity: id, category: id.optional(), urgent: z.boolean().optional(), note },
  refuse: {
    reason: text(LIMITS.reason),
    why: z.enum(['not-ours', 'another-entity', 'needs-several', 'unclear', 'in-court']).optional(),
    entity: id.optional().openapi({ description: 'The entity that is thought right.' }),
  },
  split: {
    parts: z
      .array(z.strictObject({ entity: id, text: text(LIMITS.text), category: id.optional() }))
      .min(2)
      .max(LIMITS.parts),
  },
  merge: { into: caseName, note },
  unmerge: {},
  link: { other: caseName },
  'take-up': { note },
  assign: { unit: id.optional(), handler: id.optional(), note },
  ask: { question: text(LIMITS.reason) },
  extend: { days: z.int().min(1).max(10).optional(), reason: text(LIMITS.reason), otherRemedy },
  reply: {
    text: text(LIMITS.text),
    outcome: z.enum(REPLY_OUTCOMES),
    legalGround: maybe(LIMITS.reason).openapi({ description: 'Needed with the outcome `refused`.' }),
    otherRemedy: maybe(LIMITS.reason).openapi({ description: 'Needed with the outcome `cannot-act`.' }),
    points: z.array(point).max(LIMITS.points).optional(),
    actions: z
      .array(z.strictObject({ text: text(LIMITS.point), dueOn: z.iso.date() }))
      .max(LIMITS.actions)
      .optional(),
  },
  note: { note: text(LIMITS.note) },
  order: { note: text(LIMITS.note) },
  verify: {},
  release: {},
  return: { reason: text(LIMITS.reason) },
  fulfil: { action: z.int(), note },
  reopen: { reason: text(LIMITS.reason) },
  uphold: { reason: text(LIMITS.reason), otherRemedy: text(LIMITS.reason) },
} satisfies Record<string, z.ZodRawShape>

/** Steps that a person may ask for, and what each of them carries. */
export const STEP_INPUT: Readonly<Record<string, z.ZodRawShape>> = input

const options = Object.entries(STEP_INPUT).map(([step, shape]) =>
  z.strictObject({ step: z.literal(step), ...shape }),
)

export const stepToTake = z
  .discriminatedUnion('step', options as [(typeof options)[0]])
  .openapi('StepToTake', {
    description:
      'A step of the table with what it needs. Who may take it from which stage, the service decides.',
  })
