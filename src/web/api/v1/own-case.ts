import { isStep, takeStep, residentView as viewOf } from '#cases'
import { no, type Result, yes } from '#kernel'
import { addressOf } from '../address.ts'
import { type Call, openTo } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { ownStep, residentView, secrets } from '../shapes/resident-view.ts'
import { caseWithPin } from '../with-pin.ts'
import { toldOf } from './told.ts'

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
    'Add something or answer a question, rate, object, accept, object to an automatic routing (`contest`), withdraw. Answers with the case as it then is. A step that the stage of the case does not allow is 409.',
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
  { tools, c }: Call,
  given: Readonly<Record<string, unknown>>,
  only?: readonly string[],
): Promise<Result<string>> {
  const { reference, pin } = given
  const wrong = wrongSecrets(given, only)
  if (wrong || typeof reference !== 'string' || typeof pin !== 'string') return no('invalid', wrong)
  const found = await caseWithPin(tools, { reference, pin }, addressOf(c))
  return found.ok ? yes(found.value.id) : found
}

function wrongSecrets(given: Readonly<Record<string, unknown>>, only?: readonly string[]) {
  const missing = ['reference', 'pin']
    .filter((name) => typeof given[name] !== 'string')
    .map((name) => [name, given[name] === undefined ? 'required' : 'must-be-text'])
  const unknown = Object.keys(given).filter((name) => only && !only.includes(name))
  const errors = [...missing, ...unknown.map((name) => [name, 'unknown-field'])]
  return errors.length > 0 ? (Object.fromEntries(errors) as Record<string, string>) : undefined
}

async function view({ tools, c }: Call, id: string) {
  const [found, directory] = await Promise.all([viewOf(tools, id), tools.directory()])
  return found ? yes(toldOf(found, directory, localeOf(c))) : no('not-found')
}
