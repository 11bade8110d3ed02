import type { Directory } from '#entities'
import { no, type Result, westernDigits, yes } from '#kernel'
import {
  DELIVERY_STATES,
  deliverAgain,
  deliveriesOf,
  type Endpoint,
  replaySince,
  rotateSigningSecret,
  switchEndpoint,
  tryEndpoint,
} from '#messages'
import { stepUp } from '#people'
import type { PostedForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { filled, type Refusal } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { asked, dateIn } from '../read.ts'
import { EndpointPage } from './endpoint-page.tsx'
import { endpointIn } from './find.ts'
import { handOver } from './write.tsx'

export interface KeptEndpoint extends Awaited<ReturnType<typeof deliveriesOf>> {
  endpoint: Endpoint
  directory: Directory
  /** Only deliveries in this state, when one was asked for. */
  state: (typeof DELIVERY_STATES)[number] | undefined
}

async function find(c: Admin): Promise<KeptEndpoint | undefined> {
  const { tools, officer } = c.var
  const endpoint = await endpointIn(c)
  if (!endpoint) return undefined
  const state = DELIVERY_STATES.find((each) => each === asked(c, 'state'))
  const shown = await deliveriesOf(tools, officer, endpoint.id, state)
  return { ...shown, endpoint, state, directory: await tools.directory() }
}

/** How one system does, and what was sent to it. */
export async function showEndpoint(c: Admin) {
  const kept = await find(c)
  if (!kept) return c.notFound()
  const form = filled(missedSince(kept.endpoint.failingSince, kept.directory.timeZone))
  return html(c, <EndpointPage c={c} kept={kept} form={form} />)
}

/** What it missed began there: most often that is what one wants to have sent again. */
function missedSince(failing: Temporal.Instant | null, timeZone: string) {
  const local = failing?.toZonedDateTimeISO(timeZone)
  return local
    ? { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
    : {}
}

type Act = (c: Admin, kept: KeptEndpoint, form: PostedForm) => Promise<Result<string, Refusal>>

const button = (act: Act) =>
  formPage<KeptEndpoint>({
    find,
    fields: {
      'code-wrong': 'code',
      'date-malformed': 'date',
      'date-missing': 'date',
      'time-malformed': 'time',
      'webhook-moment-ahead': 'date',
    },
    act: (form, kept, c) => act(c, kept, form),
    draw: (kept, form, c) => <EndpointPage c={c} kept={kept} form={form} />,
  })

/** What an act comes to: the page again, saying what was done. */
const then = ({ endpoint: { id } }: KeptEndpoint, outcome: Result<unknown, Refusal>, done: string) =>
  outcome.ok ? yes(`/admin/webhooks/${id}?done=${done}`) : outcome

export const trying = button(async (c, kept) =>
  then(kept, await tryEndpoint(c.var.tools, c.var.officer, kept.endpoint.id), 'tried'),
)

export const sendingAgain = button(async (c, kept, form) => {
  const which = { endpointId: kept.endpoint.id, id: form.text('delivery') }
  return then(kept, await deliverAgain(c.var.tools, c.var.officer, which), 'again')
})

export const switching = button(async (c, kept, form) => {
  const active = form.text('to') === 'on'
  const switched = await switchEndpoint(c.var.tools, c.var.officer, { id: kept.endpoint.id, active })
  return then(kept, switched, active ? 'switched-on' : 'switched-off')
})

export const replaying = button(async (c, kept, form) => {
  const since = momentIn(form, kept.directory.timeZone)
  if (!since.ok) return since
  const wanted = { endpointId: kept.endpoint.id, since: since.value }
  return then(kept, await replaySince(c.var.tools, c.var.officer, wanted), 'replaying')
})

/** A day and perhaps a time, as the country's clocks show them. */
function momentIn(form: PostedForm, timeZone: string): Result<Temporal.Instant, Refusal> {
  if (!form.text('date').trim()) return no('date-missing')
  const date = dateIn(form.text('date'))
  if (!date) return no('date-malformed')
  const typed = westernDigits(form.text('time')).trim()
  if (typed && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(typed)) return no('time-malformed')
  const plainTime = typed.padStart(5, '0') || undefined
  return yes(date.toZonedDateTime({ timeZone, ...(typed && plainTime && { plainTime }) }).toInstant())
}

export const rotating = button(async (c, { endpoint: kept }, form) => {
  const { tools, officer } = c.var
  const again = await stepUp(tools, officer, form.text('code'))
  if (!again.ok) return again
  const made = await rotateSigningSecret(tools, officer, kept.id)
  return made.ok ? yes(handOver(c, kept, made.value.signingSecret)) : made
})
