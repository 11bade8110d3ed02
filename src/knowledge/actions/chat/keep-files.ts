import { attachToDraft, findDraft, keepDraft, takeStep } from '#cases'
import type { Say } from '../../model/talk/talk.ts'
import type { Conversation } from '../../store/chat/conversations.ts'
import type { Incoming } from './converse.ts'
import type { ChatDoor, ChatTools } from './tools.ts'

export interface Kept {
  says: Say[]
  conversation: Conversation
}

/** Whose draft the files of a conversation lie in until they belong to a case: one for each case it makes. */
export const draftSecret = (conversationId: string, filed: number): string =>
  `chat ${conversationId} ${filed}`

/**
 * Keeps what came with a message: with the case that is open in the conversation, or for the case it will make.
 *
 * @returns undefined when nothing came
 */
export async function keepFiles(
  tools: ChatTools,
  door: ChatDoor,
  here: Conversation,
  incoming: Incoming,
): Promise<Kept | undefined> {
  const { files = [], filesRefused } = incoming
  if (files.length === 0 && !filesRefused) return undefined
  const refused: Say[] = filesRefused ? [{ say: 'file-refused' }] : []
  if (files.length === 0) return { says: refused, conversation: here }
  const open = here.talk.at === 'case' || here.talk.at === 'more'
  const kept =
    open && here.talk.caseId
      ? await toCase(tools, door, here, incoming)
      : await toDraft(tools, here, incoming)
  if (!kept) await forgetFiles(tools, incoming)
  return {
    says: [...refused, kept ? { say: 'file-kept', with: { files: files.length } } : { say: 'file-refused' }],
    conversation: kept ?? here,
  }
}

async function toCase(tools: ChatTools, door: ChatDoor, here: Conversation, incoming: Incoming) {
  const taken = await takeStep(
    tools,
    { kind: 'resident', id: incoming.resident?.id ?? null },
    {
      caseId: here.talk.caseId ?? '',
      step: 'add',
      input: { text: door.fileText(here.language) },
      files: incoming.files?.flat() ?? [],
    },
  )
  return taken.ok ? here : undefined
}

async function toDraft(tools: ChatTools, here: Conversation, { files = [] }: Incoming) {
  const secret = draftSecret(here.id, here.talk.filed)
  await keepDraft(tools, secret, await findDraft(tools, secret), { answers: {} })
  const draft = await findDraft(tools, secret)
  if (!draft) return undefined
  const attached = await attachToDraft(tools, draft.id, files)
  return attached.ok ? { ...here, draftId: draft.id } : undefined
}

/** Uploads that belong to nothing are removed from the store. */
export async function forgetFiles({ files }: Pick<ChatTools, 'files'>, { files: uploads = [] }: Incoming) {
  for (const { id } of uploads.flat()) await files.remove(id)
}
