import { type CaseState, CENTRE_CHANNELS, CHANNELS, performedBefore, pinOf, submitCase } from '#cases'
import { formatReference, no, yes } from '#kernel'
import { holds, type Officer } from '#people'
import { formatFullDay, type Locale, words } from '#words'
import { addressOf } from '../address.ts'
import { may } from '../limits.ts'
import { type Call, openTo, type Refused } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { newCase, receipt } from '../shapes/submission.ts'
import { inZone, readerOf } from './tell.ts'

export const submit = openTo({
  method: 'post',
  path: '/cases',
  name: 'submitCase',
  summary: 'Submit a case',
  description:
    'Open to anybody. The number and the PIN are told only here. With the token of an agent the case is entered for somebody else, on the channel named.',
  limited: true,
  body: newCase,
  status: 201,
  answer: receipt,
  async handle(call) {
    const { tools, officer, body, intent, limits, now, c } = call
    if (!officer && !may(limits.submissions, addressOf(c), now)) return no('too-many-tries')
    if (body.type === 'violation') return toTheSealedRoom(call)
    const agent = officer && holds(officer, 'agent') ? officer : undefined
    const wrong = wrongChannel(body.channel, agent)
    if (wrong) return no('invalid', { channel: wrong })
    const channel = body.channel === undefined ? 'api' : body.channel
    const made = await submitCase(tools, { agentId: agent?.id }, { ...body, channel }, intent)
    if (!made.ok) return made
    const { state, again } = made.value
    if (again) return told(call, await asFirstTold(call, state))
    tools.wake()
    return told(call, state)
  },
})

function wrongChannel(channel: unknown, agent: Officer | undefined): string | undefined {
  if (channel === undefined) return undefined
  if (channel === 'import' || !(CHANNELS as readonly unknown[]).includes(channel)) return 'choose-one'
  return (CENTRE_CHANNELS as readonly unknown[]).includes(channel) && !agent ? 'needs-an-agent' : undefined
}

/** Nothing of such a report is looked at, kept or counted here. */
function toTheSealedRoom({ c, tools }: Call): Refused {
  const route = `${tools.publicUrl}/${localeOf(c)}/violation`
  return { ...no('sealed-room', { type: 'sealed-room' }), extra: { more: { route } } }
}

/** Sent twice, told the same: the date as it was promised then, whatever has happened since. */
async function asFirstTold({ tools, intent }: Call, state: CaseState): Promise<CaseState> {
  const first = await performedBefore(tools.db, intent)
  const answerBy = first?.ok ? first.value.event.facts.answerBy : undefined
  return { ...state, answerBy: answerBy ? Temporal.Instant.from(answerBy) : state.answerBy }
}

async function told({ tools, officer }: Call, { id, reference, type, language, answerBy }: CaseState) {
  const directory = await tools.directory()
  const reader = readerOf(directory, language satisfies Locale)
  return yes({
    ...(officer && { id }),
    reference: formatReference(reference),
    pin: pinOf(tools.secret, id),
    stage: 'received' as const,
    answerBy: inZone(directory.timeZone)(answerBy),
    next: words(language).api.submitted[type](formatFullDay(reader, answerBy)),
  })
}
