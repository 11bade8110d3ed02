import { createHash } from 'node:crypto'
import { caseSentBy, takeStep, updatesByOpen311 } from '#cases'
import { canonicalJson, formatReference, newId, parseReference } from '#kernel'
import { words } from '#words'
import { sentence } from '../api/problem.ts'
import { inZone } from '../api/v1/tell.ts'
import { list, refused } from './answer.ts'
import { type Answering, momentOf } from './route.ts'

const UPDATES = { list: 'service_request_updates', each: 'request_update' }

/** What closes a case for its resident; whatever comes later without one of these leaves it open. */
const CLOSING = [
  'answered',
  'upheld',
  'accepted',
  'withdrawn',
  'closed-unanswered',
  'closed',
  'rated',
  'fulfilled',
]

/** GET servicerequestupdates: what happened to the cases that this program sent, as their residents are told. */
export const updates: Answering = async ({ c, format, asked, program }) => {
  if (!program) return refused(c, format, 403, 'api_key is required: updates are told to the sender alone')
  const [from, to] = [momentOf(asked.start_date), momentOf(asked.end_date)]
  if (!from.ok || !to.ok) return refused(c, format, 400, 'start_date and end_date must be moments')
  const until = to.value ?? c.var.tools.clock.now().add({ seconds: 1 })
  const since = from.value ?? until.subtract({ hours: 24 })
  const at = inZone((await c.var.tools.directory()).timeZone)
  const found = await updatesByOpen311(c.var.tools, program.id, since, until)
  return list(
    c,
    format,
    UPDATES,
    found.map(({ reference, language, seq, says, text, at: moment }) => ({
      update_id: `${formatReference(reference)}-${seq}`,
      service_request_id: formatReference(reference),
      status: CLOSING.includes(says) ? 'closed' : 'open',
      updated_datetime: at(moment),
      description: text ?? words(language).resident.follow.timeline[says],
    })),
  )
}

/** POST servicerequestupdates: what a resident has to add, brought by the program that sent their case. */
export const addUpdate: Answering = async ({ c, format, asked, program }) => {
  if (!program) return refused(c, format, 403, 'api_key is required')
  const { service_request_id: named = '', update_id, description } = asked
  if (!description) return refused(c, format, 400, 'description is required')
  const number = parseReference(named)
  const found = number && (await caseSentBy(c.var.tools, program.id, number))
  if (!found) return refused(c, format, 404, 'service_request_id was not found')
  const { api_key: _, ...body } = asked
  const bodyHash = createHash('sha256').update(canonicalJson(body)).digest()
  const key = { scope: `open311:${program.id}`, key: `update ${update_id ?? newId()}`, bodyHash }
  const step = { caseId: found, step: 'add', input: { text: description }, key } as const
  const taken = await takeStep(c.var.tools, { kind: 'staff', officer: program }, step)
  if (!taken.ok) return refused(c, format, 409, sentence('en', taken.reason))
  c.var.tools.wake()
  return list(c, format, UPDATES, [{ update_id: update_id ?? `${named}-${taken.value.event.seq}` }], 201)
}
