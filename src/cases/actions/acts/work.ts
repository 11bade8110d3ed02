import { z } from 'zod'
import { no, yes } from '#kernel'
import { dueAt } from '#promises'
import { caseId, maybeChosen, maybeWritten, reason, written } from '../../model/input.ts'
import { LIMITS } from '../../model/limits.ts'
import * as desk from '../../store/desk.ts'
import { act } from '../act.ts'
import { calendarOf } from '../calendar-of.ts'

/** The entity has seen the case and works on it: its first action. */
export const takeUp = act({
  input: z.strictObject({ note: maybeWritten(LIMITS.note) }),
  decide: (_, { note }) => yes({ words: note ? { note } : undefined }),
})

/** Gives the case to a unit or a person of the entity. */
export const assign = act({
  input: z.strictObject({ unit: maybeChosen, handler: maybeChosen, note: maybeWritten(LIMITS.note) }),
  async decide(found, { unit, handler, note }, { directory, tx }) {
    if (!unit && !handler) return no('invalid', { unit: 'choose-one' })
    if (unit && directory.unit(unit)?.entityId !== found.entity)
      return no('invalid', { unit: 'no-such-unit' })
    if (handler && !(found.entity && (await desk.worksFor(tx, handler, found.entity))))
      return no('invalid', { handler: 'no-such-person' })
    return yes({
      facts: { unit: unit ?? null, handler: handler ?? null },
      words: note ? { note } : undefined,
    })
  },
})

/** Asks the resident; the entity's clock pauses until they answer, for a bounded time. */
export const ask = act({
  input: z.strictObject({ question: written(LIMITS.reason) }),
  decide: (_, { question }) => yes({ words: { question } }),
})

/** A note for colleagues; the resident never sees it. */
export const note = act({
  input: z.strictObject({ note: written(LIMITS.note) }),
  decide: (_, { note }) => yes({ words: { note } }),
})

/** What a head, a minister or the operations room wants done. */
export const order = act({
  input: z.strictObject({ note: written(LIMITS.note) }),
  decide: (_, { note }) => yes({ words: { note } }),
})

/** The operations room asks whoever holds the case to act; it need not say why. */
export const remind = act({
  input: z.strictObject({ note: maybeWritten(LIMITS.note) }),
  decide: (_, { note }) => yes({ words: note ? { note } : undefined }),
})

/** Once, with a reason, and told to the resident together with the remedy outside. */
export const extend = act({
  input: z.strictObject({
    // The British ombudsman's complaint code allows ten working days more; so do we.
    days: z.coerce
      .number({ error: 'not-a-number' })
      .int('not-a-number')
      .min(1, 'too-small')
      .max(10, 'too-large')
      .default(5),
    reason,
    otherRemedy: maybeWritten(LIMITS.reason),
  }),
  decide(found, { days, reason, otherRemedy }, moment) {
    const calendar = calendarOf(found.entity, moment)
    const later = (from: Temporal.Instant) =>
      dueAt(from.toZonedDateTimeISO(calendar.timeZone), days, calendar).toInstant().toString()
    const facts = {
      days,
      answerBy: later(found.answerBy),
      entityDue: later(found.entityDue ?? found.answerBy),
    }
    return yes({ facts, words: { reason, otherRemedy } })
  },
})

/** Ties two cases together for whoever reads them, or a case to the problem that it is one of. */
export const link = act({
  input: z
    .strictObject({ other: caseId.optional(), problem: z.uuid({ error: 'not-understood' }).optional() })
    .refine(({ other, problem }) => Boolean(other) !== Boolean(problem), {
      error: 'required',
      path: ['other'],
    }),
  async decide(found, { other, problem }, { tx, now, taker }) {
    // Only the room of problems knows which there are; it acts as the system.
    if (!other) return taker.roles.includes('system') ? yes({ facts: { problem } }) : no('not-your-step')
    if (other === found.id || !(await desk.exists(tx, other))) return no('invalid', { other: 'not-a-case' })
    return yes({ facts: { other }, also: () => desk.linkCases(tx, found.id, other, now) })
  },
})

/** It is no case of that problem any longer. */
export const unlink = act({
  input: z.strictObject({ problem: z.uuid({ error: 'not-understood' }) }),
  decide: (_, { problem }) => yes({ facts: { problem } }),
})
