import type { listArrivals, WaitingArrival } from '#arrivals'
import type { Officer } from '#people'
import {
  Actions,
  Button,
  EmptyState,
  Facts,
  Form,
  Heading,
  Notice,
  Quote,
  Section,
  Table,
  TextField,
  Time,
  useLink,
  useWords,
} from '#ui'
import { sayReason } from '../desk/case/attempt.ts'
import { DeskPage } from '../desk/shell.tsx'

interface ArrivalsPageProps {
  officer: Officer
  seen: NonNullable<Awaited<ReturnType<typeof listArrivals>>>
  done?: 'submit' | 'add' | 'dismiss'
}

export function ArrivalsPage({ officer, seen: { waiting, aside, mailboxes }, done }: ArrivalsPageProps) {
  const { arrivals } = useWords()
  return (
    <DeskPage officer={officer} title={arrivals.title} place="arrivals">
      {done && <Notice kind="done" title={arrivals.done[done]} />}
      <Heading title={arrivals.title} lead={arrivals.lead} />
      {mailboxes.map(({ name, lookedAt, fault }) => (
        <p class="hint" key={name}>
          <bdi>{name}</bdi> · {fault ? arrivals.fault : arrivals.lookedAt} <Time at={lookedAt} />
        </p>
      ))}
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={arrivals.empty}>
          <p>{arrivals.emptyNext}</p>
        </EmptyState>
      ) : (
        <Section title={arrivals.waitingCount(waiting.length)}>
          <List caption={arrivals.waiting} rows={waiting} />
        </Section>
      )}
      {aside.length > 0 && (
        <Section title={arrivals.aside}>
          <p class="hint">{arrivals.asideLead}</p>
          <List caption={arrivals.aside} rows={aside} />
        </Section>
      )}
    </DeskPage>
  )
}

function List({ caption, rows }: { caption: string; rows: readonly WaitingArrival[] }) {
  const { arrivals } = useWords()
  const { columns } = arrivals
  const link = useLink()
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/centre/arrivals/${id}`)}
      columns={[
        {
          key: 'subject',
          label: columns.subject,
          header: true,
          wide: true,
          cell: ({ subject, text }) => (
            <span dir="auto">{subject || text?.slice(0, 80) || arrivals.noSubject}</span>
          ),
        },
        {
          key: 'from',
          label: columns.from,
          cell: ({ sender }) => <bdi>{sender || arrivals.unknownSender}</bdi>,
        },
        {
          key: 'because',
          label: columns.because,
          wide: true,
          cell: ({ because }) => because && arrivals.because[because],
        },
        { key: 'when', label: columns.when, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
      ]}
    />
  )
}

interface ArrivalPageProps {
  officer: Officer
  found: WaitingArrival
  wrong?: { reason: string; reference: string }
}

export function ArrivalPage({ officer, found, wrong }: ArrivalPageProps) {
  const words = useWords()
  const { arrivals } = words
  const link = useLink()
  const open = found.state === 'quarantine' || found.state === 'set-aside'
  const title = found.subject || arrivals.noSubject
  const facts = [
    { name: arrivals.columns.from, value: <bdi>{found.sender || arrivals.unknownSender}</bdi> },
    { name: arrivals.columns.because, value: found.because ? arrivals.because[found.because] : '' },
    { name: arrivals.columns.when, value: <Time at={found.receivedAt} /> },
    ...(found.leftOut.length > 0
      ? [{ name: arrivals.leftOut, value: <bdi>{found.leftOut.join(' · ')}</bdi> }]
      : []),
  ]
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="arrivals"
      back={link('/centre/arrivals')}
      wrong={Boolean(wrong)}
    >
      <Heading above={arrivals.channels[found.channel]} title={<span dir="auto">{title}</span>} />
      <Facts facts={facts} />
      <Section title={arrivals.text}>
        {found.text ? <Quote text={found.text} /> : <p class="hint">{arrivals.noText}</p>}
        {found.draftId && <p class="hint">{arrivals.files}</p>}
      </Section>
      {open && <Decisions found={found} wrong={wrong} say={(reason) => sayReason(words, reason)} />}
    </DeskPage>
  )
}

type DecisionsProps = Pick<ArrivalPageProps, 'found' | 'wrong'> & { say: (reason: string) => string }

function Decisions({ found, wrong, say }: DecisionsProps) {
  const { arrivals } = useWords()
  const error = wrong && (wrong.reason === 'not-found' ? arrivals.noSuchCase : say(wrong.reason))
  return (
    <>
      {found.text && (
        <Form>
          <p class="hint">{arrivals.submitHint}</p>
          <Button name="does" value="submit">
            {arrivals.submit}
          </Button>
        </Form>
      )}
      <Form>
        <TextField
          name="reference"
          label={arrivals.number}
          dir="ltr"
          inputMode="numeric"
          size="medium"
          value={wrong?.reference}
          error={error}
        />
        <Button kind="quiet" name="does" value="add">
          {arrivals.add}
        </Button>
      </Form>
      <Form>
        <p class="hint">{arrivals.dismissHint}</p>
        <Actions>
          <Button kind="quiet" name="does" value="dismiss">
            {arrivals.dismiss}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
