import type { Context } from 'hono'
import { newId, type Result } from '#kernel'
import {
  agentTypes,
  type ChatWatch,
  cannedAnswers,
  caseOfConversation,
  endConversation,
  mayChat,
  openConversation,
  sayAsAgent,
  takeConversation,
} from '#knowledge'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import type { Attempt } from '../../desk/case/attempt.ts'
import { attemptOf } from '../../desk/case/given-back.ts'
import { type PostedForm, readForm, sayRefusal } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { chatDoor } from '../door.ts'
import type { ChatLimits } from '../limits.ts'
import { shownLines } from '../lines.ts'
import { streamNews } from '../news.ts'
import { ConversationPage } from './conversation-page.tsx'

/** The whole conversation, with what can be done about it. */
export async function showConversation(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer, page } = c.var
  const opened = await openConversation(tools, officer, c.req.param('id') ?? '')
  if (!opened.ok) return gone(c)
  const { conversation, lines } = opened.value
  const story = lines.flatMap(({ by, text }) => (by === 'resident' && text ? [text] : [])).join('\n')
  const drawn = (
    <ConversationPage
      officer={officer}
      conversation={conversation}
      lines={await shownLines(tools, page.reader, lines, 'staff')}
      canned={await cannedAnswers(tools)}
      directory={await tools.directory()}
      story={conversation.talk.draft?.text ?? story}
      attempt={attempt}
      done={c.req.query('done')}
      formKey={newId()}
    />
  )
  return html(c, drawn, attempt ? 422 : 200)
}

/** Erased, ended, or never there: one answer. An agent is led back to the queue. */
const gone = (c: Context<StaffEnv>) =>
  mayChat(c.var.officer) && c.req.query('done') ? to(c, '/centre/chat') : c.notFound()

const ACTS = ['take', 'say', 'end', 'case'] as const
type Act = (typeof ACTS)[number]

/** Taking, answering, ending, making a case. */
export const postAct = (limits: ChatLimits, watch: ChatWatch) => async (c: Context<StaffEnv>) => {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  const act = ACTS.find((each) => each === c.req.param('act'))
  const id = c.req.param('id') ?? ''
  if (!act || !mayChat(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showConversation(c, { step: act, typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const done = await perform(c, limits, act, id, read.value)
  if (!done.ok && done.reason === 'not-found') return c.notFound()
  if (!done.ok) return showConversation(c, attemptOf(act, read.value.fields, done))
  watch.wake()
  tools.wake()
  if (c.req.header('accept') === 'application/json')
    return c.json(await newsFor(c, id, Number(c.req.query('after')) || 0))
  return act === 'end' ? to(c, '/centre/chat') : to(c, `/centre/chat/${id}?done=${act}#chat-form`)
}

function perform(
  c: Context<StaffEnv>,
  limits: ChatLimits,
  act: Act,
  id: string,
  form: PostedForm,
): Promise<Result<unknown>> {
  const { tools, officer } = c.var
  const door = chatDoor(tools, limits, undefined)
  if (act === 'take') return takeConversation(tools, door, officer, id)
  if (act === 'say')
    return sayAsAgent(tools, door, officer, id, { text: form.text('text'), key: form.text('key') })
  if (act === 'end') return endConversation(tools, door, officer, id)
  const text = (name: string) => form.text(name) || undefined
  return caseOfConversation(tools, door, officer, id, {
    type: form.text('type'),
    text: form.text('text'),
    category: text('category'),
    requester: { name: text('name'), phone: text('phone'), language: text('language') },
  })
}

const to = (c: Context<StaffEnv>, path: string) => c.redirect(`/${c.var.page.reader.locale}${path}`, 303)

/** The agent is writing; told to the resident. */
export async function agentTyping(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const form = await readForm(c)
  const opened = form.ok ? await openConversation(tools, officer, c.req.param('id') ?? '') : undefined
  if (!opened?.ok) return c.notFound()
  if (opened.value.conversation.agentId === officer.id) await agentTypes(tools, opened.value.conversation.id)
  return c.body(null, 204)
}

/** What is said from now on, for the page's script. */
export const chatNews = (watch: ChatWatch) => async (c: Context<StaffEnv>) => {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  const opened = await openConversation(tools, officer, id)
  if (!opened.ok) return c.notFound()
  let after = Number(c.req.query('after')) || 0
  return streamNews(c, watch, id, async () => {
    const news = await newsFor(c, id, after)
    after = news.lines.at(-1)?.seq ?? after
    return news
  })
}

/** What an agent's screen lacks. When the resident left the desk, only that. */
async function newsFor(c: Context<StaffEnv>, id: string, after: number) {
  const { tools, officer, page } = c.var
  const opened = await openConversation(tools, officer, id)
  if (!opened.ok) return { lines: [], desk: 'ended', typing: false, key: newId() }
  const { conversation, lines } = opened.value
  const { residentTyping: until } = conversation
  return {
    lines: await shownLines(
      tools,
      page.reader,
      lines.filter(({ seq }) => seq > after),
      'staff',
    ),
    desk: conversation.desk,
    typing: until !== null && Temporal.Instant.compare(until, tools.clock.now()) > 0,
    key: newId(),
  }
}
