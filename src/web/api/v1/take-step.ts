import { z } from '@hono/zod-openapi'
import { findCase, isStep, type Performed, performedBefore, takeStep as take } from '#cases'
import { no, yes } from '#kernel'
import type { Officer } from '#people'
import { type Call, ON_CASES, type Refused, staffOnly } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { caseLine } from '../shapes/desk.ts'
import { takenEvent } from '../shapes/event.ts'
import { stepToTake } from '../shapes/steps.ts'
import { eventOf, lineOf } from './desk-line.ts'

type StaffCall = Call<unknown, Officer>
type Input = Record<string, unknown>

export const takeStep = staffOnly({
  method: 'post',
  path: '/desk/cases/{id}/steps',
  name: 'takeStep',
  summary: 'Take any step of the table',
  description:
    'Out of reach is 404. A step that the role never takes is 403, and so is a second pair of eyes that is the first. What the stage or the state of the case does not allow is 409, with its reason. Fields are looked at last (422).',
  roles: ON_CASES,
  refuses: [409],
  body: stepToTake,
  answer: z.strictObject({ case: caseLine, event: takenEvent }).openapi('StepTaken'),
  async handle(call) {
    const { tools, officer, body, id, intent: key } = call
    const { step, ...given } = body
    if (typeof step !== 'string' || !isStep(step) || step === 'submit')
      return no('invalid', { step: step === undefined ? 'required' : 'choose-one' })
    const found = await findCase(tools.db, officer, id)
    if (!found) return whatItWas(call)
    const input = await understood(call, step, given)
    const taken = await take(tools, { kind: 'staff', officer }, { caseId: found.id, step, input, key })
    if (!taken.ok) return taken
    tools.wake()
    return answer(call, taken.value)
  },
})

/** A step may put its case out of its taker's reach; sent again, it is still told what it did. */
async function whatItWas(call: StaffCall): Promise<Awaited<ReturnType<typeof answer>> | Refused> {
  const before = await performedBefore(call.tools.db, call.intent)
  if (!before) return no('not-found')
  return before.ok ? answer(call, before.value) : before
}

/** Other cases may be named by their numbers, and a note may be called what it is: a text. */
async function understood({ tools, officer }: StaffCall, step: string, given: Input): Promise<Input> {
  if ((step === 'note' || step === 'order') && 'text' in given && !('note' in given)) {
    const { text, ...rest } = given
    return { ...rest, note: text }
  }
  const name = step === 'merge' ? 'into' : step === 'link' ? 'other' : undefined
  const other = name && given[name]
  if (!name || typeof other !== 'string') return given
  // Out of reach stays what was written, which is no id and is refused as such.
  const found = await findCase(tools.db, officer, other)
  return { ...given, [name]: found?.id ?? 'out-of-reach' }
}

async function answer({ tools, officer, now, c }: StaffCall, { state, event }: Performed) {
  const directory = await tools.directory()
  return yes({
    case: lineOf(state, directory, now),
    event: eventOf({ ...event, by: officer.name }, directory, localeOf(c)),
  })
}
