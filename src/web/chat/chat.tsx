import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isId, newId } from '#kernel'
import { type ChatWatch, converse, eraseConversation, residentTypes } from '#knowledge'
import { words } from '#words'
import { addressOf } from '../api/address.ts'
import { may } from '../api/limits.ts'
import type { Env, Handler } from '../base/env.ts'
import { FORM_STATUS, type PostedForm, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { formTrouble, type Trouble } from '../resident/trouble.ts'
import { chatDoor } from './door.ts'
import type { ChatLimits } from './limits.ts'
import { ChatPage } from './page.tsx'
import { newsOf, ownConversation, webHolder } from './visitor.ts'

/** What was said so far, and where to write. */
export const showChat: Handler = (c) => draw(c)

/** Takes a message in. Sent twice, by a double click or a reload, it is one. */
export const postChat =
  (limits: ChatLimits, watch: ChatWatch): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { chat } = words(page.reader.locale)
    const form = await readForm(c, { files: tools.files, maxFiles: 5, maxText: 20_000 })
    if (!form.ok) {
      const typed = form.typed.find(([name]) => name === 'text')?.[1]
      return refused(c, formTrouble(page.reader.locale, form.reason), FORM_STATUS[form.reason], typed)
    }
    const now = tools.clock.now()
    if (!may(limits.messages, c.var.form.visitor(), now) || !may(limits.address, addressOf(c), now)) {
      await forget(c, form.value)
      c.header('Retry-After', '60')
      return refused(c, { text: chat.tooMany }, 429, form.value.text('text'))
    }
    if (isEmpty(form.value)) return answered(c)
    await take(c, limits, form.value)
    watch.wake()
    return answered(c)
  }

/** A button, a word or a file; a form with none of them says nothing. */
const isEmpty = (form: PostedForm): boolean =>
  !form.text('choice') && !form.text('text').trim() && form.files.length === 0 && form.refusals.length === 0

async function take(c: Context<Env>, limits: ChatLimits, form: PostedForm) {
  const { tools, page, resident } = c.var
  const key = form.text('key')
  await converse(tools, chatDoor(tools, limits, addressOf(c)), {
    channel: 'web',
    holder: webHolder(c),
    language: page.reader.locale,
    text: form.text('text'),
    choice: form.text('choice') || undefined,
    messageId: isId(key) ? key : undefined,
    resident: resident ?? null,
    files: form.files.map(({ stored }) => stored),
    filesRefused: form.refusals.some(({ file }) => file !== undefined),
  })
  tools.wake()
}

const forget = (c: Context<Env>, form: PostedForm) =>
  Promise.all(form.files.flatMap(({ stored }) => stored.map(({ id }) => c.var.tools.files.remove(id))))

/** Back to the page, or the news for its script. */
async function answered(c: Context<Env>) {
  if (!wantsNews(c)) return c.redirect(`/${c.var.page.reader.locale}/chat#chat-form`, 303)
  const conversation = await ownConversation(c)
  const after = Number(c.req.query('after')) || 0
  const news = conversation ? await newsOf(c, conversation, after) : { lines: [], desk: 'bot', typing: false }
  return c.json({ ...news, key: newId() })
}

const wantsNews = (c: Context<Env>) => c.req.header('accept') === 'application/json'

function refused(c: Context<Env>, trouble: Trouble, status: ContentfulStatusCode, typed?: string) {
  if (wantsNews(c)) return c.json({ trouble: trouble.text }, status)
  return draw(c, { errors: [trouble], typed, status })
}

/** Erases the conversation at once. */
export const endChat: Handler = async (c) => {
  const form = await readForm(c)
  if (form.ok) await eraseConversation(c.var.tools, 'web', webHolder(c))
  return c.redirect(`/${c.var.page.reader.locale}/chat?erased`, 303)
}

/** The resident is writing: told to the person who has the conversation. */
export const typesInChat: Handler = async (c) => {
  const form = await readForm(c)
  const conversation = form.ok ? await ownConversation(c) : undefined
  if (conversation) await residentTypes(c.var.tools, conversation.id)
  return c.body(null, 204)
}

interface Shown {
  errors?: readonly Trouble[]
  typed?: string
  status?: ContentfulStatusCode
}

async function draw(c: Context<Env>, { errors = [], typed, status }: Shown = {}) {
  const conversation = await ownConversation(c)
  const news = conversation ? await newsOf(c, conversation, 0) : undefined
  return html(
    c,
    <ChatPage
      lines={news?.lines ?? []}
      conversation={conversation}
      errors={errors}
      typed={typed}
      erased={c.req.query('erased') !== undefined && !conversation}
      messageKey={newId()}
    />,
    status,
  )
}
