import type { z } from 'zod'
import { findWithPin, isStep, type ResidentView, type Told, takeStep, residentView as viewOf } from '#cases'
import type { Directory } from '#entities'
import { formatReference, no, parseReference, type Result, yes } from '#kernel'
import { formatFullDay, type Locale, words } from '#words'
import { addressOf } from '../address.ts'
import { guarded } from '../limits.ts'
import { type Call, openTo } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { ownStep, RESIDENTS_STEPS, residentView, secrets } from '../shapes/resident-view.ts'
import { inZone, named, readerOf } from './tell.ts'

export const lookUp = openTo({
  method: 'post',
  path: '/cases/lookup',
  name: 'lookUpCase',
  summary: 'Follow a case by its number and PIN',
  description:
    'Changes nothing. A wrong number and a wrong PIN are the same answer. Wrong tries are counted for the number and for the address they come from.',
  limited: true,
  refuses: [404],
  body: secrets,
  answer: residentView,
  async handle(call) {
    const found = await own(call, call.body, ['reference', 'pin'])
    return found.ok ? view(call, found.value) : found
  },
})

export const takeOwnStep = openTo({
  method: 'post',
  path: '/cases/lookup/steps',
  name: 'takeOwnStep',
  summary: 'Take a step of the resident',
  description:
    'Add something or answer a question, rate, object, accept, withdraw. Answers with the case as it then is. A step that the stage of the case does not allow is 409.',
  limited: true,
  refuses: [403, 404, 409],
  body: ownStep,
  answer: residentView,
  async handle(call) {
    const { reference, pin, step, ...input } = call.body
    if (typeof step !== 'string' || !isStep(step) || step === 'submit')
      return no('invalid', { step: step === undefined ? 'required' : 'choose-one' })
    const found = await own(call, { reference, pin })
    if (!found.ok) return found
    const { tools, intent: key } = call
    const taken = await takeStep(
      tools,
      { kind: 'resident', id: null },
      { caseId: found.value, step, input, key },
    )
    if (!taken.ok) return taken
    tools.wake()
    return view(call, found.value)
  },
})

/** The id of the case whose secrets were given. Only wrong tries use up what guards it. */
async function own(
  { tools, limits, now, c }: Call,
  given: Readonly<Record<string, unknown>>,
  only?: readonly string[],
): Promise<Result<string>> {
  const { reference, pin } = given
  if (typeof reference !== 'string' || typeof pin !== 'string') {
    const missing = (name: string) =>
      typeof given[name] === 'string' ? [] : [[name, given[name] === undefined ? 'required' : 'must-be-text']]
    return no('invalid', Object.fromEntries(['reference', 'pin'].flatMap(missing)))
  }
  const unknown = only ? Object.keys(given).filter((name) => !only.includes(name)) : []
  if (unknown.length > 0)
    return no('invalid', Object.fromEntries(unknown.map((name) => [name, 'unknown-field'])))
  const [number, address] = [parseReference(reference), addressOf(c)]
  const tries = [
    [limits.wrongPins, number],
    [limits.wrongFromAddress, address],
  ] as const
  const found = await guarded(tries, now, () => findWithPin(tools, { reference, pin }))
  return found.ok ? yes(found.value.id) : found
}

async function view({ tools, c }: Call, id: string) {
  const [found, directory] = await Promise.all([viewOf(tools, id), tools.directory()])
  return found ? yes(told(found, directory, localeOf(c))) : no('not-found')
}

function told(found: ResidentView, directory: Directory, locale: Locale): z.input<typeof residentView> {
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

function replyOf({ answer, actions, state }: ResidentView, at: ReturnType<typeof inZone>) {
  if (!answer) return null
  const { text, outcome, points, legalGround = null, otherRemedy = null } = answer
  return {
    ...{ at: at(answer.at), text, outcome, legalGround, otherRemedy, points: [...points] },
    // A reply that is being written anew has promises of its own, which are not told yet.
    actions: (state.answeredAt ? actions : []).map(({ number, action, dueOn, doneAt }) => ({
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
} as const satisfies Record<Told, string>
