import { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { type KeptMessage, listMailbox, openKept } from '#messages'
import { CardLinks, EmptyState, Facts, Heading, ResidentPage, Time, useLink, useReader, useWords } from '#ui'
import { formatShort } from '#words'
import type { Assets } from '../assets.ts'
import type { Env } from '../base/env.ts'
import { preparePage } from '../base/page.ts'
import { html } from '../html.ts'
import { Letter, ShortMessage } from './letter.tsx'

/**
 * What a demonstration sent, to be looked at: `/preview/mailbox`. It shows everybody's messages to everybody, and is
 * mounted in a demonstration alone.
 */
export function mailbox(assets: Assets): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/preview/mailbox', (c) => c.redirect('/ar/preview/mailbox'))
  app.use('/:locale{ar|en}/preview/mailbox/*', preparePage(assets))
  app.get('/:locale{ar|en}/preview/mailbox', async (c) =>
    html(c, <MailboxPage messages={await listMailbox(c.var.tools)} />),
  )
  app.get('/:locale{ar|en}/preview/mailbox/:id', async (c) => {
    const found = await openKept(c.var.tools, c.req.param('id'))
    return found ? html(c, <KeptPage message={found} />) : c.notFound()
  })
  return app
}

function MailboxPage({ messages }: { messages: readonly KeptMessage[] }) {
  const { mailbox: said, channels } = useWords().messages.pages
  const reader = useReader()
  const link = useLink()
  return (
    <Outside title={said.title}>
      <Heading title={said.title} lead={said.lead} />
      {messages.length === 0 ? (
        <EmptyState icon="mail" title={said.empty}>
          <p>{said.emptyNext}</p>
        </EmptyState>
      ) : (
        <div class="mails">
          <CardLinks
            links={messages.map(({ id, subject, address, channel, at }) => ({
              href: link(`/preview/mailbox/${id}`),
              icon: channel === 'mail' ? 'mail' : 'phone',
              // Its own direction, in whichever language the page is.
              title: `\u2068${subject || channels[channel]}\u2069`,
              text: `${channels[channel]} · \u2068${address}\u2069 · ${formatShort(reader, at)}`,
            }))}
          />
        </div>
      )}
    </Outside>
  )
}

function KeptPage({ message }: { message: KeptMessage }) {
  const { mailbox: said, channels } = useWords().messages.pages
  const link = useLink()
  const { channel, address, at, subject } = message
  return (
    <Outside title={subject} back={link('/preview/mailbox')}>
      <Heading title={<bdi>{subject}</bdi>} />
      <Facts
        facts={[
          { name: said.to, value: <bdi>{address}</bdi> },
          { name: said.channel, value: channels[channel] },
          { name: said.when, value: <Time at={at} /> },
        ]}
      />
      {channel === 'sms' ? (
        <ShortMessage text={message.short} language={message.language} />
      ) : (
        <Letter {...message} />
      )}
    </Outside>
  )
}

/** No desk around it: nobody is signed in here. */
const Outside = ({
  title,
  back,
  children,
}: {
  title: string
  back?: string
  children: ComponentChildren
}) => (
  <ResidentPage title={title} back={back} wide secret>
    {children}
  </ResidentPage>
)
