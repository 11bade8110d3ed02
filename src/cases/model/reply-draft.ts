import { z } from 'zod'
import { LIMITS } from './limits.ts'

const text = (max: number) => z.string({ error: 'must-be-text' }).max(max, 'too-long').default('')

/** A reply in the making: anything may still be missing, nothing may be too long. */
export const replyDraft = z.strictObject({
  text: text(LIMITS.text),
  outcome: text(40),
  legalGround: text(LIMITS.reason),
  otherRemedy: text(LIMITS.reason),
  points: z
    .array(z.strictObject({ point: text(LIMITS.point), answer: text(LIMITS.text) }))
    .max(LIMITS.points, 'too-many')
    .default([]),
  actions: z
    .array(z.strictObject({ text: text(LIMITS.point), dueOn: text(20) }))
    .max(LIMITS.actions, 'too-many')
    .default([]),
})

export type DraftedReply = z.output<typeof replyDraft>
