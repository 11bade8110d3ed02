import type { z } from 'zod'
import type { CaseEvent, CaseState, Facts, Happened } from '#cases'
import { UNANSWERED } from '#cases'
import type { Directory } from '#entities'
import { formatReference } from '#kernel'
import { type Locale, words } from '#words'
import type { caseLine } from '../shapes/desk.ts'
import type { takenEvent } from '../shapes/event.ts'
import { inZone, named } from './tell.ts'

/** What a line of a list needs to know of a case. */
export type Listed = Pick<
  CaseState,
  | 'id'
  | 'reference'
  | 'type'
  | 'stage'
  | 'subject'
  | 'category'
  | 'entity'
  | 'unit'
  | 'handler'
  | 'channel'
  | 'parent'
  | 'mergedInto'
  | 'urgent'
  | 'bounces'
  | 'returns'
  | 'reopens'
  | 'receivedAt'
  | 'answerBy'
  | 'entityDue'
  | 'answeredAt'
  | 'closedAt'
  | 'clock'
  | 'clockDue'
>

/** A case as a line of a list. */
export function lineOf(found: Listed, directory: Directory, now: Temporal.Instant): z.input<typeof caseLine> {
  const at = inZone(directory.timeZone)
  const { id, type, stage, subject, unit, handler, channel, parent, mergedInto, urgent } = found
  const { bounces, returns, reopens, clock } = found
  return {
    ...{ id, reference: formatReference(found.reference), type, stage, subject },
    ...named(directory, found),
    ...{ unit, handler, channel, parent, mergedInto, urgent },
    overdue: UNANSWERED.includes(stage) && Temporal.Instant.compare(found.answerBy, now) < 0,
    ...{ bounces, returns, reopens },
    receivedAt: at(found.receivedAt),
    answerBy: at(found.answerBy),
    entityDue: at.maybe(found.entityDue),
    answeredAt: at.maybe(found.answeredAt),
    closedAt: at.maybe(found.closedAt),
    clock,
    clockDue: at.maybe(found.clockDue),
  }
}

/** An event with its facts beside it; `by` is the name of whoever of the staff did it. */
export function eventOf(
  happened: CaseEvent & Pick<Happened, 'by'>,
  directory: Directory,
  locale: Locale,
): z.input<typeof takenEvent> {
  const { seq, step, by, actorId, role, at, facts } = happened
  const told = inZone(directory.timeZone)
  return {
    ...factsOf(facts, told),
    ...{ seq, step, by, byId: actorId, role, at: told(at) },
    title: words(locale).cases.happened[step],
  }
}

/** Facts as they were written, with numbers and moments as programs read them here. */
function factsOf({ reference, answerBy, entityDue, due, ...facts }: Facts, told: ReturnType<typeof inZone>) {
  const moment = (text: string) => told(Temporal.Instant.from(text))
  return {
    ...facts,
    ...(reference && { reference: formatReference(reference) }),
    ...(answerBy && { answerBy: moment(answerBy) }),
    ...(entityDue !== undefined && { entityDue: entityDue && moment(entityDue) }),
    ...(due && { due: moment(due) }),
  }
}
