import { workingDayAfter, workingDayBefore } from '#promises'
import type { CaseEvent } from '../event.ts'
import type { Effect, Situation } from './situation.ts'
import { asker, entityDay, resident, staff } from './tell.ts'
import { atWork, nation, ofEntity } from './whom.ts'

/** What messages that wait are taken back by. */
export const ABOUT_QUESTION = 'question'
export const aboutAction = (number: number): string => `action:${number};`

export function assigned({ facts }: CaseEvent, situation: Situation): Effect[] {
  const day = entityDay(situation)
  if (facts.handler) return [staff('assigned', { id: facts.handler }, situation, { day })]
  const unit = situation.directory.unit(facts.unit)
  if (!unit) return []
  const to = { role: 'handler', scope: 'unit', scopeId: unit.id } as const
  return [staff('assigned-unit', to, situation, { day, who: unit.name })]
}

/** The question at once, and once more halfway, unless it is answered before. */
export function asked({ at }: CaseEvent, situation: Situation): Effect[] {
  const until = situation.after.clockDue
  const facts = { quote: situation.words?.question, day: until?.toString(), who: asker(situation) }
  const question = resident('question', situation, facts)
  if (!until) return [question]
  const halfway = at.add({ seconds: Math.floor(until.since(at).total('seconds') / 2) })
  return [
    question,
    { ...resident('question-reminder', situation, facts), about: ABOUT_QUESTION, after: halfway },
  ]
}

export function added({ role }: CaseEvent, situation: Situation): Effect[] {
  const { before } = situation
  const tellStaff = atWork(situation).map((to) =>
    staff('resident-wrote', to, situation, { day: entityDay(situation) }),
  )
  const again = before?.stage === 'closed' ? [resident('resumed', situation)] : []
  return [
    { takeBack: ABOUT_QUESTION },
    ...again,
    ...(role === 'resident' || role === 'agent' ? tellStaff : []),
  ]
}

/** To whoever wrote it; a reply that came by a one-time link goes back to whoever holds the case for its entity. */
export function returned(situation: Situation): Effect[] {
  const { before, words } = situation
  const to = before?.repliedBy ? [{ id: before.repliedBy }] : atWork(situation)
  return to.map((each) =>
    staff('returned', each, situation, { quote: words?.reason, day: entityDay(situation) }),
  )
}

/**
 * What the answer promised: whoever promised it is reminded on the working day before, and hears on the working day
 * after that it is late, as the resident does then. For an entity that has not joined the central office sees to it.
 */
export function promises(situation: Situation): Effect[] {
  const reply = situation.history.findLast(({ step }) => step === 'reply')
  const owners = ofEntity(situation)
  return (reply?.facts.actions ?? []).flatMap((action) => {
    const { about, before, after, facts } = remembered(action, situation)
    return [
      ...(owners.length > 0 ? owners : [nation('reviewer')]).flatMap((to) => [
        { ...staff('action-due', to, situation, facts), about, after: before },
        { ...staff('action-overdue', to, situation, facts), about, after },
      ]),
      { ...resident('action-late', situation, facts), about, after },
    ]
  })
}

/** When a promise is spoken of again, and what takes that back. */
export function remembered(
  { number, dueOn }: { number: number; dueOn: string },
  { calendar, directory }: Pick<Situation, 'calendar' | 'directory'>,
) {
  const due = Temporal.PlainDate.from(dueOn)
  return {
    about: aboutAction(number),
    facts: { day: dueOn },
    before: morningOf(workingDayBefore(due, calendar), directory.timeZone),
    after: morningOf(workingDayAfter(due, calendar), directory.timeZone),
  }
}

const morningOf = (day: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: { hour: 8 } }).toInstant()
