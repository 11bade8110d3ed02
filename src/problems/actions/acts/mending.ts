import { z } from 'zod'
import { findCase } from '#cases'
import { no, yes } from '#kernel'
import { date, id, LIMITS, maybeWritten, written } from '../../model/input.ts'
import { endAnnouncements } from '../../store/announcements.ts'
import * as own from '../../store/problem-cases.ts'
import { act } from '../act.ts'

/** Why it happens, as its owner or an analyst found out. */
export const cause = act({
  input: z.strictObject({ cause: written(LIMITS.cause) }),
  decide: (_, { cause }) => yes({ facts: { cause } }),
})

/** What will be done about it for good, and by when. */
export const plan = act({
  input: z.strictObject({ fix: written(LIMITS.fix), fixBy: date }),
  decide: (_, { fix, fixBy }, { now, directory }) =>
    Temporal.PlainDate.compare(fixBy, today(now, directory)) < 0
      ? no('invalid', { fixBy: 'in-the-past' })
      : yes({ facts: { fix, fixBy: fixBy.toString() } }),
})

/** It was done. From here on what residents bring says whether it held; what was announced is over. */
export const fix = act({
  input: z.strictObject({ on: date, note: maybeWritten(LIMITS.reason) }),
  decide(problem, { on, note }, { tx, now, directory }) {
    const opened = problem.openedAt && today(problem.openedAt, directory)
    if (Temporal.PlainDate.compare(on, today(now, directory)) > 0)
      return no('invalid', { on: 'in-the-future' })
    if (opened && Temporal.PlainDate.compare(on, opened) < 0)
      return no('invalid', { on: 'before-it-was-opened' })
    // The whole day counts as before: what came in its morning was not yet fixed.
    const end = on.add({ days: 1 }).toZonedDateTime(directory.timeZone).toInstant()
    const fixedAt = Temporal.Instant.compare(end, now) > 0 ? now : end
    return yes({
      facts: { fixedAt: fixedAt.toString(), note },
      also: () => endAnnouncements(tx, problem.id, now),
    })
  },
})

/** What everybody may read of it, in both languages. */
export const publish = act({
  input: z.strictObject({ toldAr: written(LIMITS.told), toldEn: written(LIMITS.told) }),
  decide: (_, { toldAr, toldEn }) => yes({ facts: { told: { ar: toldAr, en: toldEn } } }),
})

/** This case is about something else. It does not come in again by itself. */
export const leaveOut = act({
  input: z.strictObject({ case: id }),
  async decide(problem, { case: caseId }, { tx }) {
    const left = await own.leaveOut(tx, problem.id, caseId)
    return left === 0 ? no('invalid', { case: 'not-a-case' }) : yes({ facts: { case: caseId } })
  },
})

/**
 * This case is about it too, although nobody found it. Whoever says so must reach the case, and names it by its
 * public number.
 */
export const takeIn = act({
  input: z.strictObject({ case: written(60) }),
  async decide(problem, { case: named }, { tx, officer }) {
    const found = await findCase(tx, officer, named)
    if (!found) return no('invalid', { case: 'not-a-case' })
    return yes({ facts: { case: found.id }, also: () => own.addCase(tx, problem.id, found.id) })
  },
})

const today = (at: Temporal.Instant, { timeZone }: { timeZone: string }) =>
  at.toZonedDateTimeISO(timeZone).toPlainDate()
