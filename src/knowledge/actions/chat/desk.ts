import { createHash } from 'node:crypto'
import { type CaseState, findDraft, submitCase } from '#cases'
import { isId, newId, no, type Result, yes } from '#kernel'
import { holds, type Officer } from '#people'
import type { Db } from '#platform'
import { LONGEST_MESSAGE, TYPING_FOR } from '../../model/keeping.ts'
import type { Say } from '../../model/talk/talk.ts'
import * as store from '../../store/chat/conversations.ts'
import * as desk from '../../store/chat/desk.ts'
import { answerOutside } from './answer-outside.ts'
import { draftSecret } from './keep-files.ts'
import type { ChatDoor, ChatTools } from './tools.ts'

/** Agents of the contact centre talk to residents. */
export const mayChat = (officer: Officer): boolean => holds(officer, 'agent')

type Voice = Pick<ChatDoor, 'voice'>
type Held = store.Conversation

/** The queue: who waits, the longest first, then what colleagues have. */
export const chatQueue = ({ db }: { db: Db }) => desk.queue(db)

/** How many residents wait for a person. */
export const countWaitingChats = ({ db }: { db: Db }): Promise<number> => desk.countWaiting(db)

/** A conversation with all its lines; one that nobody asked a person for stays between resident and chatbot. */
export async function openConversation(
  { db }: { db: Db },
  officer: Officer,
  id: string,
): Promise<Result<{ conversation: Held; lines: store.Line[] }>> {
  const found = mayChat(officer) && isId(id) ? await store.byId(db, id) : undefined
  if (!found || !isDesk(found, officer)) return no('not-found')
  return yes({ conversation: found, lines: await store.linesAfter(db, id, 0) })
}

const isDesk = ({ desk: state, agentId }: Held, { id }: Officer) =>
  state === 'waiting' || state === 'taken' || (state === 'ended' && agentId === id)

/** Takes a conversation from the queue, or over from a colleague. */
export const takeConversation = (tools: ChatTools, door: Voice, officer: Officer, id: string) =>
  onDesk(tools, officer, id, (held, within) =>
    held.agentId === officer.id
      ? Promise.resolve(yes(held))
      : said(within, door, { ...held, desk: 'taken', agentId: officer.id }, officer, {
          says: [{ say: 'joined' }],
        }),
  )

/** The agent says something; whoever speaks has the conversation. Sent twice with one key it is said once. */
export const sayAsAgent = (
  tools: ChatTools,
  door: Voice,
  officer: Officer,
  id: string,
  { text, key }: { text: string; key?: string },
) =>
  onDesk(tools, officer, id, async (held, within) => {
    const words = text.trim()
    if (!words) return no('invalid', { text: 'required' })
    if (words.length > LONGEST_MESSAGE) return no('invalid', { text: 'too-long' })
    if (key && (await store.takeIn(within.db, 'web', `agent ${key}`, tools.clock.now())) === 0)
      return yes(held)
    const taken = { ...held, desk: 'taken', agentId: officer.id, agentTyping: null } as const
    return said(within, door, taken, officer, { text: words })
  })

/** Ends what a person was needed for; the chatbot answers again. */
export const endConversation = (tools: ChatTools, door: Voice, officer: Officer, id: string) =>
  onDesk(tools, officer, id, (held, within) => {
    const talk = { ...held.talk, at: 'open' as const, draft: undefined, missed: 0, offered: END_CHOICES }
    const after = { ...held, talk, desk: 'bot' as const, waitingSince: null, agentId: null }
    return said(within, door, after, officer, { says: [{ say: 'ended', choices: END_CHOICES }] })
  })

const END_CHOICES = ['do:file', 'do:ask', 'do:follow']

/** The agent is writing; told for some seconds. */
export const agentTypes = ({ db, clock }: Pick<ChatTools, 'db' | 'clock'>, id: string) =>
  store.putTyping(db, id, 'agent', clock.now().add(TYPING_FOR))

