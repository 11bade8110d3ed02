import { z } from 'zod'
import { newId, no, yes } from '#kernel'
import { chosen, date, LIMITS, maybeWritten, written } from '../../model/input.ts'
import { announce, endAnnouncements } from '../../store/announcements.ts'
import { keep } from '../../store/answers.ts'
import { act } from '../act.ts'

/** So long at most; what lasts longer is announced anew by somebody who looked. */
const LONGEST = { days: 60 }

/** A banner on the residents' pages, in both languages, until the end of a day. Takes the place of the one before. */
export const announcement = act({
  input: z.strictObject({
    textAr: written(LIMITS.announcement),
    textEn: written(LIMITS.announcement),
    category: chosen,
    entity: chosen,
    place: chosen,
    until: date,
  }),
  decide(problem, given, { tx, now, directory, officer }) {
    const { category = null, entity = null, place = null } = given
    if (category && !directory.category(category)) return no('invalid', { category: 'no-such-category' })
    if (entity && !directory.entity(entity)) return no('invalid', { entity: 'no-such-entity' })
    if (place && !directory.place(place)) return no('invalid', { place: 'not-a-place' })
    const until = given.until.add({ days: 1 }).toZonedDateTime(directory.timeZone).toInstant()
    if (Temporal.Instant.compare(until, now) <= 0) return no('invalid', { until: 'in-the-past' })
    const last = now.toZonedDateTimeISO(directory.timeZone).add(LONGEST).toInstant()
    if (Temporal.Instant.compare(until, last) > 0) return no('invalid', { until: 'too-far' })
    const id = newId()
    const one = {
      id,
      problemId: problem.id,
      text: { ar: given.textAr, en: given.textEn },
      category,
      entity,
      place,
      since: now,
      until,
    }
    return yes({
      facts: { announcement: id, until: until.toString() },
      also: async () => {
        await endAnnouncements(tx, problem.id, now)
        await announce(tx, one, officer.id)
      },
    })
  },
})

/** Takes the banner down. */
export const endAnnouncement = act({
  input: z.strictObject({}),
  decide: (problem, _, { tx, now }) => yes({ also: () => endAnnouncements(tx, problem.id, now) }),
})

/** Outcomes that one answer can bring to everybody. */
export const OUTCOMES = ['solved', 'explained', 'refused', 'cannot-act'] as const

/** One answer for all cases. It becomes the reply of each, and each goes through both reviews. */
export const answer = act({
  input: z
    .strictObject({
      text: written(10_000),
      outcome: z.enum(OUTCOMES, { error: 'choose-one' }),
      legalGround: maybeWritten(4_000),
      otherRemedy: maybeWritten(4_000),
    })
    .check(({ value, issues }) => {
      const missing = (message: string, path: string) =>
        issues.push({ code: 'custom', message, path: [path], input: value })
      if (value.outcome === 'refused' && !value.legalGround) missing('name-the-legal-ground', 'legalGround')
      if (value.outcome === 'cannot-act' && !value.otherRemedy) missing('name-who-can', 'otherRemedy')
    }),
  decide(problem, reply, { tx, now, officer }) {
    const id = newId()
    return yes({
      facts: { answer: id },
      also: () => keep(tx, { id, reply, writtenBy: officer.id, at: now }, problem.id),
    })
  },
})
