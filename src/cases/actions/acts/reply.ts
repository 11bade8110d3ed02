import { z } from 'zod'
import { no, yes } from '#kernel'
import { chosen, date, maybeWritten, reason, written } from '../../model/input.ts'
import { LIMITS } from '../../model/limits.ts'
import { REPLY_OUTCOMES } from '../../model/stages.ts'
import * as replies from '../../store/replies.ts'
import { act } from '../act.ts'

const point = z.strictObject({ point: written(LIMITS.point), answer: written(LIMITS.text) })
const action = z.strictObject({ text: written(LIMITS.point), dueOn: date })

/**
 * The entity's answer, point by point, with what it comes to. A refusal names its legal ground, and
 * "cannot act" names who can: closed is not solved.
 */
export const reply = act({
  input: z
    .strictObject({
      text: written(LIMITS.text),
      outcome: chosen(REPLY_OUTCOMES),
      legalGround: maybeWritten(LIMITS.reason),
      otherRemedy: maybeWritten(LIMITS.reason),
      signedBy: maybeWritten(LIMITS.name),
      points: z.array(point).max(LIMITS.points, 'too-many').optional(),
      actions: z.array(action).max(LIMITS.actions, 'too-many').optional(),
    })
    .check(({ value, issues }) => {
      if (value.outcome === 'refused' && !value.legalGround)
        issues.push({ code: 'custom', message: 'name-the-legal-ground', path: ['legalGround'], input: value })
      if (value.outcome === 'cannot-act' && !value.otherRemedy)
        issues.push({ code: 'custom', message: 'name-who-can', path: ['otherRemedy'], input: value })
    }),
  async decide(found, { outcome, actions = [], ...words }, { tx }) {
    const last = await replies.lastNumber(tx, found.id)
    const numbered = actions.map((each, index) => ({
      number: last + index + 1,
      text: each.text,
      dueOn: each.dueOn.toString(),
    }))
    return yes({
      facts: {
        outcome,
        points: words.points?.length ?? 0,
        actions: numbered.map(({ number, dueOn }) => ({ number, dueOn })),
      },
      words: { ...words, actions: numbered },
      also: () => replies.settle(tx, found.id, numbered),
    })
  },
})

/** First review: whether the reply answers what was asked. */
export const verify = act({ input: z.strictObject({}), decide: () => yes({}) })

/** Second review, by another person: the resident gets the reply. */
export const release = act({ input: z.strictObject({}), decide: () => yes({}) })

/** Back to whoever wrote it, with what must be better. */
export const returnReply = act({
  input: z.strictObject({ reason }),
  decide: ({ stage }, { reason }) => yes({ facts: { from: stage }, words: { reason } }),
})

/** A promised action is done. */
export const fulfil = act({
  input: z.strictObject({
    action: z.coerce.number({ error: 'not-a-number' }).int('not-a-number'),
    note: maybeWritten(LIMITS.note),
  }),
  async decide(found, { action, note }, { tx, now }) {
    const done = await replies.fulfil(tx, found.id, action, now)
    if (!done) return no('invalid', { action: 'no-such-action' })
    return yes({ facts: { action }, words: note ? { note } : undefined })
  },
})
