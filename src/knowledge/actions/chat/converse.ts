import { newId, type Result, yes } from '#kernel'
import type { Resident } from '#people'
import type { StoredFile } from '#platform'
import { LONGEST_MESSAGE } from '../../model/keeping.ts'
import { afterwards } from '../../model/talk/afterwards.ts'
import { hear, type Known } from '../../model/talk/hear.ts'
import { respond } from '../../model/talk/respond.ts'
import { spaced } from '../../model/talk/signals.ts'
import { newTalk, type Say } from '../../model/talk/talk.ts'
import { MENU } from '../../model/talk/turns.ts'
import * as store from '../../store/chat/conversations.ts'
import { sealAddress } from './addresses.ts'
import { answerOutside } from './answer-outside.ts'
import { carryOut } from './carry-out.ts'
import { forgetFiles, keepFiles } from './keep-files.ts'
import { lookUp } from './look-up.ts'
import { tellKnown } from './tell-known.ts'
import type { ChatDoor, ChatTools } from './tools.ts'

/** A message that came in by some channel. */
export interface Incoming {
  channel: store.ChatChannel
  /** Whose conversation it is: a hash. */
  holder: Buffer
  /** Where answers go; none on the web. */
  address?: string
  /** A number they can be reached by, proven by the channel itself. */
  phone?: string
  /** The language of the page; elsewhere it follows what they write. */
  language?: 'ar' | 'en'
  /** The language a new conversation begins in where nothing written tells. */
  opens?: 'ar' | 'en'
  text: string
  /** What was tapped. */
  choice?: string
  /** The channel's own id of the message: brought again it is the same. */
  messageId?: string
  resident?: Resident | null
  /** Uploads that came with it; each is the file to show and, behind an image, its original. */
  files?: readonly (readonly StoredFile[])[]
  /** Something that came with it could not be taken. */
  filesRefused?: boolean
}

export interface Conversed {
  conversation: store.Conversation
  says: readonly Say[]
  /** It was brought before: nothing happened. */
  again: boolean
}

/**
 * Takes one message of a conversation in, and answers it: in one transaction, so that a message brought twice, or two
 * at once, have one effect each. While a person has the conversation it is only written down for them.
 */
export async function converse(
  tools: ChatTools,
  door: ChatDoor,
  given: Incoming,
): Promise<Result<Conversed, never>> {
  const incoming = { ...given, text: given.text.slice(0, LONGEST_MESSAGE) }
  const known = await lookUp(tools, incoming)
  const done = await tools.db.transaction(async (tx): Promise<Conversed> => {
    const within = { ...tools, db: tx }
    const { channel, messageId } = incoming
    const again = messageId && (await store.takeIn(tx, channel, messageId, tools.clock.now())) === 0
    const conversation = await held(within, incoming)
    return again
      ? { conversation, says: [], again: true }
      : takeTurn(within, door, conversation, incoming, known)
  })
  // Brought again, its files were fetched again.
  if (done.again) await forgetFiles(tools, incoming)
  return yes(done)
}

/** The open conversation of its holder, held; a new one when there is none. */
async function held(tools: ChatTools, { channel, holder, address, language, opens, text }: Incoming) {
  const found = await store.lockByHolder(tools.db, channel, holder)
  if (found) return found
  await store.begin(tools.db, {
    id: newId(),
    channel,
    holder,
    address: address ? sealAddress(tools.secret, address) : null,
    language: language ?? languageOf(text) ?? opens ?? 'ar',
    talk: newTalk(),
    now: tools.clock.now(),
  })
  const begun = await store.lockByHolder(tools.db, channel, holder)
  if (!begun) throw new Error('a conversation just begun cannot be read')
  return begun
}

/** Arabic letters are Arabic; Latin ones are English; digits alone say nothing. */
const languageOf = (text: string): 'ar' | 'en' | undefined =>
  /[\u0600-\u06ff]/u.test(text) ? 'ar' : /[a-z]{2}/iu.test(text) ? 'en' : undefined

