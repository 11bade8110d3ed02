import type { Context } from 'hono'
import { type ChatWatch, chatQueue, isOpenNow, mayChat, type WaitingChat } from '#knowledge'
import type { Officer } from '#people'
import { EmptyState, Heading, LinkButton, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatDay, formatTime, words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { DeskPage } from '../../desk/shell.tsx'
import { html } from '../../html.ts'
import { streamNews } from '../news.ts'

/** Who waits for a person, the longest first. */
export async function showQueue(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!mayChat(officer)) return c.notFound()
  const hours = await isOpenNow(tools)
  return html(
    c,
    <QueuePage officer={officer} chats={await chatQueue(tools)} open={hours.open} opens={hours.opens} />,
  )
}

/** Tells the open page that the queue changed. */
export const queueNews = (watch: ChatWatch) => (c: Context<StaffEnv>) => {
  const { tools, officer } = c.var
  if (!mayChat(officer)) return c.notFound()
  return streamNews(c, watch, undefined, async () => ({
    queue: (await chatQueue(tools)).map(
      ({ id, desk, agentId, lastAt }) => `${id} ${desk} ${agentId} ${lastAt}`,
    ),
  }))
}

interface QueuePageProps {
  officer: Officer
  chats: readonly WaitingChat[]
  open: boolean
  opens?: Temporal.Instant
}

function QueuePage({ officer, chats, open, opens }: QueuePageProps) {
  const { chat } = useWords()
  const { desk: said } = chat
  const reader = useReader()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={said.title} place="chat" islands={['chat.js']}>
      <Heading
        title={said.title}
        lead={said.lead}
        acts={
          <LinkButton kind="quiet" small href={link('/centre/chat/answers')}>
            {said.canned}
          </LinkButton>
        }
      />
      <p class="hint">
        {said.hours}{' '}
        {open
          ? said.openNow
          : opens
            ? said.closedNow(`${formatDay(reader, opens)} ${formatTime(reader, opens)}`)
            : ''}
      </p>
      <div id="chat-queue" data-news={link('/centre/chat/news')}>
        {chats.length === 0 ? (
          <EmptyState icon="message" title={said.none}>
            <p>{said.noneHint}</p>
          </EmptyState>
        ) : (
          <Table
            caption={said.title}
            rows={chats}
            rowKey={({ id }) => id}
            rowHref={({ id }) => link(`/centre/chat/${id}`)}
            columns={[
              {
                key: 'since',
                label: said.since,
                header: true,
                wide: true,
                cell: ({ waitingSince, lastAt }) => (
                  <>
                    {said.one} · <Time at={waitingSince ?? lastAt} as="short" />
                  </>
                ),
              },
              { key: 'state', label: said.state, cell: (each) => <State chat={each} officer={officer} /> },
              { key: 'with', label: said.with, cell: ({ agentName }) => <bdi>{agentName ?? '—'}</bdi> },
              { key: 'channel', label: said.channel, cell: ({ channel }) => said.channels[channel] },
              {
                key: 'language',
                label: said.language,
                cell: ({ language }) => words(language).common.languageName,
              },
              {
                key: 'last',
                label: said.last,
                cell: ({ lastBy, lastAt }) => (
                  <>
                    {said.lastBy[lastBy as keyof typeof said.lastBy] ?? ''} <Time at={lastAt} as="short" />
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
      <p class="hint">{said.live}</p>
    </DeskPage>
  )
}

function State({ chat, officer }: { chat: WaitingChat; officer: Officer }) {
  const { desk: said } = useWords().chat
  if (chat.desk === 'waiting') return <Tag state="soon">{said.waiting}</Tag>
  return chat.agentId === officer.id ? <Tag state="on-time">{said.mine}</Tag> : <Tag>{said.taken}</Tag>
}
