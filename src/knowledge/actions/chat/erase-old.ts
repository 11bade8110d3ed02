import { discardDraft } from '#cases'
import { KEPT_FOR, REMEMBERED_FOR } from '../../model/keeping.ts'
import * as store from '../../store/chat/conversations.ts'
import type { ChatTools } from './tools.ts'

/** Erases conversations whose time is over, with files that no case has. @returns how many */
export async function eraseOldConversations(
  tools: Pick<ChatTools, 'db' | 'clock' | 'files'>,
): Promise<number> {
  const now = tools.clock.now()
  await store.forgetInboundBefore(tools.db, now.subtract(REMEMBERED_FOR))
  let count = 0
  for (let gone = 500; gone === 500; ) {
    const erased = await store.eraseBefore(tools.db, now.subtract(KEPT_FOR))
    for (const { draftId } of erased) if (draftId) await discardDraft(tools, draftId)
    gone = erased.length
    count += gone
  }
  return count
}
