import { z } from 'zod'
import { yes } from '#kernel'
import { maybeWritten, reason, written } from '../../model/input.ts'
import { LIMITS } from '../../model/limits.ts'
import { promised } from '../../model/promised.ts'
import type { FoundCase } from '../../store/cases.ts'
import { act, type Moment } from '../act.ts'
import { calendarOf } from '../calendar-of.ts'
import { resumeClock } from '../resume-clock.ts'

/** The resident adds something, or answers what they were asked: then the entity's clock goes on. */
export const add = act({
  input: z.strictObject({ text: written(LIMITS.text) }),
  decide(found, { text }, moment) {
    const facts =
      found.stage === 'closed' ? afresh(found, moment) : { entityDue: resumeClock(found, moment)?.toString() }
    return yes({ facts, words: { text } })
  },
})

/** One to five. A plain yes is five, a plain no is one: chats and telephones ask no finer. */
const score = z.preprocess(
  (given) => PLAIN[String(given).toLowerCase()] ?? given,
  z.coerce.number({ error: 'choose-one' }).int('choose-one').min(1, 'choose-one').max(5, 'choose-one'),
)
const PLAIN: Record<string, number> = { true: 5, yes: 5, partly: 3, false: 1, no: 1 }

/** Two questions and free text, once. */
export const rate = act({
  input: z.strictObject({ solved: score, respect: score, comment: maybeWritten(LIMITS.comment) }),
  decide: (_, { solved, respect, comment }) =>
    yes({ facts: { solved, respect }, words: comment ? { comment } : undefined }),
})

export const object = act({
  input: z.strictObject({ reason }),
  decide: (_, { reason }) => yes({ words: { reason } }),
})

export const accept = act({ input: z.strictObject({}), decide: () => yes({}) })

export const withdraw = act({
  input: z.strictObject({ reason: maybeWritten(LIMITS.reason) }),
  decide: (_, { reason }) => yes({ words: reason ? { reason } : undefined }),
})

/** The objection is right: the first closure failed, and the resident is told a new date. */
export const reopen = act({
  input: z.strictObject({ reason }),
  decide: (found, { reason }, moment) => yes({ facts: afresh(found, moment), words: { reason } }),
})

/** The objection is not followed: with reasons, and naming the remedy outside. */
export const uphold = act({
  input: z.strictObject({ reason, otherRemedy: written(LIMITS.reason) }),
  decide: (_, words) => yes({ words }),
})

/** A case that is worked on again owes a new date, which is told: the same promise, from now. */
function afresh(found: FoundCase, moment: Moment) {
  const calendar = calendarOf(found.entity, moment).id
  const owed = {
    type: found.type,
    category: found.category ?? undefined,
    entity: found.entity ?? undefined,
    calendar,
  }
  const { due, promise } = promised(moment.book, owed, moment.now)
  return { answerBy: due.toString(), entityDue: found.entity ? due.toString() : undefined, promise }
}
