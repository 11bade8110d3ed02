import { escalated } from './effects/escalated.ts'
import type { Effect, Effects, Situation } from './effects/situation.ts'
import { entityDay, named, outside, resident, staff } from './effects/tell.ts'
import { atWork, nation, ofEntity, whoOwesTheNextAct } from './effects/whom.ts'
import { ABOUT_QUESTION, aboutAction, added, asked, assigned, promises, returned } from './effects/work.ts'
import type { CaseEvent } from './event.ts'
import type { StepName } from './steps.ts'

export type { Effect, Situation, Tell, Whom } from './effects/situation.ts'

/**
 * Whom an event concerns, and what they should hear of it.
 *
 * Pure: the same event in the same situation has the same effects, so that reading the feed again causes nothing
 * new. Parts of a split case say nothing to the resident, who hears one voice; imported history says nothing at all.
 */
export function effectsOf(event: CaseEvent, situation: Situation): Effect[] {
  if (event.facts.source) return []
  return (EFFECTS[event.step]?.(event, situation) ?? []).filter(
    (effect) => 'takeBack' in effect || effect.to !== 'resident' || !situation.after.parent,
  )
}

const EFFECTS: Partial<Record<StepName, Effects>> = {
  submit: (_, situation) => [resident('submitted', situation)],
  route: ({ facts }, situation) => [
    resident(
      facts.automatic ? 'routed-by-itself' : situation.before?.routedAt ? 'moved' : 'routed',
      situation,
    ),
    ...ofEntity(situation).map((to) => staff('new-case', to, situation, { day: entityDay(situation) })),
  ],
  refuse: ({ facts }, situation) => [
    staff('bounced', nation('reviewer'), situation, { who: named(situation, facts.entity) }),
  ],
  contest: ({ facts }, situation) => [
    staff('contested', nation('reviewer'), situation, { who: named(situation, facts.entity) }),
  ],
  split: (_, situation) => [resident('split', situation)],
  merge: (_, situation) => [resident('merged', situation)],
  unmerge: (_, situation) => [resident('unmerged', situation)],
  assign: assigned,
  ask: asked,
  add: added,
  extend: ({ facts }, situation) => [
    resident('extended', situation, {
      day: facts.answerBy,
      quote: situation.words?.reason,
      remedy: situation.words?.otherRemedy ?? outside(situation),
    }),
  ],
  return: (_, situation) => returned(situation),
  release: (_, situation) => [
    resident('answered', situation, { day: situation.after.clockDue?.toString() }),
    ...promises(situation),
  ],
  deliver: (_, situation) => [resident('answered', situation, { day: situation.after.clockDue?.toString() })],
  fulfil: ({ facts }, situation) => [
    { takeBack: aboutAction(facts.action ?? 0) },
    resident('action-done', situation),
  ],
  object: (_, situation) => [
    resident('objection-received', situation, { day: situation.after.clockDue?.toString() }),
  ],
  reopen: (_, situation) => [
    resident('reopened', situation, { quote: situation.words?.reason }),
    ...ofEntity(situation).map((to) => staff('reopened-case', to, situation, { day: entityDay(situation) })),
  ],
  uphold: (_, situation) => [
    resident('upheld', situation, {
      quote: situation.words?.reason,
      remedy: situation.words?.otherRemedy ?? outside(situation),
    }),
  ],
  withdraw: ({ role }, situation) => [
    { takeBack: ABOUT_QUESTION },
    // Whoever did it themselves has seen it; what somebody did in their name is confirmed.
    ...(role === 'agent' ? [resident('withdrawn', situation)] : []),
  ],
  lapse: (_, situation) => [{ takeBack: ABOUT_QUESTION }, resident('lapsed', situation)],
  close: (_, situation) => [resident('closed', situation)],
  order: (_, situation) =>
    atWork(situation).map((to) =>
      staff('ordered', to, situation, { quote: situation.words?.note, day: entityDay(situation) }),
    ),
  remind: (_, situation) =>
    whoOwesTheNextAct(situation).map((to) =>
      staff('reminded', to, situation, { quote: situation.words?.note, day: entityDay(situation) }),
    ),
  escalate: escalated,
}
