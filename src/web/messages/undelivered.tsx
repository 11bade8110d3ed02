import type { Context } from 'hono'
import { listUndelivered, mayWatchOver, sendAgain } from '#messages'
import {
  Button,
  EmptyState,
  Figures,
  Form,
  Heading,
  Notice,
  Section,
  Table,
  Time,
  useReader,
  useWords,
} from '#ui'
import { formatNumber } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'

type Seen = NonNullable<Awaited<ReturnType<typeof listUndelivered>>>

/** What could not be delivered, without a word of it and without whom it was for, and how messages fare. */
export async function showUndelivered(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const seen = await listUndelivered(tools, officer)
  if (!seen) return c.notFound()
  const again = Number(c.req.query('again') ?? Number.NaN)
  return html(
    c,
    <UndeliveredPage officer={officer} seen={seen} again={Number.isInteger(again) ? again : undefined} />,
  )
}

/** Sends one again, or all that the page shows. */
export async function postAgain(c: Context<StaffEnv>) {
  const form = await readForm(c)
  const { tools, officer, page } = c.var
  if (!mayWatchOver(officer)) return c.notFound()
  const sent = form.ok ? await sendAgain(tools, officer, form.value.texts('id')) : undefined
  tools.wake()
  return c.redirect(`/${page.reader.locale}/staff/undelivered${sent?.ok ? `?again=${sent.value}` : ''}`, 303)
}

interface UndeliveredPageProps {
  officer: StaffEnv['Variables']['officer']
  seen: Seen
  /** How many were just sent again. */
  again?: number
}

function UndeliveredPage({ officer, seen: { dead, counts }, again }: UndeliveredPageProps) {
  const { dead: said } = useWords().messages.pages
  return (
    <DeskPage officer={officer} title={said.title} place="undelivered">
      {again !== undefined && <Notice kind="done" title={said.done(again)} />}
      <Heading title={said.title} lead={said.lead} />
      {dead.length === 0 ? (
        <EmptyState icon="check" title={said.empty}>
          <p>{said.emptyNext}</p>
        </EmptyState>
      ) : (
        <DeadTable dead={dead} />
      )}
      <Section title={said.figures}>
        <Counts counts={counts} />
      </Section>
    </DeskPage>
  )
}

function DeadTable({ dead }: Pick<Seen, 'dead'>) {
  const { insight, messages } = useWords()
  const { dead: said, channels, states } = messages.pages
  const nameOf = (kind: string) =>
    kind === 'digest'
      ? messages.digest.name
      : kind === 'report'
        ? insight.report.monthly
        : kind === 'chat-answer'
          ? messages.pages.chatAnswer
          : messages.said[kind as keyof typeof messages.said].name
  return (
    <>
      <Table
        caption={said.table}
        rows={dead}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', label: said.kind, header: true, wide: true, cell: ({ kind }) => nameOf(kind) },
          { key: 'channel', label: said.channel, cell: ({ channel }) => channels[channel] },
          { key: 'state', label: said.state, cell: ({ state }) => states[state] },
          { key: 'fault', label: said.fault, cell: ({ fault }) => <bdi lang="en">{fault}</bdi> },
          { key: 'tries', label: said.tries, number: true, cell: ({ attempts }) => attempts },
          { key: 'since', label: said.since, cell: ({ createdAt }) => <Time at={createdAt} as="short" /> },
          { key: 'again', label: said.again, cell: ({ id }) => <Again ids={[id]} label={said.again} /> },
        ]}
      />
      <Again ids={dead.map(({ id }) => id)} label={said.againAll} />
    </>
  )
}

const Again = ({ ids, label }: { ids: readonly string[]; label: string }) => (
  <Form>
    {ids.map((id) => (
      <input key={id} type="hidden" name="id" value={id} />
    ))}
    <Button kind="quiet" icon="send" small>
      {label}
    </Button>
  </Form>
)

/** Every channel and state that occurred, in words. */
function Counts({ counts }: Pick<Seen, 'counts'>) {
  const { channels, states } = useWords().messages.pages
  const reader = useReader()
  return (
    <Figures
      figures={counts.map(({ channel, state, count }) => ({
        label: `${channels[channel]}: ${states[state]}`,
        value: formatNumber(reader, count),
        state: state === 'failed' || state === 'bounced' ? 'late' : undefined,
      }))}
    />
  )
}
