import type { MessageFacts, MessageKind } from '#messages'
import type { Situation, Tell, Whom } from './situation.ts'

/** Tells the resident, who is spoken to in the name of whoever has the case, with the day of their answer. */
export function resident(kind: MessageKind, situation: Situation, more: MessageFacts = {}): Tell {
  const { after } = situation
  const facts = {
    reference: after.reference,
    who: asker(situation),
    day: after.answerBy.toString(),
    ...given(more),
  }
  return { kind, to: 'resident', facts }
}

/** Tells somebody of the staff. */
export function staff(kind: MessageKind, to: Whom, situation: Situation, more: MessageFacts = {}): Tell {
  const { after } = situation
  const facts = {
    reference: after.reference,
    caseId: after.id,
    who: named(situation, after.entity),
    day: after.answerBy.toString(),
    ...given(more),
  }
  return { kind, to, facts }
}

const given = (facts: MessageFacts): MessageFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

export const named = ({ directory }: Situation, entity: string | null | undefined) =>
  directory.entity(entity)?.name

/** In whose name the resident is spoken to. */
export const asker = (situation: Situation) =>
  named(situation, situation.after.entity) ?? situation.directory.central?.name

/** The day by which the entity owes its reply. */
export const entityDay = ({ after }: Situation): string => (after.entityDue ?? after.answerBy).toString()

export const outside = ({ outsideRemedy, after }: Situation): string | undefined =>
  outsideRemedy?.[after.language]
