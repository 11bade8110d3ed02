import { createHash } from 'node:crypto'
import { LIMITS, pinOf, submitCase } from '#cases'
import { canonicalJson, formatReference, type No, newId } from '#kernel'
import { formatFullDay, words } from '#words'
import { addressOf } from '../api/address.ts'
import { type ApiLimits, may } from '../api/limits.ts'
import { sentence } from '../api/problem.ts'
import { readerOf } from '../api/v1/tell.ts'
import { list, refused } from './answer.ts'
import { REQUESTS } from './requests.ts'
import type { Answering, Asking } from './route.ts'

/** POST requests: a case like any other. Open to anybody; a program with a key may later ask for what it sent. */
export const submit =
  (limits: ApiLimits): Answering =>
  async (asking) => {
    const { c, format, asked, program } = asking
    const { tools } = c.var
    if (!program && !may(limits.submissions, addressOf(c), tools.clock.now()))
      return refused(c, format, 429, 'too many requests from this address; try again in a minute')
    if (!asked.service_code) return refused(c, format, 400, 'service_code is required')
    if (!asked.description) return refused(c, format, 400, 'description is required')
    const made = await submitCase(tools, { agentId: program?.id }, given(asking), intentOf(asking))
    if (!made.ok) return refusal(asking, made)
    tools.wake()
    const { state } = made.value
    const [directory, pin] = [await tools.directory(), pinOf(tools.secret, state.id)]
    const day = formatFullDay(readerOf(directory, state.language), state.answerBy)
    const { notice } = words(state.language).open311
    const told = { service_request_id: formatReference(state.reference), service_notice: notice(pin, day) }
    return list(c, format, REQUESTS, [told], 201)
  }

function refusal({ c, format }: Asking, { reason, details = {} }: No) {
  if (reason === 'key-used-for-something-else') return refused(c, format, 409, sentence('en', reason))
  if ('category' in details) return refused(c, format, 404, 'service_code was not found')
  const said = Object.entries(details).map(([field, key]) => `${field}: ${sentence('en', String(key))}`)
  return refused(c, format, 400, said.join('; ') || sentence('en', reason))
}

function given({ asked }: Asking) {
  const { description, service_code: category, lat, long, address_string, media_url } = asked
  const name = [asked.first_name, asked.last_name].filter(Boolean).join(' ')
  const place = { text: address_string?.slice(0, LIMITS.place), lat: degrees(lat), lon: degrees(long) }
  return {
    type: asked['attribute[type]'] ?? 'complaint',
    category,
    // A picture is not fetched from an address that a stranger names; whoever reads the case may open it.
    text: media_url ? `${description}\n\n${media_url}` : description,
    remedy: asked['attribute[remedy]'],
    channel: 'open311',
    ...((place.text || (lat && long)) && { place }),
    requester: { name: name || undefined, phone: asked.phone, email: asked.email },
  }
}

/** What is no number is refused by the case itself, like any place that is none. */
const degrees = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** FixMyStreet names its own report, and sends it again when it heard no answer: one report makes one case. */
function intentOf({ c, asked, program }: Asking) {
  const named = asked['attribute[fixmystreet_id]'] ?? asked['attribute[external_id]']
  const { api_key: _, ...body } = asked
  return {
    scope: program ? `open311:${program.id}` : 'public',
    key: (program && named) || c.req.header('idempotency-key')?.slice(0, 255) || newId(),
    bodyHash: createHash('sha256').update(canonicalJson(body)).digest(),
  }
}
