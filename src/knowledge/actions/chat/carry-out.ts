import { createHash } from 'node:crypto'
import { findContact, findDraft, residentView, submitCase, takeStep } from '#cases'
import { ownerAt } from '#entities'
import { sendCode } from '#messages'
import { confirmCode, requestCode, signOut } from '#people'
import type { Ended, SeenCase, Want } from '../../model/talk/talk.ts'
import type { Conversation } from '../../store/chat/conversations.ts'
import type { Incoming } from './converse.ts'
import { isOpenNow } from './hours.ts'
import { draftSecret } from './keep-files.ts'
import type { ChatDoor, ChatTools } from './tools.ts'

type Changed = Partial<Pick<Conversation, 'desk' | 'agentId' | 'waitingSince' | 'caseId' | 'draftId'>>
interface Done {
  ended: Ended
  changed?: Changed
}

/** Does what a talk wants, through the same doors as everybody: nothing here decides anything by itself. */
export async function carryOut(
  tools: ChatTools,
  door: ChatDoor,
  here: Conversation,
  incoming: Incoming,
  want: Want,
): Promise<Done> {
  switch (want.do) {
    case 'submit':
      return submit(tools, door, here, incoming)
    case 'find':
      return found(
        tools,
        'find',
        await door.find(tools.db, { reference: here.talk.reference ?? '', pin: want.pin }),
      )
    case 'send-code':
      return { ended: { did: 'send-code', ok: await sent(tools, door, here) } }
    case 'confirm-code':
      return found(tools, 'confirm-code', await confirmed(tools, door, here, want.code))
    case 'look':
      return found(tools, 'look', {
        ok: here.talk.caseId !== undefined,
        value: { id: here.talk.caseId ?? '' },
      })
    case 'person':
      return person(tools)
    default:
      return step(tools, here, incoming, want)
  }
}

async function submit(
  tools: ChatTools,
  door: ChatDoor,
  here: Conversation,
  incoming: Incoming,
): Promise<Done> {
  const { draft = {}, filed } = here.talk
  if (!door.maySubmit()) return { ended: { did: 'submit', ok: false, reason: 'too-many' } }
  const { resident } = incoming
  const category = draft.category ?? undefined
  const { id: entityId } = ownerAt(await tools.directory(), category, draft.place?.id) ?? {}
  const given = {
    type: draft.type,
    text: draft.text,
    category,
    entity: entityId ?? undefined,
    place: draft.place ?? undefined,
    channel: 'chat',
    requester: {
      name: resident?.name ?? undefined,
      phone: resident?.phone ?? draft.contact?.phone ?? incoming.phone,
      email: resident?.email ?? draft.contact?.email,
      language: here.language,
    },
  }
  const files = await findDraft(tools, draftSecret(here.id, filed))
  const submitter = { residentId: resident?.id ?? null, draftId: files?.caseId ? undefined : files?.id }
  const made = await submitCase(tools, submitter, given, {
    scope: 'chat',
    key: `${here.id}:${filed}`,
    bodyHash: hashOf(given),
  })
  if (!made.ok) return { ended: { did: 'submit', ok: false, reason: 'refused' } }
  const { id, reference, answerBy } = made.value.state
  const ended: Ended = {
    did: 'submit',
    ok: true,
    caseId: id,
    reference,
    day: answerBy.toString(),
    entity: entityId ?? null,
  }
  return { ended, changed: { caseId: id, draftId: null } }
}

async function found(
  tools: ChatTools,
  did: 'find' | 'confirm-code' | 'look',
  result: { ok: boolean; value?: { id: string }; reason?: string },
): Promise<Done> {
  const seen = result.ok && result.value ? await seenCase(tools, result.value.id) : undefined
  if (seen) return { ended: { did, ok: true, seen }, changed: { caseId: seen.caseId } }
  return { ended: { did, ok: false, reason: result.reason === 'too-many-tries' ? 'too-many' : 'not-found' } }
}

/** A code to whoever sent the case; whether there was anybody to send it to is not told. */
async function sent(tools: ChatTools, door: ChatDoor, { talk, language }: Conversation): Promise<boolean> {
  const reached = await findContact(tools.db, talk.reference ?? '')
  if (!reached) return false
  const code = await requestCode(tools, { contact: reached.contact, address: door.from })
  if (!code.ok) return false
  await sendCode(tools, tools.gateways, code.value, language)
  return true
}

async function confirmed(tools: ChatTools, door: ChatDoor, { talk, language }: Conversation, code: string) {
  const reached = await findContact(tools.db, talk.reference ?? '')
  const given = { contact: reached?.contact ?? 'nobody@nowhere.invalid', code, language, address: door.from }
  const proven = await confirmCode(tools, given)
  if (!proven.ok) return { ok: false, reason: proven.reason }
  // The code proves who they are to this conversation; nobody stays signed in by it.
  await signOut(tools.db, proven.value.token)
  return { ok: reached !== undefined, value: { id: reached?.caseId ?? '' } }
}

async function step(
  tools: ChatTools,
  here: Conversation,
  { resident }: Incoming,
  want: Extract<Want, { do: 'rate' | 'object' | 'add' }>,
): Promise<Done> {
  const { caseId = '' } = here.talk
  const { do: name, ...input } = want
  const taken = await takeStep(
    tools,
    { kind: 'resident', id: resident?.id ?? null },
    {
      caseId,
      step: name,
      input,
      key: { scope: 'chat', key: `${here.id}:${here.seq}:${name}`, bodyHash: hashOf(input) },
    },
  )
  const seen = taken.ok ? await seenCase(tools, caseId) : undefined
  if (seen) return { ended: { did: name, ok: true, seen } }
  const open = !taken.ok && ['invalid', 'key-used-for-something-else'].includes(taken.reason)
  return { ended: { did: name, ok: false, reason: open ? 'refused' : 'not-open' } }
}

async function person(tools: ChatTools): Promise<Done> {
  const now = tools.clock.now()
  const hours = await isOpenNow(tools)
  if (!hours.open) return { ended: { did: 'person', ok: false, day: hours.opens?.toString() } }
  return {
    ended: { did: 'person', ok: true },
    changed: { desk: 'waiting', waitingSince: now, agentId: null },
  }
}

/** A case as its resident may hear of it in a conversation. */
export async function seenCase(tools: ChatTools, caseId: string): Promise<SeenCase | undefined> {
  const view = caseId ? await residentView(tools, caseId) : undefined
  if (!view) return undefined
  const { state, days, steps, question, answer } = view
  return {
    caseId,
    reference: state.reference,
    stage: state.stage,
    entity: state.entity,
    day: (state.answeredAt ?? state.answerBy).toString(),
    late: days < 0 && !state.answeredAt,
    outcome: answer?.outcome ?? state.outcome,
    may: steps,
    question,
    answer: answer?.text,
  }
}

const hashOf = (given: unknown) => createHash('sha256').update(JSON.stringify(given)).digest()
