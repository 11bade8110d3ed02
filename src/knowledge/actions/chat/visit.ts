import { discardDraft, findDraft } from '#cases'
import type { Db } from '#platform'
import { TYPING_FOR } from '../../model/keeping.ts'
import * as store from '../../store/chat/conversations.ts'
import { draftSecret } from './keep-files.ts'
import type { ChatTools } from './tools.ts'

/** The open conversation of a holder. */
export const findConversation = (db: Db, channel: store.ChatChannel, holder: Buffer) =>
  store.byHolder(db, channel, holder)

/** Whether a channel's message was brought before. */
export const wasTakenIn = (db: Db, channel: store.ChatChannel, messageId: string) =>
  store.wasTakenIn(db, channel, messageId)

/** What was said after a line, in order; at most five hundred. */
export const linesAfter = (db: Db, conversationId: string, seq = 0) =>
  store.linesAfter(db, conversationId, seq)

/** The resident is writing to a person; told for some seconds. */
export const residentTypes = ({ db, clock }: Pick<ChatTools, 'db' | 'clock'>, id: string) =>
  store.putTyping(db, id, 'resident', clock.now().add(TYPING_FOR))

/** Ends a conversation and erases it at once, at the wish of whoever had it. Cases made of it stay. */
export async function eraseConversation(
  tools: Pick<ChatTools, 'db' | 'files'>,
  channel: store.ChatChannel,
  holder: Buffer,
): Promise<void> {
  const draft = await tools.db.transaction(async (tx) => {
    const found = await store.lockByHolder(tx, channel, holder)
    if (!found) return undefined
    await store.remove(tx, found.id)
    return findDraft({ db: tx }, draftSecret(found.id, found.talk.filed))
  })
  if (draft && !draft.caseId) await discardDraft(tools, draft.id)
}