/**
 * Makes a case of a conversation, through the door of every submission; its number, PIN and date are told in the
 * conversation, and its files go along. Made twice from one page it is one case.
 */
export const caseOfConversation = (
  tools: ChatTools,
  door: Voice,
  officer: Officer,
  id: string,
  given: Record<string, unknown>,
) =>
  onDesk(tools, officer, id, async (held, within): Promise<Result<Held>> => {
    const files = await findDraft(within, draftSecret(held.id, held.talk.filed))
    const made: Result<{ state: CaseState; again: boolean }> = await submitCase(
      within,
      { agentId: officer.id, draftId: files?.caseId ? undefined : files?.id },
      { ...given, channel: 'chat' },
      {
        scope: 'chat',
        key: `${held.id}:${held.talk.filed}`,
        bodyHash: createHash('sha256').update(JSON.stringify(given)).digest(),
      },
    )
    if (!made.ok) return made
    const { state } = made.value
    const filed: Say = {
      say: 'filed',
      with: { reference: state.reference, day: state.answerBy.toString(), entity: null, pinOf: state.id },
    }
    const talk = {
      ...held.talk,
      filed: held.talk.filed + 1,
      caseId: state.id,
      may: ['add'],
      draft: undefined,
    }
    return said(within, door, { ...held, talk, caseId: state.id, draftId: null }, officer, { says: [filed] })
  })

async function onDesk(
  tools: ChatTools,
  officer: Officer,
  id: string,
  act: (held: Held, within: ChatTools) => Promise<Result<Held>>,
): Promise<Result<Held>> {
  if (!mayChat(officer) || !isId(id)) return no('not-found')
  return tools.db.transaction(async (tx) => {
    const held = await store.lockById(tx, id)
    if (!held || (held.desk !== 'waiting' && held.desk !== 'taken')) return no('not-found')
    return act(held, { ...tools, db: tx })
  })
}

/** Writes what an agent said or did, and sends it where the resident is. */
async function said(
  tools: ChatTools,
  door: Voice,
  after: Held,
  officer: Officer,
  { text = null, says }: { text?: string | null; says?: readonly Say[] },
): Promise<Result<Held>> {
  const at = tools.clock.now()
  const written = { ...after, seq: after.seq + 1, lastAt: at }
  await store.addLines(tools.db, after.id, [
    { seq: written.seq, by: says ? 'service' : 'agent', staffId: officer.id, at, text, says: says ?? null },
  ])
  await store.save(tools.db, written)
  await answerOutside(tools, written, async () =>
    text === null ? door.voice(tools.db, after.language, says ?? []) : { text },
  )
  return yes(written)
}

/** Texts that agents answer with often; switched-off ones too for whoever edits them. */
export const cannedAnswers = ({ db }: { db: Db }, options?: { all?: boolean }) =>
  desk.cannedAnswers(db, options)

/** Writes one, or a new one. @param id undefined for a new one */
export async function saveCanned(
  { db }: { db: Db },
  officer: Officer,
  id: string | undefined,
  given: { name: string; ar: string; en: string; active: boolean },
): Promise<Result<{ id: string }>> {
  if (!mayChat(officer) || (id !== undefined && !isId(id))) return no('not-found')
  const all = await desk.cannedAnswers(db, { all: true })
  if (id !== undefined && !all.some((each) => each.id === id)) return no('not-found')
  const clean = { name: given.name.trim(), ar: given.ar.trim(), en: given.en.trim(), active: given.active }
  const wrong = Object.fromEntries(
    (['name', 'ar', 'en'] as const).flatMap((field) => {
      if (!clean[field]) return [[field, 'required']]
      return clean[field].length > (field === 'name' ? 120 : 2_000) ? [[field, 'too-long']] : []
    }),
  )
  if (Object.keys(wrong).length > 0) return no('invalid', wrong)
  const made = { id: id ?? newId(), ...clean }
  await desk.putCanned(db, made)
  return yes({ id: made.id })
}
