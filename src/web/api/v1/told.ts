import type { z } from 'zod'
import type { ResidentView, Told } from '#cases'
import type { Directory } from '#entities'
import { formatReference } from '#kernel'
import { formatFullDay, type Locale, words } from '#words'
import { RESIDENTS_STEPS, type residentView } from '../shapes/resident-view.ts'
import { inZone, named, readerOf } from './tell.ts'

/** A case as its resident is told of it. */
export function toldOf(
  found: ResidentView,
  directory: Directory,
  locale: Locale,
): z.input<typeof residentView> {
  const { state, said } = found
  const at = inZone(directory.timeZone)
  const { next } = words(state.language).api
  return {
    reference: formatReference(state.reference),
    type: state.type,
    stage: state.stage,
    subject: state.subject,
    text: said.text,
    remedy: said.remedy ?? null,
    ...named(directory, state),
    receivedAt: at(state.receivedAt),
    answerBy: at(state.answerBy),
    answeredAt: at.maybe(state.answeredAt),
    closedAt: at.maybe(state.closedAt),
    objectBy: at.maybe(state.clock === 'objection-window' ? state.clockDue : null),
    extended: state.extended,
    // What a reply comes to is told with the reply, not before its release.
    outcome: state.answeredAt || state.closedAt ? state.outcome : null,
    question: found.question ?? null,
    reply: replyOf(found, at),
    rating: state.solved === null ? null : { solved: state.solved, respect: state.respect },
    next: next[state.stage](formatFullDay(readerOf(directory, state.language), state.answerBy)),
    steps: RESIDENTS_STEPS.filter((step) => found.steps.includes(step)),
    timeline: found.timeline.map(({ at: moment, says, entity, until, text, otherRemedy, byAgent }) => ({
      step: STEP_OF[says],
      at: at(moment),
      title: words(locale).cases.happened[STEP_OF[says]],
      byAgent,
      ...(text !== undefined && { text }),
      ...(otherRemedy !== undefined && { otherRemedy }),
      ...(entity !== undefined && { entity, entityName: directory.entity(entity)?.name }),
      ...(until && { answerBy: at(until) }),
    })),
  }
}

function replyOf({ answer, actions }: ResidentView, at: ReturnType<typeof inZone>) {
  if (!answer) return null
  const { text, outcome, points, legalGround = null, otherRemedy = null } = answer
  return {
    ...{ at: at(answer.at), text, outcome, legalGround, otherRemedy, points: [...points] },
    actions: actions.map(({ number, action, dueOn, doneAt }) => ({
      number,
      text: action,
      dueOn: dueOn.toString(),
      done: doneAt !== null,
    })),
  }
}

/** The step behind each line of the timeline. Who of the entity began, and how, is not told. */
const STEP_OF = {
  received: 'submit',
  'with-entity': 'route',
  'found-by-itself': 'route',
  contested: 'contest',
  'moved-on': 'route',
  'back-at-centre': 'refuse',
  'several-entities': 'split',
  'joined-with-another': 'merge',
  'on-its-own': 'unmerge',
  'work-began': 'take-up',
  asked: 'ask',
  'answered-question': 'add',
  added: 'add',
  extended: 'extend',
  'reply-written': 'reply',
  'reply-reviewed': 'verify',
  'reply-returned': 'return',
  answered: 'release',
  fulfilled: 'fulfil',
  rated: 'rate',
  objected: 'object',
  reopened: 'reopen',
  'taken-up-again': 'add',
  upheld: 'uphold',
  accepted: 'accept',
  withdrawn: 'withdraw',
  'closed-unanswered': 'lapse',
  closed: 'close',
  sealed: 'seal',
} as const satisfies Record<Told, string>
