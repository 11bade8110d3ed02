import type { Conversation } from '#knowledge'
import { ACCEPTED_FILES } from '#platform'
import { Button, Details, FileField, Form, Heading, TextField, useLink, useWords } from '#ui'
import { Shell } from '../resident/shell.tsx'
import type { Trouble } from '../resident/trouble.ts'
import type { ShownLine } from './lines.ts'

export interface ChatPageProps {
  lines: readonly ShownLine[]
  conversation?: Conversation
  errors: readonly Trouble[]
  /** What was typed and could not be taken. */
  typed?: string
  erased: boolean
  /** Of the form: sent twice, it is one message. */
  messageKey: string
}

/** The chat on one page. Without script every message is a form; with it what is said appears by itself. */
export function ChatPage({ lines, conversation, errors, typed, erased, messageKey }: ChatPageProps) {
  const { chat } = useWords()
  const link = useLink()
  return (
    <Shell
      title={chat.title}
      back={link('/')}
      errors={errors}
      secret
      islands={['chat.js']}
      sheets={['chat.css']}
    >
      <Heading title={chat.title} lead={lines.length === 0 ? chat.lead : undefined} />
      {erased && <p role="status">{chat.erased}</p>}
      <Log lines={lines} label={chat.log} />
      <Writing lines={lines} conversation={conversation} typed={typed} messageKey={messageKey} />
      <p class="hint chat-privacy">{chat.privacy}</p>
      <div id="chat-end" hidden={lines.length === 0}>
        <Form action={link('/chat/end')}>
          <p class="hint">{chat.endTitle}</p>
          <Button kind="plain">{chat.end}</Button>
        </Form>
      </div>
    </Shell>
  )
}

/** What was said, read aloud as it comes. */
export const Log = ({ lines, label }: { lines: readonly ShownLine[]; label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
  <div class="chat" role="log" aria-label={label} tabIndex={0} id="chat">
    {lines.map((line) => (
      <Bubble key={line.seq} line={line} />
    ))}
  </div>
)

const Bubble = ({ line: { by, who, at, paragraphs, links } }: { line: ShownLine }) => (
  <div class={`bubble ${by}`}>
    <p class="bubble-who">
      {who} <span class="bubble-at">{at}</span>
    </p>
    {paragraphs.map((each) => (
      <p key={each} class="written" dir="auto">
        {each}
      </p>
    ))}
    {links.map(({ href, label }) => (
      <p key={href}>
        <a href={href}>{label}</a>
      </p>
    ))}
  </div>
)

function Writing({
  lines,
  conversation,
  typed,
  messageKey,
}: Pick<ChatPageProps, 'lines' | 'conversation' | 'typed' | 'messageKey'>) {
  const { chat } = useWords()
  const link = useLink()
  const choices = lines.findLast(({ by }) => by === 'service')?.choices ?? []
  const offered = lines.at(-1)?.by === 'service' ? choices : lines.length === 0 ? first(chat.choices) : []
  const live = conversation?.desk === 'waiting' || conversation?.desk === 'taken'
  return (
    <div
      id="chat-form"
      data-after={String(lines.at(-1)?.seq ?? 0)}
      data-desk={conversation?.desk ?? 'bot'}
      data-news={link('/chat/news')}
      data-typing={link('/chat/typing')}
      data-says-typing={`${chat.person} ${chat.typing}`}
    >
      <p class="hint chat-typing" id="chat-typing" aria-live="polite" />
      <div id="chat-choices" hidden={offered.length === 0}>
        <Form action={link('/chat')} hidden={{ key: messageKey }}>
          <p class="hint">{chat.choose}</p>
          <div class="chat-choices">
            {offered.map(({ value, label }) => (
              <Button key={value} kind="quiet" name="choice" value={value}>
                {label}
              </Button>
            ))}
          </div>
        </Form>
      </div>
      <Form action={link('/chat')} multipart hidden={{ key: messageKey }} id="chat-write">
        <TextField name="text" label={chat.write} value={typed} autocomplete="off" maxLength={4000} />
        <Details title={chat.file}>
          <FileField
            name="files"
            label={chat.file}
            optional
            most={{ files: 5, megabytes: 10 }}
            accept={ACCEPTED_FILES}
          />
        </Details>
        <Button icon="send">{chat.send}</Button>
      </Form>
      {live && (
        <p>
          <a href={link('/chat')}>{chat.refresh}</a>
        </p>
      )}
    </div>
  )
}

const first = (labels: Readonly<Record<'do:file' | 'do:ask' | 'do:follow' | 'do:person', string>>) =>
  (['do:file', 'do:ask', 'do:follow', 'do:person'] as const).map((value) => ({ value, label: labels[value] }))