async function takeTurn(
  tools: ChatTools,
  door: ChatDoor,
  found: store.Conversation,
  incoming: Incoming,
  known: Known,
): Promise<Conversed> {
  const tapped = offeredChoice(found, incoming.choice)
  const choice = tapped ?? (await choiceNamed(tools, door, found, incoming))
  // What was tapped is what it stands for, whatever it is called.
  const text = choice ? '' : incoming.text
  const language = incoming.language ?? languageOf(text) ?? found.language
  const heard = hear({ text, choice }, found.talk.offered, known.callingCode)
  let turn = respond(found.talk, heard, known)
  const { keep } = turn
  const kept = keep ? await keepFiles(tools, door, { ...found, language }, incoming) : undefined
  if (!keep) await forgetFiles(tools, incoming)
  let here: store.Conversation = { ...(kept?.conversation ?? found), language }
  const says: Say[] = [...(kept?.says ?? [])]
  const wordless = text.trim() === '' && !choice && kept !== undefined
  if (!wordless) says.push(...turn.says)
  else turn = { talk: here.talk, says: [], keep }
  for (let steps = 0; turn.want && steps < 4; steps++) {
    const done = await carryOut(tools, door, { ...here, talk: turn.talk }, incoming, turn.want)
    here = { ...here, ...done.changed }
    turn = afterwards(turn.talk, done.ended, known)
    says.push(...turn.says)
  }
  const told = await tellKnown(tools, turn.talk, says)
  return write(tools, door, { ...here, talk: turn.talk }, { text: keep ? text : null, choice, says: told })
}

/** Only what was offered can be tapped; an old page may offer the beginning. */
const offeredChoice = ({ talk }: store.Conversation, choice: string | undefined) =>
  choice && [...talk.offered, ...MENU, 'do:menu', 'do:cancel', 'do:bot'].includes(choice) ? choice : undefined

/** So long a label may be: the title of an article. */
const LONGEST_LABEL = 200

/** What was offered and written out, in either language, instead of tapped. */
async function choiceNamed(
  tools: ChatTools,
  door: ChatDoor,
  { talk: { offered } }: store.Conversation,
  { text }: Incoming,
): Promise<string | undefined> {
  const typed = spaced(text.slice(0, LONGEST_LABEL + 1))
  if (!typed || offered.length === 0 || text.length > LONGEST_LABEL) return undefined
  const language = languageOf(text) ?? 'ar'
  const labels = await door.labels(tools.db, language, offered)
  const at = labels.findIndex((label) => spaced(label) === typed)
  return offered[at]
}

interface Turned {
  text: string | null
  choice?: string
  says: readonly Say[]
}

async function write(
  tools: ChatTools,
  door: ChatDoor,
  stands: store.Conversation,
  { text, choice, says }: Turned,
): Promise<Conversed> {
  const at = tools.clock.now()
  const own: store.Line = {
    seq: stands.seq + 1,
    by: 'resident',
    staffId: null,
    at,
    text: choice ? null : text,
    says: choice ? [{ say: 'tapped', choices: [choice] }] : null,
  }
  const lines: store.Line[] = [own]
  if (says.length > 0) lines.push({ seq: stands.seq + 2, by: 'service', staffId: null, at, text: null, says })
  const conversation: store.Conversation = {
    ...stands,
    ...deskAfter(stands),
    seq: stands.seq + lines.length,
    residentTyping: null,
    lastAt: at,
  }
  await store.addLines(tools.db, stands.id, lines)
  await store.save(tools.db, conversation)
  if (says.length > 0)
    await answerOutside(tools, conversation, () => door.voice(tools.db, conversation.language, says))
  return { conversation, says, again: false }
}

/** Whoever leaves the person, by choice or because what they wrote is sealed, is with the service again. */
const deskAfter = ({ desk, talk }: store.Conversation): Partial<store.Conversation> =>
  (desk === 'waiting' || desk === 'taken') && talk.at !== 'person'
    ? { desk: 'bot', agentId: null, waitingSince: null }
    : {}
