import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Conversation, findConversation, holderOf, linesAfter } from '#knowledge'
import { secureCookies } from '../base/cookies.ts'
import type { Env } from '../base/env.ts'
import { type ShownLine, shownLines } from './lines.ts'

/** Whose conversation it is on the web: the browser's. Of its secret only a keyed hash is kept. */
export const webHolder = (c: Context<Env>): Buffer =>
  holderOf(c.var.tools.secret, 'web', c.var.form.visitor())

/** The browser's open conversation; whoever has no cookie yet has none, and is given none here. */
export async function ownConversation(c: Context<Env>): Promise<Conversation | undefined> {
  const { tools } = c.var
  const known = getCookie(c, 'visitor', secureCookies(tools.publicUrl) ? 'host' : undefined)
  return known ? findConversation(tools.db, 'web', webHolder(c)) : undefined
}

/** What stands on its page after a line. */
export async function newsOf(c: Context<Env>, conversation: Conversation, after: number): Promise<News> {
  const { tools, page } = c.var
  const lines = await linesAfter(tools.db, conversation.id, after)
  const { desk, agentTyping } = conversation
  const typing =
    desk === 'taken' && agentTyping !== null && Temporal.Instant.compare(agentTyping, tools.clock.now()) > 0
  return { lines: await shownLines(tools, page.reader, lines, 'resident'), desk, typing }
}

export interface News {
  lines: ShownLine[]
  desk: Conversation['desk']
  typing: boolean
}
