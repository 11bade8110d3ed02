import { Hono } from 'hono'
import { type ChatWatch, findConversation } from '#knowledge'
import type { Env, Handler } from '../base/env.ts'
import { endChat, postChat, showChat, typesInChat } from './chat.tsx'
import type { ChatLimits } from './limits.ts'
import { streamNews } from './news.ts'
import { newsOf, ownConversation, webHolder } from './visitor.ts'

export { chatDesk } from './desk/index.ts'
export { chatDoor } from './door.ts'
export { type ChatLimits, chatLimits } from './limits.ts'

/** The resident's chat; mounted below each language. */
export const chatPages = (limits: ChatLimits, watch: ChatWatch): Hono<Env> =>
  new Hono<Env>()
    .get('/chat', showChat)
    .post('/chat', postChat(limits, watch))
    .get('/chat/news', news(watch))
    .post('/chat/typing', typesInChat)
    .post('/chat/end', endChat)

/** What is said from now on, for the page's script. */
const news =
  (watch: ChatWatch): Handler =>
  async (c) => {
    const conversation = await ownConversation(c)
    if (!conversation) return c.body(null, 204)
    // Asked for once: while the stream is open no cookie can be set any more.
    const holder = webHolder(c)
    let after = Number(c.req.query('after')) || 0
    return streamNews(c, watch, conversation.id, async () => {
      const now = await findConversation(c.var.tools.db, 'web', holder)
      const found = now && (await newsOf(c, now, after))
      after = found?.lines.at(-1)?.seq ?? after
      return found
    })
  }
