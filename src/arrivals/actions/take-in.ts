import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  attachToDraft,
  type Tools as CaseTools,
  findDraft,
  keepDraft,
  LIMITS,
  likelyType,
  submitCase,
  takeStep,
} from '#cases'
import { isId, newId, yes } from '#kernel'
import { idOfMail } from '#messages'
import type { Files, StoredFile } from '#platform'
import type { Arrival, ArrivalState, Reason } from '../model/arrival.ts'
import { judge, type Verdict } from '../model/judge.ts'
import { namedCases } from '../model/named-cases.ts'
import { ownWords } from '../model/own-words.ts'
import * as store from '../store/arrivals.ts'

export interface Tools extends CaseTools {
  files: Files
  /** Our own addresses, lower case. */
  ours: readonly string[]
}

export type Taken = ArrivalState | 'again'

/**
 * Takes an arrival in: a case, an addition, or an item that waits for a person. The same arrival again changes
 * nothing. What is in doubt is kept with everything that came with it.
 */
export async function takeIn(tools: Tools, arrival: Arrival): Promise<Taken> {
  if (await store.isKnown(tools.db, arrival.channel, arrival.name)) return 'again'
  const verdict = judge(arrival, await known(tools, arrival))
  const received = await receiveAll(tools.files, arrival)
  const taken = await tools.db.transaction(async (tx) => {
    const outcome = await act({ ...tools, db: tx }, arrival, verdict, received)
    const added = await store.add(tx, noteOf(tools, arrival, outcome, received))
    return added ? yes(outcome.state) : { ok: false as const, reason: 'again' as const }
  })
  if (!taken.ok) await Promise.all(received.stored.flat().map(({ id }) => tools.files.remove(id)))
  return taken.ok ? taken.value : 'again'
}

async function known({ db, clock, ours }: Tools, arrival: Arrival) {
  const sender = arrival.from.address
  const [named, lately] = await Promise.all([
    store.casesNamed(db, {
      references: namedCases(arrival.subject, ownWords(arrival.text)),
      messages: arrival.answers.flatMap((id) => idOfMail(id.slice(1)) ?? []).filter(isId),
      sender,
    }),
    store.countFrom(db, sender, clock.now().subtract({ hours: 24 })),
  ])
  return { ours, named, lately }
}

interface Received {
  stored: (readonly StoredFile[])[]
  leftOut: string[]
}

/** Attachments as files of ours: sniffed, scanned, pictures drawn anew; what is refused is named. */
async function receiveAll(files: Files, { attachments }: Arrival): Promise<Received> {
  const received: Received = { stored: [], leftOut: [] }
  for (const { name, content } of attachments) {
    const one =
      received.stored.length < LIMITS.files
        ? await files.receive(Readable.from([content]), { name })
        : undefined
    if (one?.ok) received.stored.push(one.value)
    else received.leftOut.push(name.slice(0, 120))
  }
  return received
}

interface Outcome {
  state: ArrivalState
  because?: Reason
  caseId?: string
  draftId?: string
}

async function act(tools: Tools, arrival: Arrival, verdict: Verdict, received: Received): Promise<Outcome> {
  if (verdict.does === 'submit') return submit(tools, arrival, received)
  if (verdict.does === 'add') return add(tools, arrival, verdict.caseId, received)
  const state = verdict.does === 'wait' ? 'quarantine' : 'set-aside'
  return { state, because: verdict.because, ...(await shelve(tools, arrival, received)) }
}

async function submit(tools: Tools, arrival: Arrival, received: Received): Promise<Outcome> {
  const shelved = await shelve(tools, arrival, received)
  const made = await submitCase(tools, shelved, submissionOf(arrival), intentOf(arrival))
  if (!made.ok) return { state: 'quarantine', because: 'refused', ...shelved }
  return { state: 'case', caseId: made.value.state.id }
}

/** What a letter says, as a case: its own words, with the subject as the title; what was passed on where there are none. */
export function submissionOf({ channel, from, subject, text }: Arrival) {
  const said = ownWords(text) || text.trim() || subject
  const type = likelyType(`${subject}\n${said}`)
  const title = subject.replace(/^(?:(?:re|fwd?|رد|إعادة توجيه)\s*:\s*)+/i, '').trim()
  return {
    // A violation told by open mail is moved by a person, who sees it first; nothing is dropped.
    type: type === undefined || type === 'violation' ? 'complaint' : type,
    text: said.slice(0, LIMITS.text),
    ...(title && channel === 'mail' && { subject: title.slice(0, LIMITS.subject) }),
    channel,
    requester: {
      ...(from.name && { name: from.name }),
      ...(channel === 'mail' ? { email: from.address } : { phone: from.address }),
    },
  }
}

async function add(tools: Tools, arrival: Arrival, caseId: string, { stored }: Received): Promise<Outcome> {
  const taken = await takeStep(
    tools,
    { kind: 'resident', id: null },
    {
      caseId,
      step: 'add',
      input: { text: (ownWords(arrival.text) || arrival.subject).slice(0, LIMITS.text) },
      files: stored.flat(),
      key: intentOf(arrival),
    },
  )
  if (taken.ok) return { state: 'addition', caseId }
  const shelved = await shelve(tools, arrival, { stored, leftOut: [] })
  return { state: 'quarantine', because: 'case-closed', caseId, ...shelved }
}

/** Attachments lie with a draft of their own until a case has them. */
async function shelve(tools: Tools, arrival: Arrival, { stored }: Received): Promise<{ draftId?: string }> {
  if (stored.length === 0) return {}
  const secret = `arrival ${arrival.channel} ${arrival.name}`
  await keepDraft(tools, secret, undefined, { answers: {} })
  const draft = await findDraft(tools, secret)
  if (!draft) return {}
  await attachToDraft(tools, draft.id, stored)
  return { draftId: draft.id }
}

const intentOf = ({ channel, name }: Arrival) => ({
  scope: 'arrivals',
  key: createHash('sha256').update(`${channel}\0${name}`).digest('base64url'),
  bodyHash: createHash('sha256').update(name).digest(),
})

function noteOf(
  { clock }: Tools,
  arrival: Arrival,
  outcome: Outcome,
  { leftOut }: Received,
): store.NewArrival {
  const { channel, name, from, subject, text } = arrival
  const open = outcome.state === 'quarantine' || outcome.state === 'set-aside'
  return {
    id: newId(),
    channel,
    name,
    receivedAt: clock.now(),
    state: outcome.state,
    because: outcome.because ?? null,
    caseId: outcome.caseId ?? null,
    draftId: (open && outcome.draftId) || null,
    sender: from.address,
    words: open ? { senderName: from.name, subject, text: text.slice(0, 100_000) } : null,
    leftOut,
  }
}
